import { mergeProgress } from './merge.ts';
import { readRecord, type ReadRecord } from './read-record.ts';
import { NOTHING_YET, type Progress } from './record.ts';
import { memoryStorage, type RecordStorage } from './storage.ts';

/** Why what is played now is not kept: the device is full, the browser forbids it, a later version of the page owns it. */
export type Unkept = 'full' | 'forbidden' | 'newer';
/** What the player should know of the record: why it is not kept, that some or all of it was damaged, or that it was scored again. */
export type Concern = Unkept | 'mended' | 'unreadable' | 'rescored';

/** Until the start says where, the record is kept in memory. */
let storage: RecordStorage = memoryStorage();
let stopFollowing = () => {};
/** The record of this tab while it cannot be kept: the session goes on, only a reload forgets. */
let unkept: { readonly progress: Progress; readonly why: Unkept } | null = null;
/** The damage that was found, or the new scores, until the player has read of it. */
let damage: 'mended' | 'unreadable' | 'rescored' | null = null;
let cache: { readonly text: string | null; readonly read: ReadRecord } | null = null;
const listeners = new Set<(erased: boolean) => void>();

/** Says where the record is kept from now on. What this tab knows of another record is forgotten. */
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
  // The same text gives the same record: it is read on every drawing of the page.
  if (cache?.text !== text || !cache) {
    cache = { text, read: readRecord(text) };
    const { state } = cache.read;
    if (state === 'mended' || state === 'unreadable') damage = state;
  }
  return cache.read;
}

/** All that is kept on this device, with what this tab alone knows while that cannot be kept. */
export function loadProgress(): Progress {
  const read = stored();
  const kept = read === 'forbidden' ? NOTHING_YET : read.progress;
  return unkept ? mergeProgress(unkept.progress, kept) : kept;
}

/**
 * Changes the record. It is read again right before, so that what another tab has written stays.
 *
 * A record that cannot be kept goes on in memory, and `concern` says why.
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

/** False while what is played is known to this tab alone. */
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

/** The results were scored again: the player should know. */
export function reportRescored(): void {
  damage ??= 'rescored';
}

/** What the player should know of the record; null when all is well. */
export function concern(): Concern | null {
  const read = stored();
  if (read !== 'forbidden' && read.state === 'newer') return 'newer';
  return unkept?.why ?? damage;
}

/** The player has read of the damage. */
export function acceptDamage(): void {
  damage = null;
}

/**
 * Calls back when another tab has changed the record, or when there is a new concern.
 *
 * @param changed gets true when the record was erased elsewhere
 */
export function onProgress(changed: (erased: boolean) => void): void {
  listeners.add(changed);
}

/** The text of the record as it is kept; null when there is none, or the browser forbids to read it. */
export function recordText(): string | null {
  try {
    return storage.read();
  } catch {
    return null;
  }
}

/** Forgets the record, that of this tab too. */
export function dropRecord(): void {
  forgetTab();
  try {
    storage.remove();
  } catch {
    // A forbidden storage has nothing to erase.
  }
}
