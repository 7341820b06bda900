import { retryAfter } from './connection.ts';

/** The checks of an outage: one at a time, each later than the one before. */
export interface Retries {
  /** Plans the next check, if none is planned. */
  readonly plan: () => void;
  /** Ends the outage, so that the next one starts with a short wait. */
  readonly stop: () => void;
}

/**
 * @param look checks whether the platform can be reached
 * @param later runs an action after some seconds
 */
export function retries(look: () => void, later: (action: () => void, seconds: number) => void): Retries {
  let failures = 0;
  let planned: symbol | null = null;
  return {
    plan() {
      // Each write during an outage fails too, and must not start its own series of checks.
      if (planned !== null) return;
      failures += 1;
      const check = Symbol('check');
      planned = check;
      later(() => {
        // The timer of an outage that has ended does nothing.
        if (planned !== check) return;
        planned = null;
        look();
      }, retryAfter(failures));
    },
    stop() {
      failures = 0;
      planned = null;
    },
  };
}
