import type { Problem } from '../levels/index.ts';
import { hintOf, sentenceOf } from './problem-words.ts';
import { word } from './words.ts';

/** Control characters would move the cursor of a terminal, and the marks of direction would turn a line around. */
export function printable(text: string): string {
  // The joiners and marks from U+200C to U+200F are part of how some languages are written, and turn nothing around.
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (character) =>
    /[\n\u200C-\u200F]/.test(character)
      ? character
      : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** A problem for the eye: where, what, the piece of the file and the hint. */
export function problemLines(problem: Problem): string {
  const { file, line, column, severity, text } = problem;
  const place = line > 0 ? `${file}:${String(line)}:${String(column)}` : file;
  const hint = hintOf(problem);
  const lines = [`${place}  ${word(severity)}  ${sentenceOf(problem)}`, text && `    ${text}`, hint && `    ${hint}`];
  return printable(lines.filter(Boolean).join('\n'));
}

/** A problem for tools: the same, with its sentence. */
export function problemData(problem: Problem): object {
  const { hint: _, params: __, ...rest } = problem;
  return { ...rest, message: sentenceOf(problem), hint: hintOf(problem) };
}

/** A table for the eye: each column as wide as its widest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) => row.map(printable));
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const [first = [], ...rest] = all;
  return [line(first), widths.map((width) => '-'.repeat(width)).join('  '), ...rest.map(line)]
    .map((text) => `  ${text}`)
    .join('\n');
}
