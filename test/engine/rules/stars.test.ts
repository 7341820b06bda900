import { describe, expect, test } from 'vitest';
import { starsFor } from '../../../src/engine/rules/score.ts';

describe('stars follow the score', () => {
  test.each([
    [100, 3],
    [90, 3],
    [89, 2],
    [70, 2],
    [69, 1],
    [40, 1],
    [39, 0],
  ])('%i points: %i', (points, stars) => {
    expect(starsFor(points, false, 'none')).toBe(stars);
  });

  test('a breach gets none, and missed doers limit them', () => {
    expect([starsFor(100, true, 'none'), starsFor(100, false, 'some'), starsFor(100, false, 'half')]).toEqual([
      0, 1, 0,
    ]);
  });
});
