import type { Plot } from './plot.ts';
import type { Worth } from './worth.ts';

/**
 * How hard a situation is, from 1: a step for each card beyond the second, for each field beyond the first that the best way uses,
 * and for fields that are filled in wrongly. The game's own measure; no study gives it.
 */
export function difficultyOf(plot: Plot, { best }: Pick<Worth, 'best'>): number {
  const cards = plot.roles.filter(({ part }) => part !== 'former').length;
  const fields = new Set(Object.values(best)).size;
  const filledIn = plot.prefilled !== null || plot.received !== null;
  return Math.max(0, cards - 2) + Math.max(0, fields - 1) + Number(filledIn);
}
