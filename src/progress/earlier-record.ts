import { mergeProgress } from './merge.ts';
import { readRecord } from './read-record.ts';
import type { Progress } from './record.ts';
import type { RecordStorage } from './storage.ts';
import { changeProgress, isKept, recordText } from './store.ts';

/* Earlier versions kept one record for all pages of an origin. A course moves the data of its own levels out of that
   record, so that another course with levels of the same names does not take it as well. */

let taken = false;

/** True once a course has taken its data, because what remains belongs to others. */
export function hasTakenOver(): boolean {
  return taken;
}

/**
 * Takes over the results and half-played levels of an earlier version; the first course also gets the settings and the
 * name.
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
  // A record with settings but no levels goes to the first course that opens.
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

/**
 * Removes the name, which the first course has taken, so that erasing that course's data erases the name everywhere.
 */
function leave(earlier: RecordStorage, rest: Progress): void {
  try {
    if (knowsLevels(rest)) earlier.write(JSON.stringify({ ...rest, name: null }));
    else earlier.remove();
  } catch {
    // If the earlier record cannot be changed, the next start merges it again, which has no effect.
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
