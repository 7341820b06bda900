import type { Practices } from './refresher.ts';
import type { Progress, Result } from './record.ts';

/**
 * True when a result is at least as good as another. Stars come first, because a breach is not a success however high
 * its score.
 */
export function isAsGood(one: Result, other: Result): boolean {
  return one.stars > other.stars || (one.stars === other.stars && one.score >= other.score);
}

/**
 * Merges two records of one player: the better result and the later play of each level.
 * @param mine of this tab, whose settings and half-played levels win
 * @param theirs what another tab has stored
 */
export function mergeProgress(mine: Progress, theirs: Progress): Progress {
  return {
    ...mine,
    results: mergeBy(mine.results, theirs.results, isAsGood),
    latest: mergeBy(mine.latest, theirs.latest, isLater),
    predictions: mergeBy(mine.predictions, theirs.predictions, isLater),
    practices: mergeBy<NonNullable<Practices[keyof Practices]>>(
      mine.practices,
      theirs.practices,
      (one, other) => one.since >= other.since,
    ),
    plays: { ...theirs.plays, ...mine.plays },
    composed: mergeBy(mine.composed, theirs.composed, isLater),
    name: mine.name ?? theirs.name,
  };
}

const isLater = (one: { readonly at: number }, other: { readonly at: number }) => one.at >= other.at;

function mergeBy<Value>(
  mine: Readonly<Record<string, Value>>,
  theirs: Readonly<Record<string, Value>>,
  wins: (one: Value, other: Value) => boolean,
): Record<string, Value> {
  const merged: Record<string, Value> = { ...theirs };
  for (const [id, value] of Object.entries(mine)) {
    const other = merged[id];
    if (other === undefined || wins(value, other)) merged[id] = value;
  }
  return merged;
}
