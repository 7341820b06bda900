import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { Problem } from './problem.ts';

export type Path = readonly (string | number)[];

/** A file's JSON, with the way back from a value to its place in the text. */
export interface Json {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** True when there is a value at this path. */
  has(path: Path): boolean;
  /** A problem at the value of this path, or at the nearest part of it that is there. */
  problemAt(path: Path, code: string, params?: Readonly<Record<string, string>>): Problem;
  /** A problem at the name of a field. */
  problemAtName(path: Path, code: string, params?: Readonly<Record<string, string>>): Problem;
}

const KNOWN_ERRORS: Readonly<Record<string, string>> = {
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

type Place = Pick<Problem, 'file' | 'line' | 'column'>;

/** One problem for each place; a comma before a closing bracket is told as what it is, at the comma. */
function syntaxProblems(errors: readonly ParseError[], text: string, place: (offset: number) => Place): Problem[] {
  const byOffset = new Map<number, Problem>();
  for (const { error, offset, length } of errors) {
    const comma = /[}\]]/.test(text.charAt(offset)) ? /,\s*$/.exec(text.slice(0, offset))?.index : undefined;
    const at = comma ?? offset;
    if (byOffset.has(at)) continue;
    const code =
      comma === undefined ? (KNOWN_ERRORS[printParseErrorCode(error)] ?? 'json-syntax') : 'json-trailing-comma';
    byOffset.set(at, { ...place(at), code, params: { text: text.slice(offset, offset + Math.min(length, 40)) } });
  }
  return [...byOffset.values()];
}

/** Reads strict JSON (RFC 8259) and goes on after a fault, so that all faults are told at once. */
export function readJson(text: string, file: string): Json {
  const lineStarts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  const place = (offset: number) => {
    let line = lineStarts.findLastIndex((start) => start <= offset);
    if (line < 0) line = 0;
    return { file, line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 };
  };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const problems = syntaxProblems(errors, text, place);

  const nodeAt = (path: Path): Node | undefined => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = root && findNodeAtLocation(root, path.slice(0, length));
      if (node) return node;
    }
    return root;
  };
  return {
    value: root && getNodeValue(root),
    problems,
    has: (path) => root !== undefined && findNodeAtLocation(root, [...path]) !== undefined,
    problemAt: (path, code, params = {}) => ({ ...place(nodeAt(path)?.offset ?? 0), code, params }),
    problemAtName(path, code, params = {}) {
      const property = nodeAt(path)?.parent;
      const name = property?.type === 'property' ? property.children?.[0] : undefined;
      return { ...place(name?.offset ?? nodeAt(path)?.offset ?? 0), code, params };
    },
  };
}
