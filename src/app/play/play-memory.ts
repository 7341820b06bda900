import type { Command, Routing } from '../../engine/index.ts';
import {
  loadPlay,
  loadProgress,
  saveFinished,
  savePlay,
  type FinishedPlay,
  type SavedPlay,
} from '../../progress/index.ts';

/** Stores the play of a level, and remembers earlier plays. */
export interface PlayMemory {
  load(): SavedPlay | null;
  /** The last finished play if it is still stored, otherwise the routing of the best result; null without either. */
  lastResult(): LastResult | null;
  /** True if the level was finished before, so that the answer need not be held back. */
  finishedBefore(): boolean;
  /** Keeps where the player is. */
  keep(play: SavedPlay): void;
  /** Stores the result of a finished play. */
  finish(play: FinishedPlay): void;
}

export type LastResult = { readonly log: readonly Command[] } | { readonly routing: Routing };

/** Stores plays on this device. */
export function deviceMemory(level: string): PlayMemory {
  return {
    load: () => loadPlay(level),
    lastResult() {
      const play = loadPlay(level);
      if (play?.stage === 'debrief') return { log: play.log };
      const routing = loadProgress().results[level]?.routing ?? null;
      return routing && { routing };
    },
    finishedBefore: () => loadProgress().results[level] !== undefined,
    keep: ({ log, stage, predictions }) => savePlay(level, log, stage, predictions),
    finish: (play) => saveFinished(play, Date.now()),
  };
}

/** Stores plays only until the page is closed, because a preview leaves nothing on the device. */
export function previewMemory(): PlayMemory {
  let saved: SavedPlay | null = null;
  return {
    load: () => saved,
    lastResult: () => null,
    // The author of a level already knows the answer.
    finishedBefore: () => true,
    keep(play) {
      saved = play;
    },
    finish() {
      // A preview earns no result.
    },
  };
}

/** True if the player has done something that starting over would lose. */
export function isBegun(saved: SavedPlay | null): boolean {
  return saved !== null && saved.stage !== 'debrief' && saved.log.length > 0;
}
