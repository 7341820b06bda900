import type { Reason } from './fact.ts';

/** A fault of a file that fits its format but cannot be played: where it is and what is wrong. */
export interface Fault<Code extends string = string> {
  readonly code: Code;
  /** The place in the file: names and positions from the top down. */
  readonly path: readonly (string | number)[];
  /** Values for the sentence, such as the id that does not exist. */
  readonly params: Readonly<Record<string, string>>;
  /** The names that exist, when the fault is one that does not. */
  readonly known?: readonly string[];
  /** True when the fault is in the name of the field and not in its value. */
  readonly ofName?: boolean;
}

/** A fault with what causes it, where that is known. */
export interface CausedFault<Code extends string = string> extends Fault<Code> {
  readonly because?: readonly Reason[];
}
