/** What is wrong with a file, where, and in which words; the sentence is `problem.<code>` in the language files. */
export interface Problem {
  /** The file as its reader knows it, such as `levels/cv-to-rivals.json`. */
  readonly file: string;
  /** Counted from 1; 0 when the problem is the file as a whole. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units; 0 when the problem is the file as a whole. */
  readonly column: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

/** A problem of the file as a whole. */
export function fileProblem(file: string, code: string, params: Readonly<Record<string, string>> = {}): Problem {
  return { file, line: 0, column: 0, code, params };
}

/** Reading order: from the top of the file to its end. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].toSorted((a, b) => a.line - b.line || a.column - b.column);
}
