import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/engine/play/simulate.ts';
import type { Outcome } from '../../src/engine/play/outcome.ts';
import { mailboxesFrom, viewOf, type Copy } from '../../src/engine/mail/view.ts';
import type { Level } from '../../src/engine/level/level.ts';
import type { Routing } from '../../src/engine/mail/routing.ts';
import { courseLevel, crowd, level, mail, person, route, surveyRouting } from './levels.ts';

function view(of: Level, routing: Routing, contact: string, index = 0, id = 'mail'): Copy {
  const copy = viewOf(of, routing, id, { contact, index });
  if (!copy) throw new Error(`${contact} has no copy`);
  return copy;
}

function addresses(copy: Copy, header: 'to' | 'cc'): string[] {
  return mailboxesFrom(copy[header], 0, 1000).map(({ address }) => address);
}

function pairs(outcome: Outcome): string[] {
  return outcome.exposures.map(({ viewer, subject }) => `${viewer} sees ${subject}`).toSorted();
}

const kinds = (outcome: Outcome) => outcome.beats.map(({ kind }) => kind);
const lostFor = (outcome: Outcome) => outcome.deductions.map(({ kind }) => kind);

describe('the rules of the engine (design §3)', () => {
  test('rule 1: every recipient, including those in Bcc, sees From, To and Cc; only the sender sees an address in Bcc', () => {
    const four = level(['a', 'b', 'c', 'd'].map((id) => person(id)));
    const routing = route({ a: 'to', b: 'cc', c: 'bcc', d: 'bcc' });
    for (const contact of ['a', 'b', 'c', 'd']) {
      const copy = view(four, routing, contact);
      expect(copy.from.address).toBe('sender@mail.example');
      expect(addresses(copy, 'to')).toEqual(['a@mail.example']);
      expect(addresses(copy, 'cc')).toEqual(['b@mail.example']);
    }
    expect(pairs(simulate(four, routing))).toEqual([
      'a sees b',
      'b sees a',
      'c sees a',
      'c sees b',
      'd sees a',
      'd sees b',
    ]);
  });

  test('rule 2: To reveals exactly as Cc does', () => {
    const three = level(['a', 'b', 'c'].map((id) => person(id)));
    const inTo = simulate(three, route({ a: 'to', b: 'to', c: 'bcc' }));
    const inCc = simulate(three, route({ a: 'cc', b: 'cc', c: 'bcc' }));
    expect(inCc.exposures).toEqual(inTo.exposures);
    expect(inCc.score).toBe(inTo.score);
    expect(inTo.disclosures).toBe(4);
  });

  test('rule 2: with no To and no Cc the To line reads undisclosed-recipients:;', () => {
    const two = level([person('a'), person('b')]);
    expect(view(two, route({ a: 'bcc', b: 'bcc' }), 'a').toPlaceholder).toBe('undisclosed-recipients:;');
    expect(view(two, route({ a: 'bcc', b: 'cc' }), 'a').toPlaceholder).toBeNull();
  });

  test('rule 3: someone in To or Cc and also in Bcc is visible, and gets one copy', () => {
    const both = level([person('a'), person('b'), person('team', { kind: 'group', members: ['a'] })]);
    const outcome = simulate(both, route({ a: 'bcc', team: 'cc', b: 'bcc' }));
    expect(outcome.sent[0]?.copies.filter(({ contact }) => contact === 'a')).toMatchObject([
      { field: 'cc', visible: true },
    ]);
    expect(pairs(outcome)).toEqual(['b sees a']);
  });

  test('rule 3: one address on two cards gets one copy and is counted once', () => {
    const twice = level([person('a'), person('a-work', { address: 'a@mail.example' }), crowd('many', 10)]);
    const outcome = simulate(twice, route({ a: 'to', 'a-work': 'bcc', many: 'bcc' }));
    expect(outcome.sent[0]?.copies.map(({ contact }) => contact)).toEqual(['a', 'many']);
    expect(outcome.disclosures).toBe(10);
    expect(lostFor(outcome)).not.toContain('omitted');
  });

  test('rule 4: separate sends each recipient a mail of their own, and nobody sees anyone', () => {
    const three = level([person('a'), crowd('many', 500), person('b')]);
    const routing = route({ a: 'separate', many: 'separate', b: 'to' });
    expect(simulate(three, routing).disclosures).toBe(0);
    const copy = view(three, routing, 'many', 41);
    expect(addresses(copy, 'to')).toEqual(['many-42@mail.example']);
    expect(copy).toMatchObject({ cc: [], readsOthers: 0, named: true });
  });

  test('rule 5: reply-all reaches To and Cc except oneself, and never Bcc', () => {
    const loud = level([person('a', { habits: ['replies-all'] }), person('b'), person('c'), person('d')]);
    const beat = simulate(loud, route({ a: 'to', b: 'cc', c: 'bcc', d: 'bcc' })).beats.find(
      ({ kind }) => kind === 'replied-all',
    );
    expect(beat).toMatchObject({ viewers: ['b'], subjects: ['a'], numbers: { reached: 1 } });
  });

  test('rule 6: someone in Bcc who replies to all is unmasked before To and Cc', () => {
    const loud = level([person('a'), person('b', { habits: ['replies-all'] })]);
    const outcome = simulate(loud, route({ a: 'to', b: 'bcc' }));
    expect(kinds(outcome)).toContain('unmasked');
    expect(pairs(outcome)).toEqual(['a sees b', 'b sees a']);
    expect(lostFor(outcome)).toContain('unmasked');
  });

  test('rule 6: with nobody in To and Cc, the reply-all is a plain reply', () => {
    const loud = level([person('a'), person('b', { habits: ['replies-all'] })]);
    const outcome = simulate(loud, route({ a: 'bcc', b: 'bcc' }));
    expect(kinds(outcome)).toContain('replied-all-harmless');
    expect(outcome.disclosures).toBe(0);
    expect(lostFor(outcome)).not.toContain('unmasked');
  });

  test('rule 7: a crowd is written out, with all its addresses visible in To or Cc', () => {
    const outcome = simulate(level([crowd('many', 119)]), route({ many: 'cc' }));
    expect(outcome.disclosures).toBe(119 * 118);
    expect(outcome.exposed).toEqual([{ contact: 'many', people: 119, viewersEach: 118 }]);
  });

  test('rule 7: an address-book group expands into its members, a mailing list hides them', () => {
    const members = [person('a'), person('b'), person('c')];
    const group = level([...members, person('g', { kind: 'group', members: ['a', 'b', 'c'] })]);
    const list = level([...members, person('g', { kind: 'list', members: ['a', 'b', 'c'] })]);
    expect(simulate(group, route({ g: 'cc' })).disclosures).toBe(6);
    expect(simulate(list, route({ g: 'cc' })).disclosures).toBe(0);
    expect(simulate(list, route({ g: 'cc' })).sent[0]?.copies).toHaveLength(3);
  });

  test('rule 7: nested lists with a cycle end, and nobody is counted twice', () => {
    const cyclic = level([
      person('a'),
      person('one', { kind: 'list', members: ['a', 'two'] }),
      person('two', { kind: 'list', members: ['one', 'a'] }),
    ]);
    expect(simulate(cyclic, route({ one: 'to', two: 'cc' })).sent[0]?.copies).toHaveLength(1);
  });

  test('rule 8: no disclosure to oneself, none within a shared context', () => {
    const circles = [{ id: 'team', members: ['a', 'b'], bond: 'context' as const }];
    const three = level([person('a'), person('b'), person('c')], { circles });
    expect(pairs(simulate(three, route({ a: 'to', b: 'to', c: 'cc' })))).toEqual([
      'a sees c',
      'b sees c',
      'c sees a',
      'c sees b',
    ]);
  });

  test('rule 8: over several mails a pair is one disclosure', () => {
    const two = level([person('a'), person('b')], { mails: [mail('one'), mail('two')] });
    const outcome = simulate(two, { one: { a: 'to', b: 'to' }, two: { a: 'cc', b: 'bcc' } });
    expect(outcome.disclosures).toBe(2);
    expect(outcome.exposures.find(({ viewer }) => viewer === 'b')?.mails).toEqual(['one', 'two']);
  });

  test('rule 9: acquaintance is not permission; it raises the harm', () => {
    const people = [person('a'), person('b')];
    const strangers = simulate(level(people), route({ a: 'to', b: 'to' }));
    const circles = [{ id: 'street', members: ['a', 'b'], bond: 'acquaintance' as const }];
    const neighbours = simulate(level(people, { circles }), route({ a: 'to', b: 'to' }));
    expect(neighbours.disclosures).toBe(2);
    expect(neighbours.score).toBeLessThan(strangers.score);
    expect(kinds(neighbours)).toContain('recognised');
  });

  test.each([
    ['sensitivity', { sensitivity: 1 }, { sensitivity: 3 }],
    ['identity', { identity: 'handle' }, { identity: 'photo' }],
    ['numbers', { people: 10 }, { people: 10_000 }],
  ] as const)('rule 9: harm grows with %s', (_, less, more) => {
    const scoreWith = (facts: { sensitivity?: number; identity?: 'handle' | 'photo'; people?: number }) =>
      simulate(
        level([crowd('many', facts.people ?? 10, facts.identity ? { identity: facts.identity } : {})], {
          mails: [mail('mail', { sensitivity: facts.sensitivity ?? 1 })],
        }),
        route({ many: 'cc' }),
      ).score;
    expect(scoreWith(more)).toBeLessThan(scoreWith(less));
  });

  test.each(['to', 'cc', 'bcc', 'separate'] as const)(
    'rule 10: a reader who must not get the mail learns its content in %s too',
    (field) => {
      const outcome = simulate(
        level([person('a'), person('boss', { needs: 'nothing' })]),
        route({ a: 'separate', boss: field }),
      );
      expect(outcome).toMatchObject({ breach: true, stars: 0, leaks: [{ contact: 'boss', field }] });
    },
  );

  test('rule 11: leaving out someone who must act costs more than someone who must know', () => {
    const two = level([person('doer', { needs: 'act' }), person('knower')]);
    const withoutDoer = simulate(two, route({ knower: 'separate' }));
    const withoutKnower = simulate(two, route({ doer: 'separate' }));
    expect(withoutDoer.score).toBeLessThan(withoutKnower.score);
    expect(kinds(withoutDoer)).toContain('omitted');
  });

  test('rule 11: an accountable person must be visible to the others', () => {
    const two = level([person('staff'), person('manager', { mustBeSeen: true })], {
      circles: [{ id: 'work', members: ['staff', 'manager'], bond: 'context' }],
    });
    expect(lostFor(simulate(two, route({ staff: 'to', manager: 'bcc' })))).toContain('hidden-accountable');
    expect(simulate(two, route({ staff: 'to', manager: 'cc' })).score).toBe(100);
  });

  test('rule 11: a circle that must discuss has to be able to reply to all', () => {
    const team = level([person('a'), person('b'), person('c')], {
      mails: [mail('mail', { sensitivity: 0 })],
      circles: [{ id: 'team', members: ['a', 'b', 'c'], bond: 'context', discusses: true }],
    });
    const hidden = simulate(team, route({ a: 'bcc', b: 'bcc', c: 'bcc' }));
    expect(lostFor(hidden)).toContain('cannot-discuss');
    expect(hidden.score).toBeLessThan(simulate(team, route({ a: 'to', b: 'to', c: 'bcc' })).score);
    expect(simulate(team, route({ a: 'to', b: 'to', c: 'cc' }))).toMatchObject({ score: 100, stars: 3 });
  });

  test('rule 12: the mail program warns by heads, and sending despite the warning is knowing', () => {
    const warns = {
      mails: [mail('mail', { warnsAt: 15, sensitivity: 2 })],
      regulator: { name: 'R', test: 'uk-2012' as const, after: 'P1Y' },
    };
    const fifteen = simulate(level([crowd('many', 15)], warns), route({ many: 'cc' }));
    const fourteen = simulate(level([crowd('many', 14)], warns), route({ many: 'cc' }));
    expect(kinds(fifteen)).toContain('warning-ignored');
    expect(fifteen.decision?.reasons).toEqual(['known-risk']);
    expect(kinds(fourteen)).not.toContain('warning-ignored');
    expect(fourteen.decision).toMatchObject({ outcome: 'advice', reasons: ['not-shown'] });
  });

  test('rule 15: after a breach an apology is due to those who were exposed, and it can fail again', () => {
    const survey = courseLevel('survey-mailing');
    const first = simulate(survey, surveyRouting('cc'));
    expect(first.due).toEqual(['apology']);
    expect(kinds(first).at(-1)).toBe('apology-due');
    const batches = Object.fromEntries(first.exposed.map(({ contact }) => [contact, 'cc' as const]));
    const again = simulate(survey, { ...surveyRouting('cc'), apology: { ...batches, priya: 'cc', officer: 'cc' } });
    expect(again.disclosures).toBe(1_289_360);
    expect(kinds(again)).toContain('apology-repeats');
    expect(again.score).toBeLessThan(first.score);
  });

  test('rule 15: without a breach no apology is due', () => {
    expect(simulate(courseLevel('survey-mailing'), surveyRouting('bcc'))).toMatchObject({ due: [], breach: false });
  });

  test('rule 16: the same level and routing give the same outcome, bit for bit', () => {
    const once = simulate(courseLevel('survey-mailing'), surveyRouting('cc'));
    const twice = simulate(courseLevel('survey-mailing'), surveyRouting('cc'));
    expect(JSON.stringify(twice)).toBe(JSON.stringify(once));
  });

  test('rule 17: three stars for separate mails, two for Bcc, none for a breach', () => {
    const survey = courseLevel('survey-mailing');
    expect(simulate(survey, surveyRouting('separate'))).toMatchObject({ score: 100, stars: 3, deductions: [] });
    expect(simulate(survey, surveyRouting('bcc'))).toMatchObject({ stars: 2, breach: false });
    expect(simulate(survey, surveyRouting('cc'))).toMatchObject({ stars: 0, breach: true });
  });

  test('rule 17: one star for a flawed mail without a breach', () => {
    const three = level(['a', 'b', 'c'].map((id) => person(id, { needs: 'act' })));
    expect(simulate(three, route({ a: 'separate', b: 'separate' }))).toMatchObject({
      stars: 1,
      breach: false,
      score: 65,
    });
  });
});

describe('the record (design §3, last paragraph)', () => {
  test.each(['cc', 'to'] as const)(
    'the survey in %s: seven batches, 118 to 197 viewers each, 187,148 disclosures',
    (field) => {
      const survey = courseLevel('survey-mailing');
      const outcome = simulate(survey, surveyRouting(field));
      const crowds = survey.contacts.filter(({ people }) => people !== undefined);
      expect(crowds.map(({ people }) => people).reduce((sum = 0, people = 0) => sum + people, 0)).toBe(1136);
      expect(outcome.exposed).toHaveLength(7);
      expect(Math.min(...outcome.exposed.map(({ viewersEach }) => viewersEach))).toBe(118);
      expect(Math.max(...outcome.exposed.map(({ viewersEach }) => viewersEach))).toBe(197);
      expect(outcome.disclosures).toBe(187_148);
      expect(outcome.disclosures).toBeGreaterThanOrEqual(186_382);
      expect(outcome.disclosures).toBeLessThanOrEqual(193_184);
    },
  );

  test('in one batch the mail would have made 1,289,360 disclosures', () => {
    expect(simulate(level([crowd('victims', 1136)]), route({ victims: 'cc' })).disclosures).toBe(1_289_360);
  });

  test('a million petitioners in To are counted, not looped over', () => {
    const outcome = simulate(courseLevel('forum-privacy-reply'), { reply: { petitioners: 'to', tom: 'cc' } });
    expect(outcome.disclosures).toBe(1_000_000 * 999_999);
    expect(outcome.stars).toBe(0);
  });
});
