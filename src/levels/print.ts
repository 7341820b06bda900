import { fingerprint } from '../engine/index.ts';

/** A short name for the text of a file: two texts with one print are the same, as far as 53 bits tell. */
export const printOf = (text: string): string => fingerprint(text);
