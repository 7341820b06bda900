import { describe, expect, test } from 'vitest';
import { dateOf, streakAt } from '../../src/progress/daily.ts';

describe('the streak of the email of the day', () => {
  const last = { date: '2026-02-27', streak: 4 };

  test.each([
    ['begins with the first day', null, '2026-02-27', 1],
    ['grows by the next day', last, '2026-02-28', 5],
    ['forgives one missed day, over the end of a month too', last, '2026-03-01', 5],
    ['begins again after two missed days', last, '2026-03-02', 1],
    ['stays as it is on the same day', last, '2026-02-27', 4],
    ['begins again where the clock went back', last, '2026-02-20', 1],
  ])('%s', (_, before, date, streak) => {
    expect(streakAt(before, date)).toBe(streak);
  });
});

test('the date is that of the calendar on the wall', () => {
  expect(dateOf(new Date(2026, 11, 1, 0, 5))).toBe('2026-12-01');
  expect(dateOf(new Date(2026, 0, 9, 23, 55))).toBe('2026-01-09');
});
