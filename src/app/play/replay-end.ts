import type { Outcome } from '../../engine/index.ts';

/**
 * What is read out when a replay has come to its end, before that it has: its verdict, unless it was read out as it came.
 *
 * @param told the beats that were read out
 * @returns the index of a beat; `'count'` where no beat says it, and only the number of those exposed does; null for nothing more
 */
export function leftToTell({ beats }: Pick<Outcome, 'beats'>, told: ReadonlySet<number>): number | 'count' | null {
  const decided = beats.findLastIndex(({ kind }) => kind === 'decided');
  if (decided >= 0) return told.has(decided) ? null : decided;
  // That nobody was exposed is an event of its own.
  const calm = beats.findIndex(({ kind }) => kind === 'nobody-exposed');
  return told.has(calm) ? null : 'count';
}
