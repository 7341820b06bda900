import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { affordable, allot, FEWEST, roundNumber, watchFrames } from '../../../src/replay/dots/dot-budget.ts';

const crowds = fc.array(fc.integer({ min: 2, max: 1_000_000 }), { minLength: 1, maxLength: 12 });

describe('the number of dots', () => {
  test('includes everyone if the machine can, and never more than it can or than there are people', () => {
    fc.assert(
      fc.property(crowds, fc.integer({ min: 100, max: 2_000_000 }), (people, most) => {
        const dots = allot(people, most);
        const all = people.reduce((sum, count) => sum + count, 0);
        for (const [index, count] of dots.entries()) {
          expect(count).toBeGreaterThanOrEqual(1);
          expect(count).toBeLessThanOrEqual(people[index] ?? 0);
        }
        expect(dots.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(most);
        expect(allot(people, all)).toEqual(people);
      }),
    );
  });

  test('shrinks for a large crowd, while small ones keep everyone', () => {
    expect(allot([1_000_000, 119, 198], 100_000)).toEqual([50_000, 119, 198]);
    expect(allot([119, 198, 154, 163, 171, 148, 183], 2500)).toEqual([119, 198, 154, 163, 171, 148, 183]);
  });

  test('is a round number that is not too high', () => {
    expect([1, 3, 9, 49, 5000, 99_999, 1_000_000].map((most) => roundNumber(most))).toEqual([
      1, 2, 5, 20, 5000, 50_000, 1_000_000,
    ]);
  });

  test('follows from the time per dot, and is higher while nothing moves', () => {
    expect(affordable({ bare: 1, each: 0.00001 }, true)).toBe(2_000_000);
    expect(affordable({ bare: 8, each: 0.0005 }, true)).toBe(20_000);
    expect(affordable({ bare: 8, each: 0.0005 }, false)).toBe(2_000_000);
    expect(affordable({ bare: 90, each: 5 }, true)).toBe(FEWEST);
  });

  test('falls when frames stay slow, but not for one slow frame or when dots are not the reason', () => {
    const after = (times: readonly number[], dots: number) => {
      const watch = watchFrames();
      return times.reduce((now, time) => watch.frame(now, time), dots);
    };
    const slow = Array.from({ length: 10 }, () => 104);
    expect(after(slow, 200_000)).toBe(50_000);
    expect(after(slow.slice(1), 200_000)).toBe(200_000);
    expect(after([300, 300, 300], 1_000_000)).toBe(50_000);
    expect(after([16, 16, 300, 16, 16, 16, 16, 16, 16, 16, 16, 16], 1_000_000)).toBe(1_000_000);
    expect(after([...slow, ...slow], FEWEST)).toBe(FEWEST);
  });
});
