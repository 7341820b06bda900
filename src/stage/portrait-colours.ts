/** The few inks of the stamps. They belong to the pictures and not to the page, so no theme changes them. */
export const SKIN = ['#f3d3b8', '#e6b792', '#cf9a6f', '#ab7449', '#835334', '#603c28'] as const;
export const HAIR = ['#2a2226', '#3f2b26', '#6b412b', '#a8703a', '#8f8b88', '#cfc8bc', '#87402c'] as const;
export const CLOTHES = [
  '#2c4668',
  '#2f6d58',
  '#a5473a',
  '#b3832b',
  '#5b4a78',
  '#3b4657',
  '#b9694a',
  '#3f7386',
] as const;

export interface Field {
  readonly paper: string;
  readonly ink: string;
}
export const FIELDS: readonly Field[] = [
  { paper: '#d7e4d2', ink: '#4f7a5c' },
  { paper: '#d3e3ee', ink: '#4a7593' },
  { paper: '#f3dfb4', ink: '#a9822f' },
  { paper: '#f1d3c3', ink: '#b06a4d' },
  { paper: '#e0d7ea', ink: '#75659a' },
  { paper: '#cfe4e0', ink: '#3f7f79' },
];

/** Returns a whole number from 0 up to, but not including, the given one. */
export type Dice = (sides: number) => number;

/** Dice that always fall the same way for the same word (FNV-1a, then mulberry32). */
export function dice(word: string): Dice {
  let state = 0x811c9dc5;
  for (const letter of word) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}
