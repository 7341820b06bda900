import { memoryDrafts, type DraftStore, type KeptDraft } from '../progress/drafts.ts';
import type { History } from './history.ts';
import { keptLevel, readKeptLevel } from './kept-level.ts';
import type { LevelFiles } from './level-files.ts';
import type { DraftLocks } from './locks.ts';

/**
 * How safe the work is. `kept`: the device has all of it. `keeping`: it is being written. `full`: the device has no space
 * for the last steps. `forbidden`: the browser keeps nothing for this page. `copied`: another tab had written the same
 * level meanwhile, and this one is kept under another id.
 */
export type Safety = 'kept' | 'keeping' | 'full' | 'forbidden' | 'copied';

/** Keeps one level on the device while it is written. */
export interface Keeper {
  /** The id under which it is kept now. */
  readonly id: string;
  readonly safety: Safety;
  /** Keeps the work as it is now. It never throws: `safety` says what became of it, and the next call tries again. */
  keep(work: History<LevelFiles>): void;
  /** Resolves when nothing is being written any more. */
  settled(): Promise<void>;
  /** Keeps what is not kept yet, and lets other tabs write the level. */
  close(): Promise<void>;
}

export interface KeepingPorts {
  readonly drafts: DraftStore;
  readonly locks: DraftLocks;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
  /** An id that no draft has. */
  readonly freshId: () => string;
}

/** A level that was opened to be written. */
export type Opened =
  | { readonly kind: 'open'; readonly work: History<LevelFiles>; readonly keeper: Keeper }
  /** Another tab writes it. The author waits for that tab to close, or writes a copy. */
  | {
      readonly kind: 'elsewhere';
      /** As the other tab kept it last; null when it has kept nothing readable. */
      readonly work: History<LevelFiles> | null;
      readonly wait: (stop: AbortSignal) => Promise<Opened>;
    }
  /** There is none under this id, or what is kept cannot be read; it stays on the device. */
  | { readonly kind: 'gone'; readonly content: string | null };

/**
 * Opens a level that is kept on the device.
 * @param changed called when `safety` changes
 * @throws DOMException when the browser forbids it
 */
export async function openKept(ports: KeepingPorts, id: string, changed: (safety: Safety) => void): Promise<Opened> {
  const release = await ports.locks.take(id);
  const draft = await ports.drafts.read(id).catch((error: unknown) => {
    release?.();
    throw error;
  });
  const work = draft && readKeptLevel(draft);
  if (!release) {
    const wait = async (stop: AbortSignal) => openHeld(ports, id, changed, await ports.locks.wait(id, stop));
    return { kind: 'elsewhere', work, wait };
  }
  return openAs(ports, draft, work, changed, release);
}

async function openHeld(
  ports: KeepingPorts,
  id: string,
  changed: (safety: Safety) => void,
  release: () => void,
): Promise<Opened> {
  const draft = await ports.drafts.read(id);
  return openAs(ports, draft, draft && readKeptLevel(draft), changed, release);
}

function openAs(
  ports: KeepingPorts,
  draft: KeptDraft | null,
  work: History<LevelFiles> | null,
  changed: (safety: Safety) => void,
  release: () => void,
): Opened {
  if (draft && work) {
    return { kind: 'open', work, keeper: keeperOf(ports, { id: draft.id, state: draft.state, release }, changed) };
  }
  release();
  return { kind: 'gone', content: draft?.content ?? null };
}

/** Begins to keep a level that is new on this device, or a copy of one. @param id that no draft has */
export async function keepNew(
  ports: KeepingPorts,
  work: History<LevelFiles>,
  changed: (safety: Safety) => void,
  id = ports.freshId(),
): Promise<Keeper> {
  const release = (await ports.locks.take(id)) ?? (() => {});
  const keeper = keeperOf(ports, { id, state: 0, release }, changed);
  keeper.keep(work);
  return keeper;
}

interface Held {
  readonly id: string;
  /** The number of the state that the device has; 0 for none. */
  readonly state: number;
  readonly release: () => void;
}

function keeperOf(ports: KeepingPorts, start: Held, changed: (safety: Safety) => void): Keeper {
  let held = start;
  let safety: Safety = 'kept';
  /** The latest work, until it is kept. */
  let unkept: History<LevelFiles> | null = null;
  let writing: Promise<void> | null = null;

  const become = (next: Safety) => {
    if (safety === next) return;
    safety = next;
    changed(next);
  };
  /** @returns false if another tab has written the level, too */
  const write = async (work: History<LevelFiles>): Promise<boolean> => {
    const draft = keptLevel(held.id, work, held.state + 1, ports.now());
    if (!(await ports.drafts.write(draft, held.state))) return false;
    held = { ...held, state: draft.state };
    return true;
  };
  const moveToCopy = async () => {
    held.release();
    const id = ports.freshId();
    held = { id, state: 0, release: (await ports.locks.take(id)) ?? (() => {}) };
  };
  const writeAll = async () => {
    let after: Safety = 'kept';
    try {
      for (let work = unkept; work; work = unkept) {
        if (!(await write(work))) {
          await moveToCopy();
          after = 'copied';
        } else if (unkept === work) unkept = null;
      }
      become(after);
    } catch (error) {
      // The work stays unkept, so that the next call tries again.
      become(isFull(error) ? 'full' : 'forbidden');
    }
  };
  const begin = () => {
    writing ??= writeAll().finally(() => {
      writing = null;
    });
  };
  return {
    get id() {
      return held.id;
    },
    get safety() {
      return safety;
    },
    keep(work) {
      unkept = work;
      if (safety === 'kept' || safety === 'copied') become('keeping');
      begin();
    },
    async settled() {
      await writing;
    },
    async close() {
      if (unkept) begin();
      await writing;
      held.release();
    },
  };
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';

/**
 * Returns the drafts of this device; in a browser that forbids to keep any, drafts that live as long as the page, of
 * which the page warns the author.
 */
export async function usableDrafts(
  drafts: DraftStore,
): Promise<{ readonly drafts: DraftStore; readonly isKept: boolean }> {
  try {
    await drafts.list();
    return { drafts, isKept: true };
  } catch {
    return { drafts: memoryDrafts(), isKept: false };
  }
}
