/** A file may have so many bytes; a level is a few thousand. */
export const MAX_BYTES = 1024 * 1024;

/** True of a file whose server says so beforehand: then nothing of it is read. */
export function isTooLarge({ headers }: Response): boolean {
  return Number(headers.get('Content-Length') ?? 0) > MAX_BYTES;
}
