import { getLocation } from 'jsonc-parser';
import { type Advice, levelSchema, type Level } from '../engine/index.ts';
import { checkLevelFiles, type Checked, type LevelFiles } from '../levels/check.ts';
import { upToDate } from '../levels/migrate.ts';
import type { Problem } from '../levels/problem.ts';
import { readWhole } from './json/read-whole.ts';
import type { Json, Path } from './json/value.ts';
import { fitting, type Tolerant } from './tolerant.ts';

/** A level on its way: everything that a level can state, as far as it is there and of the right kind. */
export type Draft = Tolerant<Level>;

/** Reads a level file of any state. What fits nothing is not in the draft, and stays in the text. */
export function readDraft(text: string): Draft {
  if (latest?.text !== text) latest = { text, draft: fitting(levelSchema, currentFormat(readWhole(text))) };
  return latest.draft;
}

/** The draft that was read last, since a form asks for it many times between two edits. */
let latest: { readonly text: string; readonly draft: Draft } | null = null;

/** Brings a file of an older format to the current one. */
export function currentFormat(value: Json): Json {
  return upToDate(value) as Json;
}

/** A problem of the checker, at the value that it is about. */
export interface PlacedProblem extends Problem {
  /** Where the value is in its file; for a field that is missing, where it would be. */
  readonly path: Path;
}

export interface CheckedDraft {
  /** Null while the level cannot be played. */
  readonly level: Checked['level'];
  readonly problems: readonly PlacedProblem[];
}

/**
 * Checks a level as the command does, and finds the value of each problem.
 * @param languages of the course
 * @param adviceOf plays the level, which takes longest; by default as the command does
 */
export function checkDraft(
  files: LevelFiles,
  languages: readonly string[],
  adviceOf?: (level: Level) => readonly Advice[],
): CheckedDraft {
  const { level, problems } = checkLevelFiles(files, languages, adviceOf);
  const texts = new Map([files, ...files.translations].map(({ file, text }) => [file, text]));
  const isBeside = ({ file }: Problem) => files.translations.some((translation) => translation.file === file);
  return {
    level,
    problems: problems.map((problem) =>
      isBeside(problem) ? { ...problem, path: BESIDE } : placed(problem, texts.get(problem.file) ?? ''),
    ),
  };
}

/** Items of a translation file are in an order of their own, so that their places say nothing about the level. */
const BESIDE: Path = ['translations'];

function placed(problem: Problem, text: string): PlacedProblem {
  const path = problem.line === 0 ? [] : pathAt(text, problem);
  const { name } = problem.params;
  return { ...problem, path: problem.code === 'missing-field' && name !== undefined ? [...path, name] : path };
}

function pathAt(text: string, { line, column }: Pick<Problem, 'line' | 'column'>): Path {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const starts = [0, ...[...body.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  const offset = (starts[line - 1] ?? 0) + column - 1;
  return getLocation(body, offset).path;
}
