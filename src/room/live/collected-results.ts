import type { RoomResult } from '../result.ts';

/** Milliseconds for which results are collected, so that a whole hall does not draw the page once for each phone. */
export const COLLECT = 100;

/** Results that have arrived and are not yet passed on. */
export interface CollectedResults {
  /** Adds a result, which is passed on with those that arrive in the next moment. */
  readonly add: (result: RoomResult) => void;
  /** Something else has changed, which is drawn with the results. */
  readonly changed: () => void;
  /** Passes the results on at once, so that what the facilitator does next does not come before them. */
  readonly takeNow: () => void;
}

/**
 * @param take takes the results that have arrived
 * @param draw called instead when something else has changed and no result has arrived
 */
export function collectResults(take: (results: readonly RoomResult[]) => void, draw: () => void): CollectedResults {
  let collected: RoomResult[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pass = () => {
    const results = collected;
    collected = [];
    if (results.length > 0) take(results);
    return results.length > 0;
  };
  const later = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!pass()) draw();
    }, COLLECT);
  };
  return {
    add(result) {
      collected.push(result);
      later();
    },
    changed: later,
    // The timer runs on, for what else has changed.
    takeNow: () => void pass(),
  };
}
