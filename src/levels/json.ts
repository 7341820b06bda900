import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import { tooDeepAt } from './depth.ts';
import { MOST_PROBLEMS, problemOf, type Complaint, type Problem, type ProblemCode } from './problem.ts';

export type Path = readonly (string | number)[];

/** A file's JSON, which can trace a value back to its place in the text. */
export interface Json {
  readonly value: unknown;
  /** The file's syntax errors. */
  readonly problems: readonly Problem[];
  /** True when the syntax errors did not affect any value. */
  readonly whole: boolean;
  /** True when there is a value at this path. */
  has(path: Path): boolean;
  valueAt(path: Path): unknown;
  /** Makes a problem at the value of this path, or at the nearest part of it that exists. */
  problemAt(path: Path, complaint: Complaint): Problem;
  /** Makes a problem at the name of a field. */
  problemAtName(path: Path, complaint: Complaint): Problem;
}

const KNOWN_ERRORS: Readonly<Record<string, ProblemCode>> = {
  InvalidCommentToken: 'json-comment',
  PropertyNameExpected: 'json-name-expected',
  ValueExpected: 'json-value-expected',
  ColonExpected: 'json-colon-expected',
  CommaExpected: 'json-comma-expected',
  CloseBraceExpected: 'json-brace-expected',
  CloseBracketExpected: 'json-bracket-expected',
  UnexpectedEndOfString: 'json-quote-expected',
  UnexpectedEndOfComment: 'json-comment',
  InvalidCharacter: 'json-character',
  InvalidEscapeCharacter: 'json-escape',
  InvalidUnicode: 'json-escape',
  InvalidNumberFormat: 'json-number',
  InvalidSymbol: 'json-symbol',
  EndOfFileExpected: 'json-end-expected',
};

/** Errors after which the parser still reads everything that the author wrote. */
const HARMLESS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'json-comment',
  'json-comma-expected',
  'json-trailing-comma',
  'json-extra-comma',
  'json-character',
  'json-duplicate-name',
]);

type Place = Pick<Problem, 'file' | 'line' | 'column'>;

/** Line and column of an offset, both counted from 1. */
function placesIn(text: string, file: string): (offset: number) => Place {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Returns the offset of the last non-space character before this one; -1 at the start. */
function lastBefore(text: string, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && ' \t\r\n'.includes(text.charAt(at))) at -= 1;
  return at;
}

/** Returns one problem for each place. A comma before a closing bracket is reported as such, at the comma. */
function syntaxProblems(errors: readonly ParseError[], text: string, place: (offset: number) => Place): Problem[] {
  const byOffset = new Map<number, Problem>();
  for (const { error, offset, length } of errors.slice(0, MOST_PROBLEMS)) {
    const before = /[}\]]/.test(text.charAt(offset)) ? lastBefore(text, offset) : -1;
    const comma = before >= 0 && text[before] === ',' ? before : undefined;
    const at = comma ?? offset;
    if (byOffset.has(at)) continue;
    const code = comma === undefined ? codeOf(error, text, offset) : 'json-trailing-comma';
    const wrong = text.slice(at, comma === undefined ? offset + length : at + 1);
    byOffset.set(at, problemOf(place(at), { code, params: { text: wrong.slice(0, 40) }, text: wrong }));
  }
  return withoutEchoes([...byOffset.values()]);
}

function codeOf(error: ParseError['error'], text: string, offset: number): ProblemCode {
  const code = KNOWN_ERRORS[printParseErrorCode(error)] ?? 'json-syntax';
  const character = text.charAt(offset);
  // After a colon a value is missing instead.
  if (character === ',' && /[,[{]/.test(text.charAt(lastBefore(text, offset)))) return 'json-extra-comma';
  // A name in place of a list item means that the list should have ended before it.
  return code === 'json-comma-expected' && character === ':' ? 'json-bracket-expected' : code;
}

/**
 * Drops errors that an earlier one caused: on the same line, on the next line too after an open quote, anywhere after a
 * bracket.
 */
function withoutEchoes(problems: readonly Problem[]): Problem[] {
  let until = 0;
  return problems.filter(({ code, line }) => {
    const echo = line <= until;
    if (code === 'json-bracket-expected' || code === 'json-end-expected') until = Infinity;
    else if (code === 'json-quote-expected') until = Math.max(until, line + 1);
    else if (!HARMLESS.has(code)) until = Math.max(until, line);
    return !echo;
  });
}

/** Finds repeated names in an object, where the second value would silently win. */
function duplicateNames(root: Node | undefined): Node[] {
  const found: Node[] = [];
  const open = root ? [root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    const names = new Set<unknown>();
    for (const child of node.children ?? []) {
      if (child.type === 'property') {
        const [name, value] = child.children ?? [];
        if (name && names.has(name.value)) found.push(name);
        names.add(name?.value);
        if (value) open.push(value);
      } else open.push(child);
    }
  }
  return found;
}

/** Reads strict JSON (RFC 8259) and continues after an error, so that it reports all of them at once. */
export function readJson(text: string, file: string): Json {
  const place = placesIn(text, file);
  const deep = tooDeepAt(text);
  const errors: ParseError[] = [];
  const root =
    deep === null ? parseTree(text, errors, { disallowComments: true, allowTrailingComma: false }) : undefined;
  const problems =
    deep === null
      ? [
          ...syntaxProblems(errors, text, place),
          ...duplicateNames(root).map(({ offset, length, value }) =>
            problemOf(place(offset), {
              code: 'json-duplicate-name',
              params: { name: String(value) },
              text: text.slice(offset, offset + length),
            }),
          ),
        ]
      : [problemOf(place(deep), { code: 'too-deep' })];

  const nodeAt = (path: Path): Node | undefined => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = root && findNodeAtLocation(root, path.slice(0, length));
      if (node) return node;
    }
    return root;
  };
  const at = (node: Node | undefined, complaint: Complaint) =>
    problemOf(place(node?.offset ?? 0), {
      text: node ? text.slice(node.offset, node.offset + node.length) : '',
      ...complaint,
    });
  return {
    value: root && getNodeValue(root),
    problems,
    whole: problems.every(({ code }) => HARMLESS.has(code)),
    has: (path) => root !== undefined && findNodeAtLocation(root, [...path]) !== undefined,
    valueAt(path) {
      const node = root && findNodeAtLocation(root, [...path]);
      return node && (getNodeValue(node) as unknown);
    },
    problemAt: (path, complaint) => at(nodeAt(path), complaint),
    problemAtName(path, complaint) {
      const property = nodeAt(path)?.parent;
      const name = property?.type === 'property' ? property.children?.[0] : undefined;
      return at(name ?? nodeAt(path), complaint);
    },
  };
}
