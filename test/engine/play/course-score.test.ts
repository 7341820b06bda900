import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseScore } from '../../../src/engine/play/course-score.ts';

describe('the score of a course', () => {
  test('is the mean of the best scores, with 0 for an unfinished level', () => {
    expect(courseScore([100, 80, null, 60], 70)).toEqual({ score: 60, finished: 3, of: 4, passed: false });
  });

  test('is rounded down, so that nobody passes below the mark', () => {
    expect(courseScore([70, 70, 69], 70)).toMatchObject({ score: 69, passed: false });
    expect(courseScore([70, 70, 70], 70)).toMatchObject({ score: 70, passed: true });
  });

  test('does not pass a course without levels', () => {
    expect(courseScore([], 0)).toEqual({ score: 0, finished: 0, of: 0, passed: false });
  });

  test('does not pass before every level is finished, and never falls when a level is played better', () => {
    const best = fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(best, fc.nat(100), fc.nat(100), (scores, mark, better) => {
        const before = courseScore(scores, mark);
        expect(before.passed && scores.includes(null)).toBe(false);
        const [first, ...others] = scores;
        const after = courseScore([Math.max(first ?? 0, better), ...others], mark);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
    );
  });
});
