import type * as z from 'zod/mini';
import { checkLevel } from '../engine/check.ts';
import { checkCourse } from '../engine/check-course.ts';
import { courseOf, courseSchema, type Course } from '../engine/course.ts';
import type { Fault } from '../engine/fault.ts';
import { levelSchema, type Level } from '../engine/level.ts';
import { readJson, type Json } from './json.ts';
import { fileProblem, inReadingOrder, type Problem } from './problem.ts';
import { schemaProblems } from './schema-problems.ts';

export type LevelResult =
  | { readonly ok: true; readonly level: Level; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type CourseResult =
  | { readonly ok: true; readonly course: Course; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A file may have so many characters; a level is a few thousand. */
export const MAX_CHARACTERS = 1024 * 1024;

type Read<Value> =
  | { readonly ok: true; readonly value: Value; readonly json: Json }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function readAs<Value>(schema: z.ZodMiniType<Value>, text: string, file: string): Read<Value> {
  if (text.length > MAX_CHARACTERS) return { ok: false, problems: [fileProblem(file, 'too-large', { most: '1 MiB' })] };
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (plain.trim() === '') return { ok: false, problems: [fileProblem(file, 'empty')] };
  // Many servers answer a missing file with a page of theirs.
  if (plain.trimStart().startsWith('<')) return { ok: false, problems: [fileProblem(file, 'page-instead')] };
  const json = readJson(plain, file);
  if (json.problems.length > 0) return { ok: false, problems: inReadingOrder(json.problems) };
  const result = schema.safeParse(json.value);
  if (!result.success) return { ok: false, problems: inReadingOrder(schemaProblems(json, result.error.issues)) };
  return { ok: true, value: result.data, json };
}

/**
 * Reads and checks a level file. It never throws: whatever is wrong comes as problems, all at once and in reading order.
 *
 * @param text the file's text
 * @param file the file's name for the problems
 */
export function readLevel(text: string, file: string): LevelResult {
  const read = readAs(levelSchema, text, file);
  if (!read.ok) return read;
  const problems = faultProblems(read.json, checkLevel(read.value));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, level: read.value, problems };
}

/** Reads and checks a course file, as `readLevel` does a level. */
export function readCourse(text: string, file: string): CourseResult {
  const read = readAs(courseSchema, text, file);
  if (!read.ok) return read;
  const problems = faultProblems(read.json, checkCourse(read.value));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, course: courseOf(read.value), problems };
}

function faultProblems(json: Json, faults: readonly Fault[]): Problem[] {
  return inReadingOrder(faults.map(({ path, code, params }) => json.problemAt(path, code, params)));
}
