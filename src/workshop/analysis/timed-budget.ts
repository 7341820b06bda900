import type { Budget } from '../../engine/index.ts';

/**
 * A budget of time, for a device of any speed.
 *
 * @param now the time in milliseconds
 */
export function timedBudget(milliseconds: number, now: () => number): Budget {
  return until(now() + milliseconds, now);
}

function until(end: number, now: () => number): Budget {
  return {
    spend: () => now() < end,
    share: (part) => until(now() + (end - now()) * part, now),
  };
}
