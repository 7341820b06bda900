import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestRouting, explainBest } from '../../src/engine/analysis.ts';
import { FIELDS } from '../../src/engine/level.ts';
import { replay } from '../../src/engine/replay.ts';
import { RoutingError } from '../../src/engine/routing-check.ts';
import { courseLevel, level, mail, person, route, surveyRouting } from './levels.ts';

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
      fc.property(fc.array(fc.constantFrom(...FIELDS), { minLength: ids.length, maxLength: ids.length }), (fields) => {
        const routing = { cv: Object.fromEntries(ids.map((id, index) => [id, fields[index] ?? 'none'])) };
        expect(replay(rivals, routing).score).toBeLessThanOrEqual(best);
      }),
      { numRuns: 1000 },
    );
  });

  test('of a team that must discuss is visible', () => {
    const team = level([person('a', { needs: 'act' }), person('b', { needs: 'act' })], {
      mails: [mail('mail', { sensitivity: 0 })],
      circles: [{ id: 'team', members: ['a', 'b'], bond: 'context', discusses: true }],
    });
    expect(bestRouting(team).routing).toEqual({ mail: { a: 'to', b: 'to' } });
  });

  test.each(['to', 'cc', 'bcc', 'none'] as const)('no habit wins the course: everybody in %s', (field) => {
    const stars = ['survey-mailing', 'cv-to-rivals', 'forum-privacy-reply'].map((name) => {
      const of = courseLevel(name);
      const mails = of.mails.filter((one) => one.when === undefined);
      const routing = Object.fromEntries(
        mails.map((one) => [
          one.id,
          Object.fromEntries((one.contacts ?? of.contacts.map(({ id }) => id)).map((id) => [id, field])),
        ]),
      );
      return replay(of, routing).stars;
    });
    expect(stars.every((earned) => earned < 3)).toBe(true);
  });
});

describe('the explanation of the best routing', () => {
  test('says for each contact what every other field would cost and why', () => {
    const steps = explainBest(courseLevel('cv-to-rivals'), { cv: { northwind: 'to', southgale: 'bcc' } });
    const southgale = steps.find(({ contact }) => contact === 'southgale');
    expect(southgale).toMatchObject({ yours: 'bcc', best: 'separate' });
    expect(southgale?.alternatives.find(({ field }) => field === 'none')?.because).toEqual(['omitted']);
    const manager = steps.find(({ contact }) => contact === 'manager');
    expect(manager).toMatchObject({ yours: 'none', best: 'none' });
    expect(manager?.alternatives.every(({ because }) => because.includes('content-leaked'))).toBe(true);
  });

  test('names a batch once, on the mail it belongs to', () => {
    const steps = explainBest(courseLevel('survey-mailing'), surveyRouting('cc'));
    expect(steps.filter(({ contact }) => contact === 'batch-4')).toMatchObject([
      { mail: 'survey-4', yours: 'cc', best: 'separate' },
    ]);
    expect(steps.map(({ contact }) => contact)).not.toContain('officer');
  });
});

describe('a routing that does not fit its level is refused', () => {
  const two = level([person('a')], { mails: [mail('mail', { fields: ['to'] })] });
  test.each([
    ['unknown-mail', { post: {} }],
    ['unknown-contact', route({ b: 'to' })],
    ['field-not-offered', route({ a: 'bcc' })],
    ['unknown-field', JSON.parse('{"mail":{"a":"fax"}}') as Record<string, never>],
  ])('%s', (code, routing) => {
    expect(() => replay(two, routing)).toThrow(RoutingError);
    expect(() => replay(two, routing)).toThrow(code);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('a contact of %d people', (people) => {
    const absurd = level([person('many', { people })]);
    expect(() => replay(absurd, route({ many: 'to' }))).toThrow(RoutingError);
    expect(() => replay(absurd, route({ many: 'to' }))).toThrow('absurd-count: contact many');
  });
});
