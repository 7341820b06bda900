import { describe, expect, test } from 'vitest';
import { disagreements, playExpectation } from '../../../src/engine/analysis/expectations.ts';
import { habitResults } from '../../../src/engine/analysis/habits.ts';
import { placementOf } from '../../../src/engine/level/expectations.ts';
import type { Level } from '../../../src/engine/level/level.ts';
import { courseLevel, crowd, level, mail, person } from '../levels.ts';

/** Strangers, a colleague who must be seen, and someone who must not get the mail. */
const base = (facts: Partial<Level> = {}) =>
  level(
    [
      crowd('clients', 14, { needs: 'act' }),
      person('dana', { needs: 'act', authorised: true, mustBeSeen: true }),
      person('eve', { needs: 'act' }),
      person('bank', { needs: 'nothing' }),
    ],
    facts,
  );

const each = { id: 'each', routing: { mail: { separate: ['clients'], to: ['dana', 'eve'] } } };
const open = { id: 'open', routing: { mail: { to: ['clients', 'dana', 'eve'] } } };

describe("the expectations of a level's author", () => {
  test('hold when the game gives the same order and stars', () => {
    expect(
      disagreements(
        base({
          expectations: [
            { ...each, stars: 3 },
            { ...open, stars: 0 },
          ],
        }),
      ),
    ).toEqual([]);
    expect(disagreements(base())).toEqual([]);
  });

  test('fail on another order, and name the cards and the mail behind it', () => {
    expect(disagreements(base({ expectations: [open, each] }))).toMatchObject([
      {
        code: 'expectation-order',
        path: ['expectations', 1, 'id'],
        params: {
          id: 'open',
          other: 'each',
          otherScore: '100',
          mails: 'mail',
          contacts: expect.stringContaining('clients') as string,
        },
      },
    ]);
  });

  test('hold for two ways with the same score, in any order', () => {
    expect(disagreements(base({ expectations: [each, { ...each, id: 'again' }] }))).toEqual([]);
  });

  test('fail on other stars, more or fewer', () => {
    expect(
      disagreements(
        base({
          expectations: [
            { ...each, stars: 2 },
            { ...open, stars: 1 },
          ],
        }),
      ),
    ).toMatchObject([
      { code: 'expectation-too-many', params: { id: 'each', stars: '2', found: '3' } },
      { code: 'expectation-too-few', params: { id: 'open', stars: '1', found: '0', kind: 'exposed-strangers' } },
    ]);
  });

  test('take * as all other contacts, and leave out those that no field names', () => {
    expect(placementOf({ to: ['a'], bcc: ['*'] }, ['a', 'b', 'c'])).toEqual({ a: 'to', b: 'bcc', c: 'bcc' });
    expect(placementOf({ to: ['a'] }, ['a', 'b'])).toEqual({ a: 'to' });
  });

  test('address a mail that they do not name in the best way, even one that follows a breach', () => {
    const survey = courseLevel('survey-mailing');
    const shown = playExpectation(survey, { routing: { survey: { to: ['priya'], cc: ['*'] } } });
    expect(shown.outcome.due).toEqual([]);
    expect(shown.outcome.sent.map(({ mail: id }) => id)).toContain('apology');
    const again = playExpectation(survey, {
      routing: { survey: { to: ['priya'], cc: ['*'] }, apology: { cc: ['*'] } },
    });
    expect(again.outcome.score).toBeLessThanOrEqual(shown.outcome.score);
    expect(again.outcome.beats.map(({ kind }) => kind)).toContain('apology-repeats');
  });

  test('hold for the levels of the course', () => {
    for (const name of ['survey-mailing', 'cv-to-rivals', 'forum-privacy-reply']) {
      const some = courseLevel(name);
      expect(some.expectations?.length).toBeGreaterThanOrEqual(3);
      expect(disagreements(some)).toEqual([]);
    }
  });
});

describe('a habit', () => {
  test('leaves out those who must not get the mail', () => {
    const routed = (some: Level) =>
      habitResults(some).map(({ routing }) => Object.values(routing).map((fields) => fields['bank'] ?? 'none'));
    expect(new Set(routed(base()).flat())).toEqual(new Set(['none']));
    const report = base({ mails: [mail('mail'), mail('report', { needs: { bank: 'know' } })] });
    expect(routed(report)).toContainEqual(['none', 'separate']);
  });

  test('sends the prefilled fields unchanged', () => {
    const trap = base({ mails: [mail('mail', { prefilled: { bank: 'cc' } })] });
    expect(habitResults(trap).find(({ habit }) => habit === 'as-prefilled')?.routing).toEqual({ mail: { bank: 'cc' } });
  });
});
