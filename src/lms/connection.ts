/**
 * Checks whether the platform still stores what it receives. Its interface answers "true" even when the server is down
 * or the learner has been signed out, so the page requests a file of the package after each commit.
 */

/** The result of the last check. */
export type Connection =
  | 'stored'
  /** The server cannot be reached: the last writes are not stored yet. */
  | 'lost'
  /** The server answers with another page, usually the sign-in page. */
  | 'signed-out';

/** The file to request, and its exact content. */
export const ALIVE_FILE = 'alive.txt';
export const ALIVE = 'alive';

/** The part of `fetch` that the check uses. */
export type Ask = (
  url: string,
  options: { readonly cache: 'no-store' },
) => Promise<{ readonly ok: boolean; readonly redirected: boolean; readonly text: () => Promise<string> }>;

/**
 * Checks once. A status of 200 alone proves nothing: an expired session redirects to the sign-in page, which has that
 * status.
 */
export async function lookAtConnection(ask: Ask): Promise<Connection> {
  try {
    const answer = await ask(`./${ALIVE_FILE}`, { cache: 'no-store' });
    const body = await answer.text();
    if (answer.ok && !answer.redirected && body.trim() === ALIVE) return 'stored';
    return answer.redirected || answer.ok ? 'signed-out' : 'lost';
  } catch {
    return 'lost';
  }
}

/** Seconds to wait before each new check after a failure; the last value repeats. */
export const RETRY_SECONDS: readonly number[] = [2, 4, 8];

/** @param failures how many checks have failed in a row, 1 or more */
export function retryAfter(failures: number): number {
  return RETRY_SECONDS[Math.min(failures, RETRY_SECONDS.length) - 1] ?? 0;
}
