import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  charactersOf,
  formatList,
  formatMoney,
  formatNumber,
  formatStoryTime,
  LANGUAGES,
  setLanguage,
  t,
  textOf,
} from '../../src/i18n/index.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const people = (count: number) => t('count.people', { count });

describe('in French', () => {
  beforeEach(() => setLanguage('fr'));

  test('numbers, money, lists and time', () => {
    expect(formatNumber(1_289_360)).toBe('1\u202f289\u202f360');
    expect(formatMoney(180_000, 'GBP')).toBe('180\u202f000\u00a0£');
    expect(formatList(['Ana', 'Ben', 'Cem'])).toBe('Ana, Ben et Cem');
    expect(formatStoryTime(2 * DAY)).toBe('deux jours plus tard');
  });

  test('none and one are singular, and "de" follows a million', () => {
    expect([0, 1, 2, 1_000_000].map(people)).toEqual([
      '0 personne',
      '1 personne',
      '2 personnes',
      '1\u202f000\u202f000 de personnes',
    ]);
  });
});

describe('in Spanish', () => {
  beforeEach(() => setLanguage('es'));

  test('numbers, money, lists and plurals', () => {
    expect(formatNumber(1_289_360)).toBe('1.289.360');
    expect(formatMoney(180_000, 'GBP')).toBe('180.000\u00a0£');
    expect(formatList(['Ana', 'Ben', 'Inés'])).toBe('Ana, Ben e Inés');
    expect([0, 1, 1136, 1_000_000].map(people)).toEqual([
      '0 personas',
      '1 persona',
      '1136 personas',
      '1.000.000 de personas',
    ]);
  });
});

describe('in Arabic', () => {
  beforeEach(() => setLanguage('ar'));

  test('numbers, money and lists', () => {
    expect(formatNumber(1_289_360)).toBe('1,289,360');
    expect(formatMoney(180_000, 'GBP')).toContain('180,000');
    expect(formatMoney(180_000, 'GBP')).toContain('£');
    expect(formatList(['أ', 'ب'])).toBe('أ وب');
  });

  test('each of the six plurals', () => {
    expect([0, 1, 2, 3, 11, 100].map(people)).toEqual(['0 شخص', 'شخص واحد', 'شخصان', '3 أشخاص', '11 شخصًا', '100 شخص']);
    expect([HOUR, 2 * HOUR, 3 * HOUR].map(formatStoryTime)).toEqual(['بعد ساعة واحدة', 'بعد ساعتين', 'بعد 3 ساعات']);
  });

  test('a text of another language keeps its own direction', () => {
    expect(textOf({ en: 'One.\n\nTwo.' })).toBe('\u2068One.\u2069\n\n\u2068Two.\u2069');
    expect(textOf({ en: 'One.', ar: 'واحد.' })).toBe('واحد.');
  });
});

describe('in Japanese', () => {
  beforeEach(() => setLanguage('ja'));

  test('numbers, money, lists and time', () => {
    expect(people(1136)).toBe('1,136人');
    expect(formatMoney(180_000, 'GBP')).toBe('£180,000');
    expect(formatList(['甲', '乙', '丙'])).toBe('甲、乙、丙');
    expect(formatStoryTime(3 * DAY)).toBe('3日後');
  });

  test('lists the characters of a part of the texts', () => {
    expect(charactersOf('field')).toContain('宛');
    expect(charactersOf('no such part')).not.toContain('宛');
  });
});

test.each([...LANGUAGES])(
  'small numbers in $tag are what a number format of the language writes',
  async ({ tag, formats }) => {
    await setLanguage(tag);
    const format = new Intl.NumberFormat(formats);
    for (const value of [...Array.from({ length: 1001 }, (_, index) => index), -1, 0.5, 999.5]) {
      expect(formatNumber(value)).toBe(format.format(value));
    }
  },
);

describe('mail terms', () => {
  test.each([
    ['en', 'To', 'Cc', 'Bcc'],
    ['de', 'An', 'Cc', 'Bcc'],
    ['fr', 'À', 'Cc', 'Cci'],
    ['es', 'Para', 'CC', 'CCO'],
    ['ar', 'إلى', 'نسخة', 'نسخة مخفية'],
    ['ja', '宛先', 'Cc', 'Bcc'],
  ])('in %s are those of its mail software', async (tag, ...terms) => {
    await setLanguage(tag);
    expect((['to', 'cc', 'bcc'] as const).map((field) => t(`field.${field}`))).toEqual(terms);
  });
});

test.each(LANGUAGES.map(({ tag }) => tag))('the page without script says in %s that it needs one', (tag) => {
  const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
  expect(page.match(new RegExp(`<p[^>]* lang="${tag}"`, 'g'))).toHaveLength(2);
});
