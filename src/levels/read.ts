import type * as z from 'zod/mini';
import {
  type CausedFault,
  checkCourse,
  checkLevel,
  courseOf,
  courseSchema,
  levelSchema,
  type Course,
  type Fault,
  type Level,
} from '../engine/index.ts';
import { upToDate } from './migrate.ts';
import { MAX_BYTES } from './too-large.ts';
import { readJson, type Json } from './json.ts';
import { causeHint } from './cause-hint.ts';
import { hintFor } from './nearest.ts';
import { fileProblem, inReadingOrder, isPlayable, type Problem, type ProblemCode } from './problem.ts';
import { schemaProblems } from './schema-problems.ts';

/** The result of reading a file: its content with warnings at most, or the problems that keep it from being played. */
export type LevelResult =
  | { readonly ok: true; readonly level: Level; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type CourseResult =
  | { readonly ok: true; readonly course: Course; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A file, as far as it could be read. */
export interface Read<Value> {
  /** The content of the file; null when it does not fit its format. */
  readonly value: Value | null;
  readonly json: Json | null;
  readonly problems: readonly Problem[];
}

/**
 * Checks a file against its format, and then for problems that a format cannot express.
 * @param faultsOf finds the problems of a value that fits the format
 * @param migrated brings the content of an older format to the current one
 */
export function readAs<Value>(
  schema: z.ZodMiniType<Value>,
  text: string,
  file: string,
  faultsOf: (value: Value) => readonly Fault<ProblemCode>[],
  migrated: (value: unknown) => unknown = (value) => value,
): Read<Value> {
  const hopeless = unreadable(text);
  if (hopeless) return { value: null, json: null, problems: [fileProblem(file, ...hopeless)] };
  const json = readJson(text.startsWith('\uFEFF') ? text.slice(1) : text, file);
  // With quotes or brackets missing, other problems would be reported that the author did not cause.
  if (!json.whole) return { value: null, json, problems: inReadingOrder(json.problems) };
  const result = schema.safeParse(migrated(json.value));
  const problems = result.success
    ? faultProblems(json, faultsOf(result.data))
    : schemaProblems(schema, json, result.error.issues.slice(0, MOST_ISSUES));
  return {
    value: result.success ? result.data : null,
    json,
    problems: inReadingOrder([...json.problems, ...problems]),
  };
}

/** Limits the problems of a file that is wrong all over, as it would take minutes to locate a million of them. */
const MOST_ISSUES = 300;

function unreadable(text: string): [ProblemCode, Readonly<Record<string, string>>] | null {
  if (text.length > MAX_BYTES) return ['too-large', { most: '1 MiB' }];
  const start = text.trimStart();
  if (start === '' || start === '\uFEFF') return ['empty', {}];
  // Many servers answer a request for a missing file with an HTML page.
  return start.startsWith('<') ? ['page-instead', {}] : null;
}

export function faultProblems(json: Json, faults: readonly CausedFault<ProblemCode>[]): Problem[] {
  return faults.map(({ path, code, params, known, because, ofName }) => {
    const wrong = params['id'] ?? params['name'] ?? '';
    const hint = known ? hintFor(wrong, known) : because ? causeHint(json, because) : null;
    const complaint = { code, params, hint };
    const problem = ofName ? json.problemAtName(path, complaint) : json.problemAt(path, complaint);
    return because ? { ...problem, because } : problem;
  });
}

/**
 * Reads and checks a level file. It never throws: it reports all problems at once, in reading order.
 * @param text the file's text
 * @param file the file's name for the problems
 */
export function readLevel(text: string, file: string): LevelResult {
  const { value, problems } = readAs(levelSchema, text, file, checkLevel, upToDate);
  return value && isPlayable(problems) ? { ok: true, level: value, problems } : { ok: false, problems };
}

/** Reads and checks a course file, as `readLevel` does a level. */
export function readCourse(text: string, file: string): CourseResult {
  const { value, problems } = readAs(courseSchema, text, file, checkCourse);
  return value && isPlayable(problems) ? { ok: true, course: courseOf(value), problems } : { ok: false, problems };
}
