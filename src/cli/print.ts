import type { Problem } from '../levels/index.ts';
import { hintOf, sentenceOf } from './problem-words.ts';
import { word } from './words.ts';

/**
 * Escapes control characters, which would move the cursor of a terminal, and bidi controls, which would reverse a line.
 */
export function printable(text: string): string {
  // The joiners and marks from U+200C to U+200F belong to the spelling of some languages, and reverse nothing.
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (character) =>
    /[\n\u200C-\u200F]/.test(character)
      ? character
      : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** Formats a problem for people: the place, the sentence, the faulty part of the file and the hint. */
export function problemLines(problem: Problem): string {
  const { file, line, column, severity, text } = problem;
  const place = line > 0 ? `${file}:${String(line)}:${String(column)}` : file;
  const hint = hintOf(problem);
  const lines = [`${place}  ${word(severity)}  ${sentenceOf(problem)}`, text && `    ${text}`, hint && `    ${hint}`];
  return printable(lines.filter(Boolean).join('\n'));
}

/** Formats a problem for tools: its data and its sentence. */
export function problemData(problem: Problem): object {
  const { hint: _, params: __, ...rest } = problem;
  return { ...rest, message: sentenceOf(problem), hint: hintOf(problem) };
}

/** Formats a table for people, with each column as wide as its widest cell. */
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
