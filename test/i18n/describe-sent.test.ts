import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MailRouting, Routing } from '../../src/engine/mail/routing.ts';
import { simulate } from '../../src/engine/play/simulate.ts';
import { LANGUAGES, loadAllTexts, setLanguage } from '../../src/i18n/index.ts';
import { describeBeat } from '../../src/i18n/describe.ts';
import { level, mail, person, route } from '../engine/levels.ts';

const people = [person('ana'), person('ben'), person('tom')];
const merging = level(people, { mails: [mail('mail', { ccOnSeparate: true })] });

/** What the replay says about the emails that went out. */
function sent(fields: MailRouting, some = merging): string {
  const [first] = simulate(some, route(fields)).beats;
  return first?.kind === 'sent' ? describeBeat(some, first) : '';
}

const copied: MailRouting = { ana: 'separate', ben: 'separate', tom: 'cc' };

describe('the first event of the replay', () => {
  beforeAll(() => loadAllTexts());
  beforeEach(() => setLanguage('en'));

  test('counts the people with a separate email apart from those in Cc on each of them', () => {
    expect(sent(copied)).toBe('You send separate emails to 2 people. Each separate email also goes to 1 person in Cc.');
    expect(sent({ ana: 'separate', ben: 'separate', tom: 'separate' })).toBe('You send separate emails to 3 people.');
  });

  test('says who else gets the separate emails beside a shared one', () => {
    expect(sent({ ana: 'separate', ben: 'to', tom: 'cc' })).toBe(
      'You send your email to 3 people, 1 of them separately. Each separate email also goes to 1 person in Cc.',
    );
    expect(sent({ ana: 'separate', ben: 'to', tom: 'bcc' })).toBe(
      'You send your email to 3 people, 1 of them separately.',
    );
  });

  test('says nothing about separate emails where there are none', () => {
    expect(sent({ ana: 'to', ben: 'to', tom: 'cc' })).toBe('You send your email to 3 people.');
  });

  test('counts a person with separate emails once, however many there are', () => {
    const two = level(people, { mails: [mail('mail', { series: 'both' }), mail('second', { series: 'both' })] });
    const fields: Routing = {
      mail: { ana: 'separate', ben: 'separate' },
      second: { ana: 'separate', ben: 'separate', tom: 'to' },
    };
    const [first] = simulate(two, fields).beats;
    expect(first && describeBeat(two, first)).toBe('You send your email to 3 people, 2 of them separately.');
  });

  test.each(LANGUAGES.map(({ tag }) => tag))('names both numbers in %s', async (tag) => {
    await setLanguage(tag);
    expect(sent(copied)).not.toBe(sent({ ana: 'separate', ben: 'separate' }));
    expect(sent(copied).startsWith(sent({ ana: 'separate', ben: 'separate' }))).toBe(true);
  });
});
