import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/engine/play/simulate.ts';
import { courseLevel, crowd, level, mail, person, route, surveyRouting } from './levels.ts';

const lost = (of: ReturnType<typeof simulate>) => of.deductions.map(({ kind, points }) => [kind, points]);

describe('the worked examples of docs/scoring.md', () => {
  const two = (facts = {}, sensitivity = 2) =>
    level([person('a'), person('b')], { mails: [mail('mail', { sensitivity })], ...facts });

  test('1: two strangers in Cc, on a mail that says something private', () => {
    // 2 pairs × 10² × 2 (part of a name) = 400; 50 + 5 × log10(401) = 63.02
    const outcome = simulate(two(), route({ a: 'cc', b: 'cc' }));
    expect(outcome.exposures.reduce((sum, { harm }) => sum + harm, 0)).toBe(400);
    expect(outcome).toMatchObject({ score: 37, stars: 0, breach: true });
    expect(lost(outcome)).toEqual([['exposed-strangers', 63]]);
  });

  test('2: the same two, who would recognise each other', () => {
    // × 5 = 2,000; 50 + 5 × log10(2001) = 66.51
    const known = two({ circles: [{ id: 'street', members: ['a', 'b'], bond: 'acquaintance' }] });
    expect(lost(simulate(known, route({ a: 'cc', b: 'cc' })))).toEqual([['exposed-acquaintances', 67]]);
  });

  test('3: the same two, where being on the mail says nothing', () => {
    // 2 × 10⁰ × 2 = 4; no breach: 3 × log10(5) = 2.10
    expect(simulate(two({}, 0), route({ a: 'cc', b: 'cc' }))).toMatchObject({ score: 98, stars: 3, breach: false });
  });

  test('4: the same two in one context', () => {
    const team = two({ circles: [{ id: 'team', members: ['a', 'b'], bond: 'context' }] });
    expect(simulate(team, route({ a: 'to', b: 'cc' }))).toMatchObject({ score: 100, stars: 3 });
  });

  test('5: the same two in Bcc: safe, but by one field', () => {
    expect(lost(simulate(two(), route({ a: 'bcc', b: 'bcc' })))).toEqual([['fragile-bcc', 15]]);
    expect(simulate(two(), route({ a: 'separate', b: 'separate' }))).toMatchObject({ score: 100, stars: 3 });
  });

  test('6: somebody must not get the mail at all', () => {
    // 10² × 10 (content) × 1 = 1,000; 50 + 5 × log10(1001) = 65.00
    const wrong = level([person('a'), person('wrong', { needs: 'nothing' })]);
    const outcome = simulate(wrong, route({ a: 'separate', wrong: 'separate' }));
    expect(lost(outcome)).toEqual([['content-leaked', 65]]);
  });

  test('7: left out: one who must act weighs twice as much as one who must know', () => {
    // 100 × 2 / (2 + 1) = 66.67
    const need = level([person('doer', { needs: 'act' }), person('knower')]);
    expect(lost(simulate(need, route({ knower: 'separate' })))).toEqual([['omitted', 67]]);
    expect(lost(simulate(need, route({ doer: 'separate' })))).toEqual([['omitted', 33]]);
  });

  test('8: a team of four that must discuss, two of them in Bcc', () => {
    // 30 × 2 / 4 = 15
    const members = ['a', 'b', 'c', 'd'];
    const team = level(
      members.map((id) => person(id)),
      {
        circles: [{ id: 'team', members, bond: 'context', discusses: true }],
        mails: [mail('mail', { sensitivity: 0 })],
      },
    );
    expect(lost(simulate(team, route({ a: 'to', b: 'to', c: 'bcc', d: 'bcc' })))).toEqual([['cannot-discuss', 15]]);
    expect(simulate(team, route({ a: 'to', b: 'to', c: 'cc', d: 'cc' }))).toMatchObject({ score: 100, stars: 3 });
  });

  test('9: the survey, its seven batches in Cc', () => {
    // 187,148 pairs × 10² × 2 = 37,429,600; 50 + 5 × log10(37,429,601) = 87.87
    const outcome = simulate(courseLevel('survey-mailing'), surveyRouting('cc'));
    expect(outcome.disclosures).toBe(187_148);
    expect(lost(outcome)).toEqual([['exposed-strangers', 88]]);
  });

  test('10: a million in Cc lose hardly more than a thousand, and a crowd never more than everything', () => {
    const points = (people: number) => simulate(level([crowd('many', people)]), route({ many: 'cc' })).score;
    expect([points(2), points(1000), points(1_000_000)]).toEqual([37, 8, 0]);
  });
});
