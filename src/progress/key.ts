/** One key of the storage holds all that the page writes, so that one removal erases it. */
export const KEY = 'blind-copy';
