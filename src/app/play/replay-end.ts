import type { Outcome } from '../../engine/index.ts';

/**
 * Returns the verdict to announce at the end of a replay, unless it was already announced.
 *
 * @param told the beats that were announced
 * @returns the index of a beat; `'count'` if no beat is the verdict, so that the number of exposed people is; null for nothing
 */
export function leftToTell({ beats }: Pick<Outcome, 'beats'>, told: ReadonlySet<number>): number | 'count' | null {
  const decided = beats.findLastIndex(({ kind }) => kind === 'decided');
  if (decided >= 0) return told.has(decided) ? null : decided;
  // If nobody was exposed, a beat says so.
  const calm = beats.findIndex(({ kind }) => kind === 'nobody-exposed');
  return told.has(calm) ? null : 'count';
}
