/** A fault of a file that reads well but does not play: where it is and what is wrong. */
export interface Fault<Code extends string = string> {
  readonly code: Code;
  /** The place in the file: names and positions from the top down. */
  readonly path: readonly (string | number)[];
  /** Words for the sentence, such as the id that is not there. */
  readonly params: Readonly<Record<string, string>>;
  /** For a name that is not there: the names that are. */
  readonly known?: readonly string[];
  /** True when not the value is wrong but the name that it has. */
  readonly ofName?: boolean;
}
