import { mergeProgress } from './merge.ts';
import { readRecord } from './read-record.ts';
import type { Progress } from './record.ts';
import type { RecordStorage } from './storage.ts';
import { changeProgress, isKept, recordText } from './store.ts';

/*
 * Earlier versions kept one record for all pages of an origin. A course takes over what that record knows of the course's
 * own levels. It takes it out, so that another course with levels of the same names does not take it again.
 */

let taken = false;

/** True once a course has taken over what was its own: what is left of the earlier record belongs to others. */
export function hasTakenOver(): boolean {
  return taken;
}

/**
 * Takes over the results and half-played levels of an earlier version, and with the first of them settings and name.
 *
 * @param earlier the record of earlier versions
 * @param levels the ids of the levels of the course
 * @returns true when the record of this course has changed
 */
export function takeOverEarlierRecord(earlier: RecordStorage, levels: ReadonlySet<string>): boolean {
  if (levels.size === 0) return false;
  taken = true;
  const text = textOf(earlier);
  if (text === null) return false;
  const { progress, state } = readRecord(text);
  if (state !== 'whole' && state !== 'mended') return false;
  const own = levelsOnly(progress, (level) => levels.has(level));
  const rest = levelsOnly(progress, (level) => !levels.has(level));
  // Settings alone belong to the first course that comes.
  if (!knowsLevels(own) && knowsLevels(rest)) return false;
  const first = recordText() === null;
  changeProgress((now) => {
    const merged = mergeProgress(now, own);
    return first ? { ...merged, settings: own.settings } : merged;
  });
  if (isKept()) leave(earlier, rest);
  return true;
}

function textOf(earlier: RecordStorage): string | null {
  try {
    return earlier.read();
  } catch {
    return null;
  }
}

/** The name goes with the first course that takes over: it must not stay behind when that course erases everything. */
function leave(earlier: RecordStorage, rest: Progress): void {
  try {
    if (knowsLevels(rest)) earlier.write(JSON.stringify({ ...rest, name: null }));
    else earlier.remove();
  } catch {
    // What cannot be taken out is merged once more next time, which changes nothing.
  }
}

function knowsLevels({ results, latest, plays, practices }: Progress): boolean {
  return [results, latest, plays, practices].some((part) => Object.keys(part).length > 0);
}

function levelsOnly(progress: Progress, wanted: (level: string) => boolean): Progress {
  const { results, latest, plays, practices } = progress;
  return {
    ...progress,
    results: entriesOf(results, wanted),
    latest: entriesOf(latest, wanted),
    plays: entriesOf(plays, wanted),
    practices: Object.fromEntries(Object.entries(practices).filter(([, { level }]) => wanted(level))),
  };
}

function entriesOf<Value>(
  part: Readonly<Record<string, Value>>,
  wanted: (level: string) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(part).filter(([level]) => wanted(level)));
}
