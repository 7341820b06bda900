import { mergeProgress } from './merge.ts';
import { readRecord, type ReadRecord } from './read-record.ts';
import { NOTHING_YET, type Progress } from './record.ts';
import { memoryStorage, type RecordStorage } from './storage.ts';

/**
 * Why progress is not being saved: the device is full, the browser forbids it, or the record belongs to a later version
 * of the page.
 */
export type Unkept = 'full' | 'forbidden' | 'newer';
/**
 * What the player should know about the record: why it is not saved, that some or all of it was damaged, or that it was
 * scored again.
 */
export type Concern = Unkept | 'mended' | 'unreadable' | 'rescored';

/** The record stays in memory until the start-up code names another place. */
let storage: RecordStorage = memoryStorage();
let stopFollowing = () => {};
/** This tab's record while it cannot be saved: the session continues, and only a reload loses it. */
let unkept: { readonly progress: Progress; readonly why: Unkept } | null = null;
/** The damage that was found, or that results were scored again, until the player has read about it. */
let damage: 'mended' | 'unreadable' | 'rescored' | null = null;
let cache: { readonly text: string | null; readonly read: ReadRecord } | null = null;
const listeners = new Set<(erased: boolean) => void>();

/** Sets where the record is kept from now on, and forgets what this tab knows of another record. */
export function keepRecordIn(next: RecordStorage): void {
  stopFollowing();
  storage = next;
  forgetTab();
  stopFollowing = next.onChange((erased) => {
    if (erased) unkept = null;
    for (const changed of listeners) changed(erased);
  });
}

function forgetTab(): void {
  unkept = null;
  damage = null;
  cache = null;
}

function stored(): ReadRecord | 'forbidden' {
  let text: string | null;
  try {
    text = storage.read();
  } catch {
    return 'forbidden';
  }
  // Cached by its text, because it is read on every render of the page.
  if (cache?.text !== text || !cache) {
    cache = { text, read: readRecord(text) };
    const { state } = cache.read;
    if (state === 'mended' || state === 'unreadable') damage = state;
  }
  return cache.read;
}

/** Returns everything that is kept on this device or, while it cannot be saved, in this tab. */
export function loadProgress(): Progress {
  const read = stored();
  const kept = read === 'forbidden' ? NOTHING_YET : read.progress;
  return unkept ? mergeProgress(unkept.progress, kept) : kept;
}

/**
 * Changes the record. Reads it again first, so that changes from another tab survive.
 * A record that cannot be saved continues in memory, and `concern` says why.
 */
export function changeProgress(change: (progress: Progress) => Progress): void {
  const before = concern();
  const next = change(loadProgress());
  const read = stored();
  if (read === 'forbidden') unkept = { progress: next, why: 'forbidden' };
  else if (read.state === 'newer') unkept = { progress: next, why: 'newer' };
  else unkept = write(JSON.stringify(next)) ? null : { progress: next, why: 'full' };
  if (concern() !== before) for (const changed of listeners) changed(false);
}

/** False while only this tab has the player's progress. */
export function isKept(): boolean {
  return unkept === null;
}

function write(text: string): boolean {
  try {
    storage.write(text);
    return true;
  } catch {
    return false;
  }
}

/** Notes that results were scored again, so that the player is informed. */
export function reportRescored(): void {
  damage ??= 'rescored';
}

/** Returns what the player should know about the record; null when all is well. */
export function concern(): Concern | null {
  const read = stored();
  if (read !== 'forbidden' && read.state === 'newer') return 'newer';
  return unkept?.why ?? damage;
}

/** Notes that the player has read about the damage. */
export function acceptDamage(): void {
  damage = null;
}

/**
 * Calls back when another tab has changed the record, or when there is a new concern.
 * @param changed gets true when the record was erased elsewhere
 * @returns a function that stops it
 */
export function onProgress(changed: (erased: boolean) => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Returns the stored text of the record; null when there is none, or the browser forbids reading it. */
export function recordText(): string | null {
  try {
    return storage.read();
  } catch {
    return null;
  }
}

/** Returns the name of the record in the browser; null when it is kept elsewhere. */
export function recordName(): string | null {
  return storage.name;
}

/** Forgets the record, including this tab's copy. */
export function dropRecord(): void {
  forgetTab();
  try {
    storage.remove();
  } catch {
    // A forbidden storage has nothing to erase.
  }
}
