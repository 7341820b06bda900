/** The most bytes of a file; a level has a few thousand. */
export const MAX_BYTES = 1024 * 1024;

/** True when the server announces that a file is too large, so that none of it is read. */
export function isTooLarge({ headers }: Response): boolean {
  return Number(headers.get('Content-Length') ?? 0) > MAX_BYTES;
}
