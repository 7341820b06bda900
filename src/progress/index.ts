import type { Command } from '../engine/play.ts';
import { NOTHING_YET, readRecord, type PlayStage, type Progress, type SavedPlay, type Settings } from './record.ts';

export type { PlayStage, Progress, Result, SavedPlay, Settings } from './record.ts';

/** One key holds all that the page keeps, so that one removal erases it. */
const KEY = 'blind-copy';

/** The record when the storage is full or forbidden: the session goes on, only a reload forgets. */
let unsaved: Progress | null = null;

/** All that is kept on this device. */
export function loadProgress(): Progress {
  if (unsaved) return unsaved;
  try {
    return readRecord(localStorage.getItem(KEY));
  } catch {
    return NOTHING_YET;
  }
}

function save(progress: Progress): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(progress));
    unsaved = null;
  } catch {
    unsaved = progress;
  }
}

/** Keeps the result of a level when it is the best so far; the score decides, as stars may tie. */
export function saveStars(level: string, stars: number, score: number): void {
  const progress = loadProgress();
  const best = progress.results[level];
  if (best && (best.stars > stars || (best.stars === stars && best.score >= score))) return;
  save({ ...progress, results: { ...progress.results, [level]: { stars, score } } });
}

/** Keeps where the player is in a level. */
export function savePlay(level: string, log: readonly Command[], stage: PlayStage): void {
  const progress = loadProgress();
  save({ ...progress, plays: { ...progress.plays, [level]: { log, stage } } });
}

/** Where the player was in a level; null when it is not begun. */
export function loadPlay(level: string): SavedPlay | null {
  return loadProgress().plays[level] ?? null;
}

/** Forgets where the player was in a level; the stars stay. */
export function dropPlay(level: string): void {
  const progress = loadProgress();
  const { [level]: _dropped, ...plays } = progress.plays;
  save({ ...progress, plays });
}

export const settings = {
  get: (): Settings => loadProgress().settings,
  set(change: Partial<Settings>): void {
    const progress = loadProgress();
    save({ ...progress, settings: { ...progress.settings, ...change } });
  },
};

/** Erases everything that the page keeps on this device. */
export function eraseAll(): void {
  unsaved = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A forbidden storage has nothing to erase.
  }
}
