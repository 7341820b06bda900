import { word, type PlainWordKey } from './words.ts';

/**
 * The operating system's errors when a file cannot be read or written (POSIX errno); each has a text that says what to
 * do.
 */
const WORDS: Readonly<Record<string, PlainWordKey>> = {
  ENOENT: 'system-missing',
  EACCES: 'system-not-allowed',
  EPERM: 'system-not-allowed',
  EISDIR: 'system-is-folder',
  ENOTDIR: 'system-not-folder',
  EROFS: 'system-read-only',
  ENOSPC: 'system-full',
  EDQUOT: 'system-full',
  EMFILE: 'system-too-many-open',
  ENFILE: 'system-too-many-open',
  EBUSY: 'system-busy',
  ETXTBSY: 'system-busy',
  EEXIST: 'system-exists',
  ENAMETOOLONG: 'system-long-name',
  ELOOP: 'system-loop',
  EIO: 'system-broken',
};

/** An error of the operating system, as Node throws it. */
export interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
}

/** @returns true for an error of the operating system; false for a mistake in this program */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}

/** Says what went wrong and what to do, in one or two sentences. */
export function systemSentence(code: string): string {
  const key = Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  return key === undefined ? word('system-other', { code }) : word(key);
}
