import { describe, expect, test } from 'vitest';
import { deskOf } from '../../../src/engine/play/desk.ts';
import type { Contact } from '../../../src/engine/level/level.ts';
import type { Outcome } from '../../../src/engine/play/outcome.ts';
import { applyCommand, startPlay } from '../../../src/engine/play/play.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import type { MailboxRun } from '../../../src/engine/mail/header-lines.ts';
import { mailboxesFrom, viewOf } from '../../../src/engine/mail/view.ts';
import { crowd, level, mail, person, route } from '../levels.ts';

const find = (outcome: Outcome, kind: string) => outcome.beats.find((beat) => beat.kind === kind);
const lostFor = (outcome: Outcome) => outcome.deductions.map(({ kind }) => kind);
const addresses = (runs: readonly MailboxRun[] | null) =>
  runs && mailboxesFrom(runs, 0, 100).map(({ address }) => address);

describe('rule 7: mailing lists', () => {
  const members = [person('a', { habits: ['replies-all'] }), person('b'), person('c')];
  const list = (facts = {}) => person('staff', { kind: 'list', members: ['a', 'b'], ...facts });

  test('others see only the address of the list', () => {
    const copy = viewOf(level([...members, list()]), route({ staff: 'to', c: 'cc' }), 'mail', {
      contact: 'c',
      index: 0,
    });
    expect(addresses(copy?.to ?? null)).toEqual(['staff@mail.example']);
    expect(addresses(copy?.cc ?? null)).toEqual(['c@mail.example']);
  });

  test('a telling name discloses what being on the list means to anyone who is not on it', () => {
    const plain = simulate(
      level([person('b'), person('c'), list({ members: ['b'] })]),
      route({ staff: 'to', c: 'cc' }),
    );
    expect(plain.exposures.map(({ viewer, subject }) => `${viewer} sees ${subject}`)).toEqual(['b sees c']);
    const revealing = level([person('b'), person('c'), list({ members: ['b'], nameReveals: true })]);
    const told = simulate(revealing, route({ staff: 'to', c: 'cc' }));
    expect(told.exposures.map(({ viewer, subject }) => `${viewer} sees ${subject}`).toSorted()).toEqual([
      'b sees c',
      'c sees staff',
    ]);
    expect(told.exposed).toContainEqual({ contact: 'b', people: 1, viewersEach: 1 });
  });

  test('a reply-all reaches everyone on it, and shows who replies', () => {
    const outcome = simulate(level([...members, list()]), route({ staff: 'to' }));
    expect(find(outcome, 'replied-all')).toMatchObject({
      viewers: ['b'],
      subjects: ['a'],
      numbers: { reached: 1, pairs: 1 },
    });
    expect(outcome.exposures.map(({ viewer, subject }) => `${viewer} sees ${subject}`)).toEqual(['b sees a']);
    expect(lostFor(outcome)).not.toContain('unmasked');
  });

  test('a circle that must discuss can do so over a list', () => {
    const talk = { id: 'talk', members: ['b', 'c'], bond: 'context' as const, discusses: true };
    const overList = level([person('b'), person('c'), list({ members: ['b', 'c'] })], { circles: [talk] });
    expect(lostFor(simulate(overList, route({ staff: 'to' })))).not.toContain('cannot-discuss');
    expect(lostFor(simulate(overList, route({ staff: 'bcc' })))).toContain('cannot-discuss');
  });

  test('an outsider inside a nested list gets the content, whatever the field', () => {
    const nested = level([
      person('b'),
      person('reporter', { needs: 'nothing' }),
      person('inner', { kind: 'list', members: ['reporter'] }),
      person('outer', { kind: 'list', members: ['b', 'inner'] }),
    ]);
    for (const field of ['to', 'cc', 'bcc', 'separate'] as const) {
      expect(simulate(nested, route({ outer: field })).leaks).toMatchObject([{ contact: 'reporter' }]);
    }
  });

  test('the mail program counts a list as one address and a group as its members', () => {
    const both = level([...members, list(), person('g', { kind: 'group', members: ['a', 'b', 'c'] })]);
    expect(simulate(both, route({ staff: 'to' })).sent[0]?.publicAddresses).toBe(1);
    expect(simulate(both, route({ g: 'to' })).sent[0]?.publicAddresses).toBe(3);
  });
});

describe('rule 5: a reply storm', () => {
  const circles = [{ id: 'all', members: ['many'], bond: 'context' as const }];
  const loud = (people: number) => level([crowd('many', people, { habits: ['replies-all'] })], { circles });

  test('is counted as replies times people reached, and costs points even where nobody was disclosed', () => {
    const outcome = simulate(loud(10_000), route({ many: 'to' }));
    expect(find(outcome, 'replied-all')).toMatchObject({
      variant: 'storm',
      numbers: { speakers: 4, reached: 9999, mails: 40_000 },
    });
    expect(lostFor(outcome)).toEqual(['reply-storm']);
  });

  test('does not start in a team, nor when the others are hidden', () => {
    expect(lostFor(simulate(loud(8), route({ many: 'to' })))).toEqual([]);
    expect(lostFor(simulate(loud(10_000), route({ many: 'separate' })))).toEqual([]);
  });
});

describe('when only some of a crowd speak up', () => {
  const story = level([crowd('many', 1000, { habits: ['replies-all'] }), person('a')], {
    beats: [
      { id: 'early', when: { viewer: 'a', learns: 'many' }, after: 'PT1H', text: 'A reads it.' },
      { id: 'late', when: { viewer: 'a', learns: 'many' }, after: 'P2D', text: 'A remembers.' },
    ],
  });
  const outcome = simulate(story, route({ many: 'bcc', a: 'to' }));

  test('only they count as exposed, and complaints and press mention only them', () => {
    expect(outcome.exposed).toEqual([
      { contact: 'a', people: 1, viewersEach: 1000 },
      { contact: 'many', people: 3, viewersEach: 1 },
    ]);
    expect(find(outcome, 'press')).toBeUndefined();
  });

  test('an authored beat about it comes at its own time, but never before its cause', () => {
    const at = (id: string) => outcome.beats.find((beat) => beat.id === id)?.at;
    expect(at('authored:early')).toBe(at('unmasked:mail:many'));
    expect(at('authored:late')).toBe(2 * 24 * 3600);
  });
});

describe('forwards: anyone who gets a mail can pass on everything in it', () => {
  const story = level([
    person('a', { habits: ['forwards'], forwardsTo: 'reporter' }),
    crowd('others', 5),
    person('reporter', { needs: 'nothing' }),
  ]);

  test('the reader of a forwarded mail sees everyone in To and Cc', () => {
    const outcome = simulate(story, route({ a: 'to', others: 'cc' }));
    expect(find(outcome, 'forwarded')).toMatchObject({
      forwarder: 'a',
      causes: [
        { type: 'beat', beat: 'sent:mail' },
        { type: 'placed', mail: 'mail', contacts: ['a'], field: 'to' },
        { type: 'fact', fact: 'forwards', contacts: ['a'] },
      ],
      viewers: ['reporter'],
      subjects: ['others'],
      variant: 'addresses',
      numbers: { people: 5, pairs: 5 },
    });
    expect(outcome.exposures).toContainEqual(
      expect.objectContaining({ viewer: 'reporter', subject: 'others', pairs: 5 }),
    );
  });

  test('with the others hidden only the content is passed on, which no field prevents', () => {
    for (const field of ['bcc', 'separate'] as const) {
      const outcome = simulate(story, route({ a: field, others: field }));
      expect(find(outcome, 'forwarded')).toMatchObject({
        viewers: ['reporter'],
        variant: 'content',
        numbers: { pairs: 0 },
      });
      expect(outcome.disclosures).toBe(0);
    }
  });
});

describe('rule 14: recall rarely works, and a careless recall is a second leak', () => {
  const story = level([crowd('people', 56, { outside: true })], {
    mails: [
      mail('first', { sensitivity: 3 }),
      mail('recall', { sensitivity: 3, when: 'breach', recalls: 'first', after: 'P2D' }),
    ],
  });

  test('of 56 copies 3 come back, as in the real case', () => {
    const outcome = simulate(story, { first: { people: 'cc' }, recall: { people: 'separate' } });
    expect(find(outcome, 'recalled')).toMatchObject({ numbers: { people: 56, recalled: 3 } });
    expect(lostFor(outcome)).not.toContain('repeated');
  });

  test('inside the organisation three in four come back; the domain says who is inside, or the level does', () => {
    const recalled = (facts: Partial<Contact>) => {
      const some = { ...story, contacts: [crowd('people', 56, facts)] };
      const outcome = simulate(some, { first: { people: 'cc' }, recall: { people: 'separate' } });
      return find(outcome, 'recalled');
    };
    expect(recalled({})).toMatchObject({ numbers: { people: 56, recalled: 42 } });
    expect(recalled({ address: 'p{n}@MAIL.example' })).toMatchObject({ numbers: { people: 56, recalled: 42 } });
    expect(recalled({ address: 'p{n}@other.example' })).toMatchObject({ numbers: { people: 56, recalled: 3 } });
    expect(recalled({ address: 'p{n}@other.example', outside: false })).toMatchObject({
      numbers: { people: 56, recalled: 42 },
    });
  });

  test('a recall that shows the addresses again costs more than the breach alone', () => {
    const quiet = simulate(story, { first: { people: 'cc' }, recall: {} });
    const careless = simulate(story, { first: { people: 'cc' }, recall: { people: 'cc' } });
    expect(find(careless, 'apology-repeats')).toBeDefined();
    expect(lostFor(careless)).toContain('repeated');
    expect(careless.score).toBeLessThan(quiet.score);
  });

  test('a recall is optional: the player can continue without it, and nobody has missed anything', () => {
    const play = applyCommand(
      story,
      applyCommand(story, startPlay(story), { type: 'place', contacts: ['people'], field: 'cc' }),
      { type: 'send' },
    );
    expect(play.desk).toMatchObject({ id: 'recall', optional: true });
    const after = applyCommand(story, play, { type: 'skip' });
    expect(after.desk).toBeNull();
    expect(after.routing).toEqual({ first: { people: 'cc' }, recall: {} });
    expect(lostFor(after.outcome)).not.toContain('omitted');
    expect(applyCommand(story, after, { type: 'unsend' }).desk).toEqual(play.desk);
  });

  test('a mail that is not optional cannot be skipped', () => {
    const play = startPlay(story);
    expect(applyCommand(story, play, { type: 'skip' })).toBe(play);
  });

  test('a mail with nobody on its desk is not due, so the story continues', () => {
    const leakOnly = level([person('wrong', { needs: 'nothing' })], {
      mails: [mail('mail'), mail('sorry', { when: 'breach', affected: true, after: 'P1D' })],
    });
    const outcome = simulate(leakOnly, route({ wrong: 'to' }));
    expect(outcome.breach).toBe(true);
    expect(deskOf(leakOnly, outcome)).toBeNull();
  });
});

describe('the Bcc line of copies (RFC 5322 §3.6.3)', () => {
  const story = (blindCopies: 'removed' | 'own' | 'all' | 'empty') =>
    level([person('a'), person('b'), person('c')], { mails: [mail('mail', { blindCopies })] });
  const fields = route({ a: 'to', b: 'bcc', c: 'bcc' });
  const lineOf = (way: 'removed' | 'own' | 'all' | 'empty', contact: string) =>
    addresses(viewOf(story(way), fields, 'mail', { contact, index: 0 })?.bcc ?? null);

  test('removed: no copy has it', () => {
    expect(['a', 'b', 'c'].map((contact) => lineOf('removed', contact))).toEqual([null, null, null]);
  });

  test('own: each in Bcc reads their own address, and the others have no line', () => {
    expect(['a', 'b', 'c'].map((contact) => lineOf('own', contact))).toEqual([
      null,
      ['b@mail.example'],
      ['c@mail.example'],
    ]);
    expect(simulate(story('own'), fields).disclosures).toBe(simulate(story('removed'), fields).disclosures);
  });

  test('all: those in Bcc read each other, which discloses them', () => {
    expect(lineOf('all', 'a')).toBeNull();
    expect(lineOf('all', 'b')).toEqual(['b@mail.example', 'c@mail.example']);
    const seen = simulate(story('all'), fields).exposures.map(({ viewer, subject }) => `${viewer} sees ${subject}`);
    expect(seen.toSorted()).toEqual(['b sees a', 'b sees c', 'c sees a', 'c sees b']);
  });

  test('empty: everyone sees that someone is in Bcc, but not who', () => {
    expect(['a', 'b', 'c'].map((contact) => lineOf('empty', contact))).toEqual([[], [], []]);
    expect(viewOf(story('empty'), route({ a: 'to' }), 'mail', { contact: 'a', index: 0 })?.bcc).toBeNull();
  });
});

describe("rule 13: today's regulator asks whether those at high risk were informed", () => {
  const story = level([crowd('one', 60), crowd('two', 60)], {
    mails: [
      mail('first', { sensitivity: 3 }),
      mail('sorry', { sensitivity: 3, when: 'breach', affected: true, after: 'P1D' }),
    ],
    regulator: { name: 'Regulator', test: 'uk-gdpr', after: 'P19M' },
  });
  const reasons = (sorry: Record<string, 'separate'>) =>
    simulate(story, { first: { one: 'cc', two: 'cc' }, sorry }).decision?.reasons;

  test('and says so when someone was not', () => {
    expect(reasons({ one: 'separate' })).toContain('not-told');
    expect(reasons({ one: 'separate', two: 'separate' })).not.toContain('not-told');
  });
});
