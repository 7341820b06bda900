import { expect, it } from 'vitest';
import { rateLimiter } from '../../src/room/limits.ts';

it('the limit allows a burst, and refills with time, but never beyond the burst', () => {
  let now = 0;
  const mayCome = rateLimiter({ burst: 3, perSecond: 2 }, () => now);
  expect([mayCome(1), mayCome(2), mayCome(1)]).toEqual([true, true, false]);
  now += 500;
  expect([mayCome(1), mayCome(1)]).toEqual([true, false]);
  now += 60_000;
  expect([mayCome(3), mayCome(1)]).toEqual([true, false]);
});

it('a refused amount does not count', () => {
  const mayCome = rateLimiter({ burst: 3, perSecond: 1 }, () => 0);
  expect([mayCome(4), mayCome(3)]).toEqual([false, true]);
});
