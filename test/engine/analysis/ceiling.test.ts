import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ceilingOf } from '../../../src/engine/analysis/ceiling.ts';
import { deskOf, type Desk } from '../../../src/engine/play/desk.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import type { Level } from '../../../src/engine/level/level.ts';
import { scoreAlone } from '../../../src/engine/rules/score.ts';
import { tell } from '../../../src/engine/story/story.ts';
import { tries } from '../../tries.ts';
import { anyCase, anyMailboxCase } from '../arbitrary.ts';
import { level, mail, person } from '../levels.ts';

function firstDesk(some: Level): Desk {
  const desk = deskOf(some, simulate(some, {}));
  if (!desk) throw new Error('The level has no desk.');
  return desk;
}

describe('the ceiling of a card in a field', () => {
  test.each([
    ['levels of up to 60 people', anyCase],
    ['mailboxes that go by several names', anyMailboxCase],
  ])('is no lower than any score with the card there: %s', (_, cases) => {
    let lowered = 0;
    fc.assert(
      fc.property(cases, ({ level: some, routing }) => {
        const desk = firstDesk(some);
        const ceiling = ceilingOf(some, desk);
        const alike = desk.mails.map(() => routing[desk.mails[0] ?? ''] ?? {});
        const played = Object.fromEntries(desk.mails.map((id, index) => [id, alike[index] ?? {}]));
        const fields = played[desk.mails[0] ?? ''] ?? {};
        const most = Math.min(...desk.contacts.map((card) => ceiling(card, fields[card] ?? 'none')));
        if (most < 100) lowered += 1;
        expect(scoreAlone(tell(some, played))).toBeLessThanOrEqual(most);
      }),
      tries(3000),
    );
    expect(lowered).toBeGreaterThan(100);
  });

  test('is low for a leak and for somebody left out, and says nothing where another card reaches them', () => {
    const some = level(
      [person('a', { needs: 'act' }), person('b'), person('x', { needs: 'nothing' }), person('c'), person('l')],
      { mails: [mail('mail')] },
    );
    const ceiling = ceilingOf(some, firstDesk(some));
    expect([ceiling('a', 'none'), ceiling('b', 'none'), ceiling('x', 'bcc'), ceiling('x', 'none')]).toEqual([
      65, 80, 51, 100,
    ]);
    const twice = level([person('b'), person('g', { kind: 'group', members: ['b'] })]);
    expect(ceilingOf(twice, firstDesk(twice))('b', 'none')).toBe(100);
  });
});

describe('the score alone', () => {
  test('is the score of the play; below what is wanted, it is at least the score and still below', () => {
    let given = 0;
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: 100 }), ({ level: some, routing }, wanted) => {
        const { score } = simulate(some, routing);
        expect(scoreAlone(tell(some, routing))).toBe(score);
        const alone = scoreAlone(tell(some, routing), wanted);
        if (alone > score) given += 1;
        expect(alone).toBeGreaterThanOrEqual(score);
        expect(score >= wanted ? alone === score : alone < wanted).toBe(true);
      }),
      tries(3000),
    );
    expect(given).toBeGreaterThan(20);
  });
});
