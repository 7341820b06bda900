// Imported from single files: this code loads with the first dropped file, and must not bring along code that the page
// has already.
import { isCourse, notAmongFiles, strayTranslation } from '../../levels/loose-files.ts';
import { checkLevelFiles } from '../../levels/check.ts';
import { readCourse, type LevelResult } from '../../levels/read.ts';
import { comparedName, translatedFile } from '../../levels/translation-names.ts';
import type { Course } from '../../levels/index.ts';
import type { LoadedCourse } from '../course/loaded-course.ts';

export { looksLikePlay } from '../../engine/index.ts';
export { comparedName } from '../../levels/translation-names.ts';
export { readLooseFiles } from '../../levels/loose-files.ts';

type Texts = ReadonlyMap<string, string>;

/**
 * Makes a course from loose files: a course with its levels in order, then all other levels. A translation belongs to
 * the level beside it.
 * @param files their texts, by their names
 * @param unsaid the course to use if none was dropped
 */
export function previewCourse(files: Texts, unsaid: Course): LoadedCourse {
  const texts = new Map([...files].map(([name, text]) => [comparedName(name), text]));
  const names = [...texts.keys()];
  const courses = names.filter((name) => isCourse(name, texts.get(name) ?? ''));
  const [courseFile] = courses;
  const course = courseFile === undefined ? null : readCourse(texts.get(courseFile) ?? '', courseFile);
  const stated = course?.ok ? course.course : unsaid;
  const inCourse = stated.levels.map((path) => comparedName(path.slice(path.lastIndexOf('/') + 1)));
  const others = names.filter(
    (name) => !courses.includes(name) && !inCourse.includes(name) && !texts.has(translatedFile(name)?.level ?? ''),
  );
  const levels = [...new Set([...inCourse, ...others.toSorted()])];
  const { chapters: _chapters, ...look } = stated;
  return {
    at: null,
    unknown: [],
    summaries: new Map(),
    firstChapter: null,
    course: { ...look, levels },
    whole: false,
    problems: course && !course.ok ? course.problems : null,
    levels: new Map(levels.map((name) => [name, looseLevel(name, texts, stated.languages)])),
  };
}

/**
 * Checks everything that the command line checks, because an author who drops a level wants to know whether it is good.
 */
function looseLevel(name: string, texts: Texts, languages: readonly string[]): LevelResult {
  const text = texts.get(name);
  if (text === undefined) return { ok: false, problems: [notAmongFiles(name)] };
  const stray = strayTranslation(name, text);
  if (stray) return { ok: false, problems: [stray] };
  const translations = [...texts].flatMap(([file, words]) => {
    const translated = translatedFile(file);
    return translated?.level === name ? [{ language: translated.language, file, text: words }] : [];
  });
  const { level, problems } = checkLevelFiles({ file: name, text, translations }, languages);
  return level ? { ok: true, level, problems } : { ok: false, problems };
}
