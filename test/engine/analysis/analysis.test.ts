import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestRouting, explainBest } from '../../../src/engine/analysis/analysis.ts';
import { deadFacts } from '../../../src/engine/analysis/dead-facts.ts';
import { habitResults, NAIVE_HABITS } from '../../../src/engine/analysis/habits.ts';
import { BONDS, FIELDS, IDENTITIES, NEEDS, type Level } from '../../../src/engine/level/level.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { RoutingError } from '../../../src/engine/mail/routing-check.ts';
import { courseLevel, hopelessLevel, level, mail, person, route, surveyRouting } from '../levels.ts';
import { tries } from '../../tries.ts';

/** Levels small enough to try all placements of a desk. */
const OFFERED = FIELDS.filter((field) => field !== 'instead');
const smallLevel: fc.Arbitrary<Level> = fc
  .record({
    people: fc.array(
      fc.record({
        people: fc.constantFrom(1, 1, 2, 40),
        needs: fc.constantFrom(...NEEDS),
        identity: fc.constantFrom(...IDENTITIES),
        mustBeSeen: fc.boolean(),
        authorised: fc.boolean(),
        habits: fc.subarray(['replies-all' as const]),
      }),
      { minLength: 3, maxLength: 3 },
    ),
    members: fc.subarray(['p0', 'p1', 'p2'], { minLength: 1 }),
    circle: fc.subarray(['p0', 'p1', 'p2'], { minLength: 1 }),
    bond: fc.constantFrom(...BONDS),
    discusses: fc.boolean(),
    sensitivity: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ people, members, circle, bond, discusses, sensitivity }) =>
    level(
      [
        ...people.map((facts, index) =>
          person(`p${String(index)}`, { address: `p${String(index)}-{n}@mail.example`, ...facts }),
        ),
        person('list', { kind: 'list', members }),
      ],
      { circles: [{ id: 'circle', members: circle, bond, discusses }], mails: [mail('mail', { sensitivity })] },
    ),
  );

describe('the best routing', () => {
  test.each(['survey-mailing', 'cv-to-rivals', 'forum-privacy-reply'])(
    'of %s reaches 100 points and three stars',
    (name) => {
      expect(bestRouting(courseLevel(name)).outcome).toMatchObject({ score: 100, stars: 3, due: [] });
    },
  );

  test('of the CV is a separate mail to each rival, and nothing to the manager', () => {
    expect(bestRouting(courseLevel('cv-to-rivals')).routing).toEqual({
      cv: { northwind: 'separate', southgale: 'separate', referee: 'cc' },
    });
  });

  test('is never worse than a random one', () => {
    const rivals = courseLevel('cv-to-rivals');
    const best = bestRouting(rivals).outcome.score;
    const ids = rivals.contacts.map(({ id }) => id);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OFFERED), { minLength: ids.length, maxLength: ids.length }), (fields) => {
        const routing = { cv: Object.fromEntries(ids.map((id, index) => [id, fields[index] ?? 'none'])) };
        expect(simulate(rivals, routing).score).toBeLessThanOrEqual(best);
      }),
      tries(1000),
    );
  });

  test('of a team that must discuss is visible', () => {
    const team = level([person('a', { needs: 'act' }), person('b', { needs: 'act' })], {
      mails: [mail('mail', { sensitivity: 0 })],
      circles: [{ id: 'team', members: ['a', 'b'], bond: 'context', discusses: true }],
    });
    expect(bestRouting(team).routing).toEqual({ mail: { a: 'to', b: 'to' } });
  });

  test('is exact where nothing can be better, and says so where it may have missed one', () => {
    expect(bestRouting(courseLevel('survey-mailing')).exact).toBe(true);
    const best = bestRouting(hopelessLevel());
    expect(best.outcome.score).toBeLessThan(100);
    expect(best.exact).toBe(false);
  });

  test('is never worse than a random one, on random levels', () => {
    fc.assert(
      fc.property(smallLevel, fc.array(fc.constantFrom(...OFFERED), { minLength: 4, maxLength: 4 }), (some, fields) => {
        const best = bestRouting(some);
        expect(best.exact).toBe(true);
        const random = route(Object.fromEntries(some.contacts.map(({ id }, index) => [id, fields[index] ?? 'none'])));
        expect(simulate(some, random).score).toBeLessThanOrEqual(best.outcome.score);
      }),
      tries(1000),
    );
  });
});

describe('the naive habits', () => {
  const COURSE = ['survey-mailing', 'cv-to-rivals', 'forum-privacy-reply'];

  test.each(NAIVE_HABITS.filter((habit) => habit !== 'all-separate'))('%s wins no level of the course', (habit) => {
    const wins = COURSE.flatMap((name) => habitResults(courseLevel(name)).filter((result) => result.habit === habit));
    expect(wins.map(({ wins: won }) => won)).toEqual([false, false, false]);
  });

  test('report a habit that wins a level', () => {
    const easy = level([person('a'), person('b')]);
    const winners = habitResults(easy).filter(({ wins }) => wins);
    expect(winners.map(({ habit }) => habit)).toEqual(['all-separate']);
  });

  test('include the `instead` tray for everyone', () => {
    const around = (reaches: boolean) =>
      level([person('a'), person('b')], {
        mails: [mail('mail', { fields: ['to', 'cc', 'bcc', 'instead'], instead: { name: 'By phone', reaches } })],
      });
    const wins = (reaches: boolean) => habitResults(around(reaches)).find(({ habit }) => habit === 'all-instead')?.wins;
    expect([wins(true), wins(false)]).toEqual([true, false]);
  });

  test('counting heads hides a team of fifteen, which then cannot discuss', () => {
    const members = Array.from({ length: 15 }, (_, index) => `p${String(index)}`);
    const team = level(
      members.map((id) => person(id)),
      {
        mails: [mail('mail', { sensitivity: 0 })],
        circles: [{ id: 'team', members, bond: 'context', discusses: true }],
      },
    );
    const score = (habit: string) => habitResults(team).find((result) => result.habit === habit)?.outcome.score;
    expect(score('bcc-from-15')).toBe(50);
    expect(score('all-to')).toBe(100);
  });

  test('keeping the prefilled fields exposes the million', () => {
    const result = habitResults(courseLevel('forum-privacy-reply')).find(({ habit }) => habit === 'as-prefilled');
    expect(result?.outcome).toMatchObject({ breach: true, stars: 0 });
  });
});

describe('facts that never matter', () => {
  test('include an identity that nobody can ever read, and a circle of one', () => {
    const story = level([person('a'), person('boss', { needs: 'nothing', authorised: true })], {
      circles: [{ id: 'alone', members: ['a'], bond: 'context' }],
      mails: [mail('mail', { fields: ['separate'] })],
    });
    expect(deadFacts(story).map(({ path }) => path)).toEqual([
      ['contacts', 1, 'authorised'],
      ['circles', 0],
    ]);
  });

  test('do not include facts that change what a routing costs', () => {
    const story = level([person('a', { identity: 'photo' }), person('b')], {
      circles: [{ id: 'street', members: ['a', 'b'], bond: 'acquaintance' }],
    });
    expect(deadFacts(story)).toEqual([]);
  });

  test('take into account what mails say about people', () => {
    const of = (facts: Parameters<typeof mail>[1]) =>
      deadFacts(level([person('a'), person('b')], { mails: [mail('mail', facts)] })).map(({ path }) => path);
    expect(of({ needs: { a: 'know' } })).toEqual([['mails', 0, 'needs', 'a']]);
    expect(of({ needs: { a: 'nothing' } })).toEqual([]);
    // Without a wrong reader, nobody reads about them.
    expect(of({ about: { people: 69 } })).toEqual([['mails', 0, 'about']]);
    expect(of({ about: { people: 69 }, needs: { a: 'nothing' } })).toEqual([]);
  });
});

describe('the explanation of the best routing', () => {
  test('says for each contact what every other field would cost, and why', () => {
    const steps = explainBest(courseLevel('cv-to-rivals'), { cv: { northwind: 'to', southgale: 'bcc' } });
    const southgale = steps.find(({ contact }) => contact === 'southgale');
    expect(southgale).toMatchObject({ yours: 'bcc', best: 'separate' });
    expect(southgale?.alternatives.find(({ field }) => field === 'none')?.because).toEqual(['omitted']);
    const manager = steps.find(({ contact }) => contact === 'manager');
    expect(manager).toMatchObject({ yours: 'none', best: 'none' });
    expect(manager?.alternatives.every(({ because }) => because.includes('content-leaked'))).toBe(true);
  });

  test('prices a field at exactly what the score loses by that one change, in random levels', () => {
    fc.assert(
      fc.property(smallLevel, (some) => {
        const best = bestRouting(some);
        for (const { mail: id, contact, alternatives } of explainBest(some, {})) {
          for (const { field, points } of alternatives) {
            const changed = { ...best.routing, [id]: { ...best.routing[id], [contact]: field } };
            expect(points).toBe(best.outcome.score - simulate(some, changed).score);
          }
        }
      }),
      tries(100, 20),
    );
  });

  test('names a batch once, on the mail that it belongs to', () => {
    const steps = explainBest(courseLevel('survey-mailing'), surveyRouting('cc'));
    expect(steps.filter(({ contact }) => contact === 'batch-4')).toMatchObject([
      { mail: 'survey-4', yours: 'cc', best: 'separate' },
    ]);
    expect(steps.map(({ contact }) => contact)).not.toContain('officer');
  });
});

describe('refuses a routing that does not fit its level', () => {
  const two = level([person('a')], { mails: [mail('mail', { fields: ['to'] })] });
  test.each([
    ['unknown-mail', { post: {} }],
    ['unknown-contact', route({ b: 'to' })],
    ['field-not-offered', route({ a: 'bcc' })],
    ['unknown-field', JSON.parse('{"mail":{"a":"fax"}}') as Record<string, never>],
  ])('%s', (code, routing) => {
    expect(() => simulate(two, routing)).toThrow(RoutingError);
    expect(() => simulate(two, routing)).toThrow(code);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('a contact of %d people', (people) => {
    const absurd = level([person('many', { people })]);
    expect(() => simulate(absurd, route({ many: 'to' }))).toThrow(RoutingError);
    expect(() => simulate(absurd, route({ many: 'to' }))).toThrow('absurd-count: contact many');
  });
});
