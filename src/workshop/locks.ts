/** Lets one tab at a time write a draft. */
export interface DraftLocks {
  /** Takes the lock if it is free. @returns a function that gives it back; null when another tab has it */
  take(id: string): Promise<(() => void) | null>;
  /** Waits until the lock is free, and takes it. @param stop ends the waiting with an AbortError */
  wait(id: string, stop: AbortSignal): Promise<() => void>;
}

/** Every tab has the lock, and a tab that would write over another one's work keeps its own as a copy. */
const nothingHeld = () => {};

/**
 * The browser's locks, which a tab that crashes gives back. Where the browser refuses them, every tab has the lock.
 * @param locks undefined in a browser without them, or on a page that is not served safely
 */
export function browserLocks(locks: LockManager | undefined, scope: string): DraftLocks {
  if (!locks) return { take: () => Promise.resolve(nothingHeld), wait: () => Promise.resolve(nothingHeld) };
  const hold = async (id: string, options: LockOptions) =>
    new Promise<(() => void) | null>((taken, failed) => {
      locks
        .request(`blind-copy-draft:${scope}${id}`, options, async (lock) => {
          if (!lock) {
            taken(null);
            return;
          }
          await new Promise<void>((release) => {
            taken(release);
          });
        })
        .catch(failed);
    });
  return {
    take: (id) => hold(id, { ifAvailable: true }).catch(() => nothingHeld),
    async wait(id, signal) {
      const held = await hold(id, { signal }).catch((error: unknown) => {
        if (signal.aborted) throw error;
        return nothingHeld;
      });
      return held ?? nothingHeld;
    },
  };
}
