/**
 * Whether the platform still stores what it receives. Its interface answers "true" also when the server is down or the learner
 * has been signed out, so a file of the package is asked for after each commit.
 */

/** How the last look went. */
export type Connection =
  | 'stored'
  /** The server cannot be reached: what was written last is not stored yet. */
  | 'lost'
  /** The server answers with another page, as a rule the one to sign in. */
  | 'signed-out';

/** The file that is asked for, and exactly what it says. */
export const ALIVE_FILE = 'alive.txt';
export const ALIVE = 'alive';

/** The part of `fetch` that is needed. */
export type Ask = (
  url: string,
  options: { readonly cache: 'no-store' },
) => Promise<{ readonly ok: boolean; readonly redirected: boolean; readonly text: () => Promise<string> }>;

/**
 * Asks once. A status of 200 alone says nothing: an expired session redirects to the page to sign in, with that status.
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

/** After a failure the next looks come after these seconds, then each after the last of them. */
export const RETRY_SECONDS: readonly number[] = [2, 4, 8];

/** @param failures how many looks have failed in a row, 1 or more */
export function retryAfter(failures: number): number {
  return RETRY_SECONDS[Math.min(failures, RETRY_SECONDS.length) - 1] ?? 0;
}
