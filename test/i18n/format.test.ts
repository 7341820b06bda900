import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  foreignTag,
  formatList,
  formatMoney,
  formatNumber,
  formatStoryTime,
  language,
  LANGUAGES,
  pickLanguage,
  setLanguage,
  t,
  textOf,
} from '../../src/i18n/index.ts';

const DAY = 86_400;
const MONTH = (365 * DAY) / 12;

describe('language', () => {
  test('is the first wish that is available, by tag or by its main part', () => {
    expect(pickLanguage([null, 'xx', 'de-AT', 'en']).tag).toBe('de');
    expect(pickLanguage(['fr_CA']).tag).toBe('fr');
    expect(pickLanguage(['frr', 'de-1996']).tag).toBe('de');
    expect(pickLanguage(['xx']).tag).toBe('en');
  });

  test('a level text falls back to English, then to the first language it has', async () => {
    await setLanguage('de');
    expect(textOf({ en: 'Mail', de: 'Brief' })).toBe('Brief');
    expect(textOf({ en: 'Mail' })).toBe('Mail');
    expect(textOf({ fr: 'Lettre' })).toBe('Lettre');
    expect(textOf('Mail')).toBe('Mail');
  });

  test('a level text that falls back says in which language it is', async () => {
    await setLanguage('de');
    expect(foreignTag({ en: 'Mail', de: 'Brief' })).toBeNull();
    expect(foreignTag({ fr: 'Lettre', en: 'Mail' })).toBe('en');
    expect(foreignTag({ fr: 'Lettre' })).toBe('fr');
    expect(foreignTag('Mail')).toBeNull();
  });

  test('the last requested language wins', async () => {
    await Promise.all([setLanguage('de'), setLanguage('en')]);
    expect(language()).toBe('en');
  });
});

describe('a list', () => {
  test.each(LANGUAGES.map(({ tag, formats }) => [tag, formats]))(
    'reads in %s as the browser writes it',
    async (tag, formats) => {
      await setLanguage(tag);
      const browser = new Intl.ListFormat(formats, { type: 'conjunction' });
      const name = fc.oneof(
        fc.string({ minLength: 1 }),
        fc.constantFrom('Inés', 'Íñigo', 'Hilda', 'Hiedra', 'Yolanda', 'Ana', '{{first}}', '$t(desk.send)'),
      );
      fc.assert(
        fc.property(fc.array(name, { maxLength: 15 }), (names) => {
          expect(formatList(names)).toBe(browser.format(names));
        }),
      );
    },
  );
});

describe('in English', () => {
  beforeEach(() => setLanguage('en'));

  test('numbers are grouped, in texts too', () => {
    expect(formatNumber(1_289_360)).toBe('1,289,360');
    expect(t('count.people', { count: 1136 })).toBe('1,136 people');
    expect(t('count.people', { count: 1 })).toBe('1 person');
  });

  test('values are never read as templates', () => {
    expect(t('home.resume', { title: '$t(home.lead) {{count}} <b>' })).toBe('Continue: $t(home.lead) {{count}} <b>');
  });

  test('money', () => expect(formatMoney(180_000, 'GBP')).toBe('£180,000'));

  test('lists', () => expect(formatList(['Ana', 'Ben', 'Cem'])).toBe('Ana, Ben and Cem'));

  test.each([
    [0, 'at once'],
    [60, 'one minute later'],
    [45 * 60, '45 minutes later'],
    [3 * 3600, 'three hours later'],
    [DAY, 'one day later'],
    [2 * DAY, 'two days later'],
    [17 * DAY, '17 days later'],
    [21 * DAY, 'three weeks later'],
    [19 * MONTH, '19 months later'],
    [24 * MONTH, 'two years later'],
    [45 * MONTH, '45 months later'],
  ])('%d seconds of story time', (seconds, text) => expect(formatStoryTime(seconds)).toBe(text));
});

describe('in German', () => {
  beforeEach(() => setLanguage('de'));

  test('numbers, money and plurals', () => {
    expect(formatNumber(1_289_360)).toBe('1.289.360');
    expect(t('count.people', { count: 1136 })).toBe('1.136 Personen');
    expect(formatMoney(180_000, 'GBP')).toBe('180.000\u00a0£');
  });

  test.each([
    [DAY, 'einen Tag später'],
    [2 * DAY, 'zwei Tage später'],
    [19 * MONTH, '19 Monate später'],
  ])('%d seconds of story time', (seconds, text) => expect(formatStoryTime(seconds)).toBe(text));
});
