import { PASS_MARK, type Level, type LevelText } from '../../engine/index.ts';
import type { Course, LevelResult, LevelSummary, Problem } from '../../levels/index.ts';
import { summaryOf } from '../../levels/summary.ts';
import { levelNameOf } from '../../levels/translation-names.ts';

/** The course as far as it has loaded. */
export interface LoadedCourse {
  /** The address of the course; the files that it names are beside it or below. */
  readonly at: URL | null;
  readonly course: Course | null;
  /** False for a single level and for loose files, which are not a course that can be passed. */
  readonly whole: boolean;
  /** Set when the course itself cannot be read. */
  readonly problems: readonly Problem[] | null;
  /** The levels that have been read, by file name. */
  readonly levels: ReadonlyMap<string, LevelResult>;
  /** What the index of the build says of levels that need not be read before they are played, by file name. */
  readonly summaries: ReadonlyMap<string, LevelSummary>;
  /** The files of the course's first chapter, also where a link asks for other levels; null for a course without chapters. */
  readonly firstChapter: readonly string[] | null;
  /** Ids of levels that the link asks for and the course does not have. */
  readonly unknown: readonly string[];
}

export const NOTHING_LOADED: LoadedCourse = {
  at: null,
  course: null,
  whole: true,
  problems: null,
  levels: new Map(),
  summaries: new Map(),
  firstChapter: null,
  unknown: [],
};

/** A course with default values, for levels that were requested without one. */
export const NO_COURSE: Course = { format: 1, title: '', languages: [], levels: [], passMark: PASS_MARK };

/** An entry of the course that can be played. */
export interface Entry {
  readonly file: string;
  readonly level: LevelSummary;
}

/** The levels that can be played, in the order of the course. Of two with the same id the first counts. */
export function entriesOf(loaded: LoadedCourse): Entry[] {
  const entries: Entry[] = [];
  for (const file of loaded.course?.levels ?? []) {
    const level = summaryIn(loaded, file);
    if (level && !entries.some((entry) => entry.level.id === level.id)) entries.push({ file, level });
  }
  return entries;
}

/**
 * Returns what is known about the level in a file: from the file once it has been read, else from the index; null when
 * nothing is.
 */
export function summaryIn({ levels, summaries }: LoadedCourse, file: string): LevelSummary | null {
  const read = levels.get(file);
  if (read) return read.ok ? summaryOf(read.level) : null;
  return summaries.get(file) ?? null;
}

/** The level in a file, once it has been read and can be played. */
export function levelIn({ levels }: LoadedCourse, file: string): Level | null {
  const read = levels.get(file);
  return read?.ok ? read.level : null;
}

/** The levels that have been read and can be played, in the order of the course. */
export function readLevels(loaded: LoadedCourse): Level[] {
  return entriesOf(loaded).flatMap(({ file }) => levelIn(loaded, file) ?? []);
}

/** The same without their files. */
export function playable(loaded: LoadedCourse): LevelSummary[] {
  return entriesOf(loaded).map(({ level }) => level);
}

/** True when everything that could be a level is known. */
export function isFull(loaded: LoadedCourse): boolean {
  return (
    loaded.problems !== null ||
    (loaded.course !== null &&
      loaded.course.levels.every((file) => loaded.levels.has(file) || loaded.summaries.has(file)))
  );
}

/** The level of this id; undefined while it may still arrive, null when the course has none. */
export function findLevel(loaded: LoadedCourse, id: string): Entry | null | undefined {
  return entriesOf(loaded).find(({ level }) => level.id === id) ?? (isFull(loaded) ? null : undefined);
}

/** The level after this one, of those that can be played. */
export function levelAfter(loaded: LoadedCourse, id: string): LevelSummary | null {
  const entries = entriesOf(loaded);
  return entries[entries.findIndex(({ level }) => level.id === id) + 1]?.level ?? null;
}

/** True for a level of the first chapter, and for every level of a course without chapters. */
export function isInFirstChapter({ firstChapter }: LoadedCourse, file: string): boolean {
  return firstChapter === null || firstChapter.includes(file);
}

/** A chapter with the levels of it that can be played. */
export interface PlayableChapter {
  /** null for levels without chapters. */
  readonly title: LevelText | null;
  readonly levels: readonly LevelSummary[];
}

/** The levels that can be played, in their chapters. */
export function playableChapters(loaded: LoadedCourse): PlayableChapter[] {
  const entries = entriesOf(loaded);
  const chapters = loaded.course?.chapters ?? [{ title: null, levels: loaded.course?.levels ?? [] }];
  return chapters
    .map(({ title, levels }) => ({
      title,
      levels: entries.filter(({ file }) => levels.includes(file)).map(({ level }) => level),
    }))
    .filter(({ levels }) => levels.length > 0);
}

/**
 * Returns why the level of this address cannot be opened: the problems of the course, or of the file with the level's name.
 * Empty if there are none.
 */
export function problemsOf(loaded: LoadedCourse, id: string): readonly Problem[] {
  if (loaded.problems) return loaded.problems;
  const file = loaded.course?.levels.find((name) => levelNameOf(name) === id);
  const result = file === undefined ? undefined : loaded.levels.get(file);
  return result && !result.ok ? result.problems : [];
}

/** True when there are problems to report to the author of a file. */
export function hasProblems({ problems, levels }: LoadedCourse): boolean {
  return problems !== null || [...levels.values()].some((read) => read.problems.length > 0);
}

/** Returns the problems of these files, of those that have arrived. */
export function problemsIn(loaded: LoadedCourse, files: ReadonlySet<string>): Problem[] {
  const all = [...(loaded.problems ?? []), ...[...loaded.levels.values()].flatMap(({ problems }) => problems)];
  return all.filter(({ file }) => files.has(file));
}
