import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dotField, nearestDot, peoplePerDot } from '../../src/replay/dots.ts';

const side = fc.integer({ min: 24, max: 500 });
const people = fc.oneof(fc.integer({ min: 2, max: 400 }), fc.integer({ min: 2, max: 10_000_000 }));

describe('the dots of a crowd', () => {
  test('stand for all people, and for nobody twice', () => {
    fc.assert(
      fc.property(people, side, side, (count, width, height) => {
        const field = dotField('crowd', count, width, height);
        expect(field.dots.length * field.people).toBeGreaterThanOrEqual(count);
        expect((field.dots.length - 1) * field.people).toBeLessThan(count);
      }),
    );
  });

  test('are one for each person where there is room', () => {
    for (const count of [119, 154, 198]) expect(dotField('batch', count, 120, 90).people).toBe(1);
    expect(dotField('petitioners', 1_000_000, 380, 280).people).toBe(400);
  });

  test('lie in their field, and ink reaches each of them', () => {
    fc.assert(
      fc.property(people, side, side, (count, width, height) => {
        for (const { x, y, turn } of dotField('crowd', count, width, height).dots) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(height);
          expect(turn).toBeGreaterThanOrEqual(0);
          expect(turn).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('are always in the same places for the same crowd, and elsewhere for another', () => {
    expect(dotField('one', 150, 120, 90)).toEqual(dotField('one', 150, 120, 90));
    expect(dotField('one', 150, 120, 90).dots).not.toEqual(dotField('two', 150, 120, 90).dots);
  });

  test('are picked where they are', () => {
    const field = dotField('crowd', 163, 140, 100);
    for (const [index, { x, y }] of field.dots.entries()) expect(nearestDot(field, x, y)).toBe(index);
  });

  test('stand for round numbers of people', () => {
    expect([1, 2500, 2501, 6000, 1_000_000].map((count) => peoplePerDot(count, 2500))).toEqual([1, 1, 2, 4, 400]);
  });
});
