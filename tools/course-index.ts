import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { matchLanguage, type Level } from '../src/engine/index.ts';
// Imported from single files, because the code that fetches levels imports the index itself.
import type { CourseIndex, IndexedLevel } from '../src/levels/course-index.ts';
import { decode } from '../src/levels/decode.ts';
import { printOf } from '../src/levels/print.ts';
import { readCourse, readLevel } from '../src/levels/read.ts';
import { inOneLanguage, summaryOf } from '../src/levels/summary.ts';
import { translationFile } from '../src/levels/translation-names.ts';
import { withTranslations } from '../src/levels/translations.ts';

/** The name of a language's index: `virtual:course-index/course-fr`. */
const INDEX = /^virtual:course-index\/course-([\w-]+)$/;

/**
 * Collects what the home page shows of a course, in one language, so that it need not fetch every level file.
 * @param folder with the course and its levels
 * @param language a tag
 * @returns the index without levels that have problems; the page reads those itself and reports what is wrong
 */
export function courseIndex(folder: string, language: string): CourseIndex {
  const text = textOf(join(folder, 'course.json'));
  const read = text === null ? null : readCourse(text, 'course.json');
  if (text === null || !read?.ok) return { course: null, levels: {} };
  const levels = read.course.levels.flatMap((file) => {
    const level = indexedLevel(folder, file, language);
    return level ? [[file, level] as const] : [];
  });
  return { course: { print: printOf(text), value: read.course }, levels: Object.fromEntries(levels) };
}

function indexedLevel(folder: string, file: string, language: string): IndexedLevel | null {
  const path = join(folder, file);
  const text = textOf(path);
  const read = text === null ? null : readLevel(text, file);
  if (text === null || !read?.ok) return null;
  const { level } = read;
  const tag = besideIt(level, language);
  if (tag === null)
    return { print: printOf(text), translation: null, summary: inOneLanguage(summaryOf(level), language) };
  const beside = translationFile(path, tag);
  const words = textOf(beside);
  const translated = words === null ? null : withTranslations(level, [{ language: tag, file: beside, text: words }]);
  if (words === null || !translated || translated.problems.length > 0) return null;
  const translation = { language: tag, print: printOf(words) };
  return { print: printOf(text), translation, summary: inOneLanguage(summaryOf(translated.level), language) };
}

/** Returns the language of the translation file that suits a reader when the level's own file does not. */
function besideIt({ title, translations = [] }: Level, language: string): string | null {
  const own = typeof title === 'string' ? [] : Object.keys(title);
  const tag = matchLanguage(language, [...own, ...translations]);
  return tag === null || own.includes(tag) ? null : tag;
}

/** @returns null when there is no file, or it is not a text that the page could read */
function textOf(path: string): string | null {
  if (!existsSync(path)) return null;
  const decoded = decode(readFileSync(path), path);
  return decoded.ok ? decoded.text : null;
}

/**
 * Gives the page the index of its course, as a module for each language. There is none in development, so that the
 * author of a level sees at once what is wrong with any file.
 * @param folder of the course, relative to `index.html`
 */
export function indexCourse(folder: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'course-index',
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: (id) => (INDEX.test(id) ? `\0${id}` : null),
    load(id) {
      const [, language] = INDEX.exec(id.replace('\0', '')) ?? [];
      if (language === undefined) return null;
      if (config.command !== 'build') return 'export default null';
      return `export default ${JSON.stringify(courseIndex(resolve(config.root, folder), language))}`;
    },
  };
}
