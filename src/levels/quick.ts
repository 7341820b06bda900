import type * as z from 'zod/mini';
import {
  checkCourse,
  checkLevel,
  checkTranslation,
  courseOf,
  courseSchema,
  levelSchema,
  translate,
  translationSchema,
  type Course,
  type Level,
} from '../engine/index.ts';
import { upToDate } from './migrate.ts';

/* Reads valid files, which nearly all are, so that the code that locates problems (`read.ts`, with its own JSON
   parser) is not even fetched. Returns null for a file with any problem, which `read.ts` then reports. */

/** Finds the same error as `json.ts`: a repeated name in an object, of which `JSON.parse` silently keeps the last. */
function hasDuplicateNames(text: string, value: unknown): boolean {
  let written = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon !== undefined) written += 1;
  return written !== namesIn(value);
}

function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const parts: unknown[] = Object.values(value);
  return parts.reduce<number>((sum, part) => sum + namesIn(part), Array.isArray(value) ? 0 : parts.length);
}

function quickRead<Value>(
  schema: z.ZodMiniType<Value>,
  text: string,
  faultsOf: (value: Value) => readonly unknown[],
  migrated: (value: unknown) => unknown = (value) => value,
): Value | null {
  try {
    const value: unknown = JSON.parse(text);
    if (hasDuplicateNames(text, value)) return null;
    const { data } = schema.safeParse(migrated(value));
    return data !== undefined && faultsOf(data).length === 0 ? data : null;
  } catch {
    // The text is not JSON, or nested so deep that it overflows the stack.
    return null;
  }
}

export function quickLevel(text: string): Level | null {
  return quickRead(levelSchema, text, checkLevel, upToDate);
}

export function quickCourse(text: string): Course | null {
  const course = quickRead(courseSchema, text, checkCourse);
  return course && courseOf(course);
}

/** Returns the level with the texts of its translation files; null when there is a problem in one of them. */
export function quickTranslations(
  level: Level,
  files: readonly { readonly language: string; readonly text: string }[],
): Level | null {
  let translated = level;
  for (const { language, text } of files) {
    const translation = quickRead(translationSchema, text, (read) => checkTranslation(level, read));
    if (!translation) return null;
    translated = translate(translated, language, translation);
  }
  return translated;
}
