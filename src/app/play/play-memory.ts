import type { Command, Routing } from '../../engine/index.ts';
import {
  loadPlay,
  loadProgress,
  saveFinished,
  savePlay,
  type FinishedPlay,
  type SavedPlay,
} from '../../progress/index.ts';

/** Where a run of a level finds what was played before, and keeps what is played now. */
export interface PlayMemory {
  load(): SavedPlay | null;
  /** How the level went: the play itself where it is still there, else the routing of the best result; null for neither. */
  lastResult(): LastResult | null;
  /** True when the level was played to its end before: the answer need not be held back. */
  finishedBefore(): boolean;
  /** Keeps where the player is. */
  keep(play: SavedPlay): void;
  /** The level was played to its end. */
  finish(play: FinishedPlay): void;
}

export type LastResult = { readonly log: readonly Command[] } | { readonly routing: Routing };

/** What is kept on this device. */
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

/** What lasts as long as the page is open: a preview leaves nothing on the device. */
export function previewMemory(): PlayMemory {
  let saved: SavedPlay | null = null;
  return {
    load: () => saved,
    lastResult: () => null,
    // Who looks at a level of their own knows the answer.
    finishedBefore: () => true,
    keep(play) {
      saved = play;
    },
    finish() {
      // A preview is for looking at a level, and no proof of anything.
    },
  };
}

/** True when the player has done something that a new start would lose. */
export function isBegun(saved: SavedPlay | null): boolean {
  return saved !== null && saved.stage !== 'debrief' && saved.log.length > 0;
}
