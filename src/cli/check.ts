import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Course, Level } from '../engine/index.ts';
import { levelNameOf, readCourse, readLevel, translatedFile, type Problem } from '../levels/index.ts';
import { checkLevelFiles } from '../levels/check.ts';
import { readJson } from '../levels/json.ts';
import { fileProblem } from '../levels/problem.ts';
import { readText, translationsBeside } from './files.ts';

export const COURSE = 'levels/course.json';

export interface Checked {
  /** The files that were checked, not counting translations. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** Checks the given files or, without any, the course and all its levels. */
export function checkFiles(files: readonly string[]): Checked {
  const wanted = files.length > 0 ? files : [COURSE];
  const checked = wanted.map((file) => (isCourse(file) ? checkCourseFile(file) : checkOne(file)));
  return { files: checked.flatMap((one) => one.files), problems: checked.flatMap((one) => one.problems) };
}

/**
 * A course is recognised by its name, because a broken file does not say what it is: `course.json`, `my-course.json`,
 * `course-2.json`.
 */
export const isCourse = (file: string) => /(^|-)course(-.+)?\.json$/i.test(basename(file));

/** Finds a level by its own file, or by that of a translation. */
function checkOne(file: string): Checked {
  const translated = translatedFile(file);
  const level = translated && existsSync(translated.level) ? translated.level : file;
  const { problems } = checkLevelFile(level, courseBeside(level)?.languages ?? []);
  return { files: [level], problems };
}

/** Returns the course in the folder of a level, if there is one that can be played. */
function courseBeside(file: string): Course | null {
  const read = readText(join(dirname(file), basename(COURSE)));
  const result = read.ok ? readCourse(read.text, COURSE) : null;
  return result?.ok ? result.course : null;
}

/** Checks one level together with its translations. */
export function checkLevelFile(
  file: string,
  languages: readonly string[],
): { readonly level: Level | null; readonly problems: readonly Problem[] } {
  const read = readText(file);
  if (!read.ok) return { level: null, problems: [read.problem] };
  const first = readLevel(read.text, file);
  const beside = translationsBeside(file, first.ok ? (first.level.translations ?? []) : []);
  const { level, problems } = checkLevelFiles({ file, text: read.text, translations: beside.files }, languages);
  const named = level && level.id !== levelNameOf(basename(file));
  const misnamed = named
    ? [readJson(read.text, file).problemAt(['id'], { code: 'not-file-name', params: { id: level.id } })]
    : [];
  return { level, problems: [...misnamed, ...problems, ...(first.ok ? beside.problems : [])] };
}

function checkCourseFile(file: string): Checked {
  const read = readText(file);
  if (!read.ok) return { files: [file], problems: [read.problem] };
  const result = readCourse(read.text, file);
  if (!result.ok) return { files: [file], problems: result.problems };
  const { course } = result;
  const at = (name: string) => join(dirname(file), name);
  const { logo } = course.brand ?? {};
  const noLogo = logo !== undefined && !existsSync(at(logo)) ? [fileProblem(at(logo), 'not-found')] : [];
  const ids = new Set<string>();
  const levels = course.levels.flatMap((name) => {
    const { level, problems } = checkLevelFile(at(name), course.languages);
    const twice = level && ids.has(level.id) ? [fileProblem(at(name), 'duplicate-level-id', { id: level.id })] : [];
    if (level) ids.add(level.id);
    return [...problems, ...twice];
  });
  return { files: [file, ...course.levels.map(at)], problems: [...result.problems, ...noLogo, ...levels] };
}
