import type {
  ADVICE_CODES,
  COURSE_FAULT_CODES,
  LANGUAGE_FAULT_CODES,
  LEVEL_FAULT_CODES,
  Reason,
  TRANSLATION_FAULT_CODES,
} from '../engine/index.ts';

/** What a text fails to be when it does not match a pattern of the format, which uses these codes as its messages. */
export const PATTERN_CODES = [
  'not-an-id',
  'not-a-language',
  'not-a-duration',
  'not-a-link',
  'not-a-colour',
  'not-a-file',
] as const;

/** What can be wrong with a file before its content is read. */
export const READER_CODES = [
  'not-found',
  'refused',
  'unreachable',
  'too-large',
  'wrong-encoding',
  'empty',
  'page-instead',
  'too-deep',
  'json-comment',
  'json-name-expected',
  'json-value-expected',
  'json-colon-expected',
  'json-comma-expected',
  'json-brace-expected',
  'json-bracket-expected',
  'json-quote-expected',
  'json-character',
  'json-escape',
  'json-number',
  'json-symbol',
  'json-end-expected',
  'json-trailing-comma',
  'json-extra-comma',
  'json-duplicate-name',
  'json-syntax',
  'not-a-level',
  'unknown-field',
  'missing-field',
  'expected-text',
  'expected-texts',
  'expected-number',
  'expected-whole-number',
  'expected-list',
  'expected-group',
  'expected-true-or-false',
  'not-one-of',
  'unknown-format',
  'too-short',
  'too-long',
  'too-few',
  'too-many',
  'too-small',
  'too-big',
  'no-text',
  ...PATTERN_CODES,
  'wrong-shape',
  'wrong-value',
  'not-named',
  'not-file-name',
  'duplicate-level-id',
  'more-problems',
  'other-site',
  'not-a-json-file',
  'a-folder',
  'unreadable',
  'not-among-files',
  'translation-alone',
] as const;

export type ProblemCode =
  | (typeof READER_CODES)[number]
  | (typeof LEVEL_FAULT_CODES)[number]
  | (typeof COURSE_FAULT_CODES)[number]
  | (typeof TRANSLATION_FAULT_CODES)[number]
  | (typeof LANGUAGE_FAULT_CODES)[number]
  | (typeof ADVICE_CODES)[number];

/** With an error the file cannot be played as written; with a warning it can. */
export type Severity = 'error' | 'warning';

const WARNINGS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'translation-of-nothing',
  'texts-without-language',
  'language-missing',
  'text-missing',
  'not-named',
  'not-file-name',
  'no-way-found',
  'expectation-order',
  'expectation-too-few',
  'expectation-too-many',
  'seen-but-kept-out',
  'discusses-as-strangers',
  'same-address',
  'overlapping-addresses',
  'sender-is-contact',
  'forwards-to-self',
  'replies-to-one',
  'habit-wins',
  'beat-never',
  'dead-fact',
  'dead-circle',
  'accepted-in-vain',
]);

export type Params = Readonly<Record<string, string>>;

/** Suggests what would be right; the sentence is `hint.<code>` in the language files. */
export interface Hint {
  readonly code:
    'did-you-mean' | 'known-are' | 'for-example' | 'belongs-in' | 'belongs-on-top' | 'because-of' | 'agrees-with';
  readonly params: Params;
}

/**
 * What is wrong with a file, where, and the values for the sentence, which is `problem.<code>` in the language files.
 */
export interface Problem {
  /** The file as its reader knows it, such as `levels/cv-to-rivals.json`. */
  readonly file: string;
  /** Counted from 1; 0 when the problem is the file as a whole. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units; 0 when the problem is the file as a whole. */
  readonly column: number;
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly params: Params;
  /** The faulty part of the file, cut to one short line; empty when something is missing. */
  readonly text: string;
  readonly hint: Hint | null;
  /** The facts that cause it, where they are known. */
  readonly because?: readonly Reason[];
}

/** A problem without its place. */
export type Complaint = Pick<Problem, 'code'> & Partial<Pick<Problem, 'params' | 'hint' | 'text'>>;

/** Turns a complaint into a problem at a place. */
export function problemOf(
  place: Pick<Problem, 'file' | 'line' | 'column'>,
  { code, params = {}, hint = null, text = '' }: Complaint,
): Problem {
  return { ...place, severity: WARNINGS.has(code) ? 'warning' : 'error', code, params, text: excerpt(text), hint };
}

/** A problem of the file as a whole. */
export function fileProblem(file: string, code: ProblemCode, params: Params = {}): Problem {
  return problemOf({ file, line: 0, column: 0 }, { code, params });
}

const EXCERPT = 60;

/** Shortens a part of a file so that it fits on one line of a message. */
function excerpt(text: string): string {
  const line = text
    .slice(0, 4 * EXCERPT)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT - 1)}…` : line;
}

/** True when nothing keeps the file from being played. */
export function isPlayable(problems: readonly Problem[]): boolean {
  return problems.every(({ severity }) => severity === 'warning');
}

/** The most problems listed for one file. The rest appear once these are fixed. */
export const MOST_PROBLEMS = 100;

/** An infinite number breaks more than one rule. */
function isSame(problem: Problem, other: Problem | undefined): boolean {
  return (
    other?.line === problem.line &&
    other.column === problem.column &&
    other.code === problem.code &&
    (problem.code === 'too-big' || problem.code === 'too-small')
  );
}

/** Sorts into reading order: from the top of the file to its end. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  const all = [...problems].toSorted((a, b) => a.line - b.line || a.column - b.column);
  const sorted = all.filter((problem, index) => !isSame(problem, all[index - 1]));
  const [first] = sorted;
  if (!first || sorted.length <= MOST_PROBLEMS) return sorted;
  const more = String(sorted.length - MOST_PROBLEMS);
  return [...sorted.slice(0, MOST_PROBLEMS), { ...fileProblem(first.file, 'more-problems', { more }) }];
}
