import { KEY } from './key.ts';
import { mergeProgress } from './merge.ts';
import { readRecord, type ReadRecord } from './read-record.ts';
import { NOTHING_YET, type Progress } from './record.ts';

/** Why what is played now is not kept: the device is full, the browser forbids it, a later version of the page owns it. */
export type Unkept = 'full' | 'forbidden' | 'newer';
/** What the player should know of the record: why it is not kept, or that some or all of it was damaged. */
export type Concern = Unkept | 'mended' | 'unreadable';

/** The record of this tab while it cannot be kept: the session goes on, only a reload forgets. */
let unkept: { readonly progress: Progress; readonly why: Unkept } | null = null;
/** The damage that was found, until the player has read of it. */
let damage: 'mended' | 'unreadable' | null = null;
let cache: { readonly text: string | null; readonly read: ReadRecord } | null = null;
const listeners = new Set<() => void>();

function stored(): ReadRecord | 'forbidden' {
  let text: string | null;
  try {
    text = localStorage.getItem(KEY);
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
 * Changes the record. It is read anew right before, so that what another tab has written stays.
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
  if (concern() !== before) for (const listener of listeners) listener();
}

function write(text: string): boolean {
  try {
    localStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

/** What the player should be told of the record; null when all is well. */
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
 * @param changed told whether the record was erased elsewhere
 */
export function onProgress(changed: (erased: boolean) => void): void {
  listeners.add(() => changed(false));
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== KEY && key !== null) return;
    const erased = newValue === null;
    if (erased) unkept = null;
    changed(erased);
  });
}

/** Forgets the record, that of this tab too. */
export function dropRecord(): void {
  unkept = null;
  damage = null;
  cache = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A forbidden storage has nothing to erase.
  }
}
