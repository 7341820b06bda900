import { describe, expect, test } from 'vitest';
import { bestRouting } from '../../../src/engine/analysis/analysis.ts';
import { checkLevel } from '../../../src/engine/level/check.ts';
import type { Contact, Level } from '../../../src/engine/level/level.ts';
import type { MailboxRun } from '../../../src/engine/mail/header-lines.ts';
import { mailboxesFrom, viewOf } from '../../../src/engine/mail/view.ts';
import { openPlacementsAbout } from '../../../src/engine/play/open-placements.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { crowd, level, mail, person, route } from '../levels.ts';

const addresses = (runs: readonly MailboxRun[] | undefined) =>
  mailboxesFrom(runs ?? [], 0, 100).map(({ address }) => address.replace('@mail.example', ''));

const merging = (contacts: readonly Contact[], facts: Partial<Level> = {}) =>
  level(contacts, { mails: [mail('mail', { ccOnSeparate: true })], ...facts });
const three = [person('ana'), person('ben'), person('tom')];
const split = route({ ana: 'separate', ben: 'separate', tom: 'cc' });

const pairs = (some: Level, fields = split) =>
  simulate(some, fields)
    .exposures.map(({ viewer, subject }) => `${viewer} sees ${subject}`)
    .toSorted();
const copyOf = (contact: string, copy = 0, some = merging(three), fields = split) =>
  viewOf(some, fields, 'mail', { contact, index: 0, copy });

describe('separate mails that carry the Cc line', () => {
  test('name their own recipient in To and everyone in Cc', () => {
    const copy = copyOf('ana');
    expect([addresses(copy?.to), addresses(copy?.cc)]).toEqual([['ana'], ['tom']]);
    expect(copy).toMatchObject({ copies: 1, readsOthers: 1, named: true });
  });

  test('all reach someone in Cc, who sees every recipient; the recipients do not see each other', () => {
    expect([0, 1].map((number) => addresses(copyOf('tom', number)?.to))).toEqual([['ana'], ['ben']]);
    expect(copyOf('tom')).toMatchObject({ copies: 2, readsOthers: 1, named: true });
    expect(pairs(merging(three))).toEqual(['ana sees tom', 'ben sees tom', 'tom sees ana', 'tom sees ben']);
  });

  test('are the same message in both mailboxes, and a different one for each recipient', () => {
    expect(copyOf('tom', 1)?.messageId).toBe(copyOf('ben')?.messageId);
    expect(copyOf('tom', 1)?.messageId).not.toBe(copyOf('ana')?.messageId);
  });

  test('without the switch, name the recipient only', () => {
    expect(addresses(copyOf('ana', 0, level(three))?.cc)).toEqual([]);
    expect(pairs(level(three))).toEqual([]);
  });

  test('come after a shared mail for someone in To or Bcc, and nobody gets a shared mail through Cc alone', () => {
    const fields = route({ ana: 'separate', ben: 'to', tom: 'cc' });
    expect(addresses(copyOf('tom', 0, merging(three), fields)?.to)).toEqual(['ben']);
    expect(addresses(copyOf('tom', 1, merging(three), fields)?.to)).toEqual(['ana']);
    expect(pairs(merging(three), fields)).toEqual(['ana sees tom', 'ben sees tom', 'tom sees ana', 'tom sees ben']);
    const sent = simulate(merging(three), split).beats.find(({ kind }) => kind === 'sent');
    expect(sent).toMatchObject({ numbers: { mails: 0, separate: 2, copied: 1, people: 3 } });
  });

  test('refuse a copy that nobody has', () => {
    expect(() => copyOf('tom', 2)).toThrow(RangeError);
    expect(() => copyOf('ana', 1)).toThrow(RangeError);
  });

  test('can be a million to one reader, counted and never built', () => {
    const many = merging([crowd('many', 1_000_000), person('tom')]);
    const fields = route({ many: 'separate', tom: 'cc' });
    expect(simulate(many, fields).disclosures).toBe(2_000_000);
    expect(addresses(copyOf('tom', 499_999, many, fields)?.to)).toEqual(['many-500000']);
    expect(copyOf('tom', 0, many, fields)).toMatchObject({ copies: 1_000_000, readsOthers: 1 });
  });

  test('show the address of a list in Cc to the recipients, and its members everyone', () => {
    const staff = person('staff', { kind: 'list', members: ['tom'], nameReveals: true });
    expect(pairs(merging([...three, staff]), route({ ana: 'separate', ben: 'separate', staff: 'cc' }))).toEqual([
      'ana sees staff',
      'ben sees staff',
      'tom sees ana',
      'tom sees ben',
    ]);
  });

  test('let a reply-all reach those in Cc, and theirs every recipient, but never one recipient from another', () => {
    const loud = (id: string) =>
      merging(three.map((one) => (one.id === id ? { ...one, habits: ['replies-all'] } : one)));
    const reply = (id: string) => simulate(loud(id), split).beats.find(({ kind }) => kind === 'replied-all');
    expect(reply('ana')).toMatchObject({ viewers: ['tom'], numbers: { reached: 1, mails: 2 } });
    expect(reply('tom')).toMatchObject({ viewers: ['ana', 'ben'], numbers: { reached: 2, mails: 3 } });
    expect(pairs(loud('tom'))).toEqual(pairs(merging(three)));
  });

  test('let a reply from Cc tell the readers in Reply-To about every recipient', () => {
    const [ana, ben, tom] = three;
    const some = merging([ana!, ben!, { ...tom!, habits: ['replies-all'] }, person('eva')], {
      mails: [mail('mail', { ccOnSeparate: true, replyTo: 'eva@mail.example' })],
    });
    expect(pairs(some).filter((pair) => pair.startsWith('eva'))).toEqual([
      'eva sees ana',
      'eva sees ben',
      'eva sees tom',
    ]);
  });

  test('show the recipients when someone in Cc forwards one', () => {
    const [ana, ben, tom] = three;
    const some = merging([ana!, ben!, { ...tom!, habits: ['forwards'], forwardsTo: 'eva' }, person('eva')]);
    expect(pairs(some)).toEqual(expect.arrayContaining(['eva sees ana', 'eva sees ben']));
  });

  test('show an accountable person in Cc to everyone', () => {
    const [ana, ben, tom] = three;
    const seen = [ana!, ben!, { ...tom!, mustBeSeen: true, authorised: true }];
    const kinds = (some: Level) => simulate(some, split).deductions.map(({ kind }) => kind);
    expect(kinds(merging(seen))).toEqual([]);
    expect(kinds(level(seen))).toEqual(['hidden-accountable']);
  });

  test('let one recipient and those in Cc discuss, but not two recipients', () => {
    const circles = (members: string[]) => ({
      circles: [{ id: 'talk', members, bond: 'context' as const, discusses: true }],
    });
    const kinds = (some: Level) => simulate(some, split).deductions.map(({ kind }) => kind);
    expect(kinds(merging(three, circles(['ana', 'tom'])))).not.toContain('cannot-discuss');
    expect(kinds(level(three, circles(['ana', 'tom'])))).toContain('cannot-discuss');
    expect(kinds(merging(three, circles(['ana', 'ben', 'tom'])))).toContain('cannot-discuss');
  });

  test('say which two fields a disclosure came from', () => {
    const outcome = simulate(merging(three), split);
    expect(openPlacementsAbout(outcome, 'ana')).toMatchObject([
      { field: 'cc', readIn: 'separate', subjects: ['tom'], viewers: ['ana'] },
      { field: 'separate', readIn: 'cc', subjects: ['ana'], viewers: ['tom'] },
    ]);
  });

  test('make Cc and To different choices in the search for the best way', () => {
    const [ana, ben, tom] = three;
    const desk = merging([
      { ...ana!, needs: 'act' },
      { ...ben!, needs: 'act' },
      { ...tom!, needs: 'act', mustBeSeen: true, authorised: true },
    ]);
    const best = bestRouting(desk);
    expect(best.routing).toEqual(split);
    expect(best.outcome.score).toBe(100);
  });

  test('need both fields', () => {
    const without = (fields: ('to' | 'cc' | 'separate')[]) =>
      checkLevel(level(three, { mails: [mail('mail', { ccOnSeparate: true, fields })] }));
    expect(without(['cc', 'separate'])).toEqual([]);
    for (const fields of [['cc' as const], ['to' as const, 'separate' as const]])
      expect(without(fields)).toMatchObject([
        { code: 'cc-on-separate-not-offered', path: ['mails', 0, 'ccOnSeparate'] },
      ]);
  });
});
