import { describe, expect, test } from 'vitest';
import { disagreements, playExpectation } from '../../../src/engine/analysis/expectations.ts';
import { habitResults } from '../../../src/engine/analysis/habits.ts';
import { placementOf } from '../../../src/engine/level/expectations.ts';
import type { Level } from '../../../src/engine/level/level.ts';
import { courseLevel, crowd, level, mail, person } from '../levels.ts';

/** Strangers, a colleague who must be seen, and one who must not get the mail. */
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

describe('what the author of a level expects', () => {
  test('agrees where the order and the stars are those of the game', () => {
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

  test('disagrees with an order, and names the cards and the mail that make it', () => {
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

  test('two ways with one score disagree with no order', () => {
    expect(disagreements(base({ expectations: [each, { ...each, id: 'again' }] }))).toEqual([]);
  });

  test('disagrees with the stars, in both directions', () => {
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

  test('* means all others, and those whom no field names are left out', () => {
    expect(placementOf({ to: ['a'], bcc: ['*'] }, ['a', 'b', 'c'])).toEqual({ a: 'to', b: 'bcc', c: 'bcc' });
    expect(placementOf({ to: ['a'] }, ['a', 'b'])).toEqual({ a: 'to' });
  });

  test('a mail that is not named is addressed as well as can be, also one that comes after a breach', () => {
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

  test('the levels of the course state theirs, and the game agrees', () => {
    for (const name of ['survey-mailing', 'cv-to-rivals', 'forum-privacy-reply']) {
      const some = courseLevel(name);
      expect(some.expectations?.length).toBeGreaterThanOrEqual(3);
      expect(disagreements(some)).toEqual([]);
    }
  });
});

describe('a habit', () => {
  test('leaves out those who must not get the mail, by the mail', () => {
    const routed = (some: Level) =>
      habitResults(some).map(({ routing }) => Object.values(routing).map((fields) => fields['bank'] ?? 'none'));
    expect(new Set(routed(base()).flat())).toEqual(new Set(['none']));
    const report = base({ mails: [mail('mail'), mail('report', { needs: { bank: 'know' } })] });
    expect(routed(report)).toContainEqual(['none', 'separate']);
  });

  test('sends what the software has prefilled as it is', () => {
    const trap = base({ mails: [mail('mail', { prefilled: { bank: 'cc' } })] });
    expect(habitResults(trap).find(({ habit }) => habit === 'as-prefilled')?.routing).toEqual({ mail: { bank: 'cc' } });
  });
});
