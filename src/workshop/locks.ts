/** Lets one tab at a time write a draft. */
export interface DraftLocks {
  /** Takes the lock if it is free. @returns a function that gives it back; null when another tab has it */
  take(id: string): Promise<(() => void) | null>;
  /** Waits until the lock is free, and takes it. @param stop ends the waiting with an AbortError */
  wait(id: string, stop: AbortSignal): Promise<() => void>;
}

/**
 * The browser's locks, which a tab that crashes gives back.
 * @param locks undefined in a browser without them, or on a page that is not served safely: then every tab has the lock,
 *   and a tab that would write over another one's work keeps its own as a copy
 */
export function browserLocks(locks: LockManager | undefined, scope: string): DraftLocks {
  if (!locks) return { take: () => Promise.resolve(() => {}), wait: () => Promise.resolve(() => {}) };
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
    take: (id) => hold(id, { ifAvailable: true }),
    async wait(id, signal) {
      return (await hold(id, { signal })) ?? (() => {});
    },
  };
}
