import type { Plot } from './plot.ts';
import type { Worth } from './worth.ts';

/**
 * Returns how hard a situation is. It counts one for each card after the second, for each field after the first that the best way
 * uses, and for fields that are filled in wrongly. This measure is the game's own and comes from no study.
 */
export function difficultyOf(plot: Plot, { best }: Pick<Worth, 'best'>): number {
  const cards = plot.roles.filter(({ part }) => part !== 'former').length;
  const fields = new Set(Object.values(best)).size;
  const filledIn = plot.prefilled !== null || plot.received !== null;
  return Math.max(0, cards - 2) + Math.max(0, fields - 1) + Number(filledIn);
}
