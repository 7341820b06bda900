import { fingerprint } from '../engine/index.ts';

/** Returns a 53-bit fingerprint of a file's text: two texts with the same fingerprint are taken to be equal. */
export const printOf = (text: string): string => fingerprint(text);
