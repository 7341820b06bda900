import type { Level } from '../engine/level.ts';
import { checkTranslation, translate, translationSchema } from '../engine/translation.ts';
import { isPlayable, type Problem } from './problem.ts';
import { readAs } from './read.ts';

/** The text of a file that lies beside a level and says it in one more language. */
export interface TranslationFile {
  readonly language: string;
  readonly file: string;
  readonly text: string;
}

/** The name of the file that says a level in a language: `my-level.fr.json` beside `my-level.json`. */
export function translationFile(levelFile: string, language: string): string {
  return levelFile.replace(/\.json$/, `.${language}.json`);
}

/** The level file that a file with this name would translate, and into which language; null when its name says neither. */
export function translatedFile(file: string): { readonly level: string; readonly language: string } | null {
  const [, level, language] = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.json$/.exec(file) ?? [];
  return level === undefined || language === undefined ? null : { level: `${level}.json`, language };
}

/**
 * The level with the texts of the files beside it.
 *
 * @returns also what is wrong with these files; one that has errors is left out, and the level plays in its other languages
 */
export function withTranslations(
  level: Level,
  files: readonly TranslationFile[],
): { readonly level: Level; readonly problems: readonly Problem[] } {
  let translated = level;
  const problems: Problem[] = [];
  for (const { language, file, text } of files) {
    const read = readAs(translationSchema, text, file, (translation) => checkTranslation(level, translation));
    problems.push(...read.problems);
    if (read.value && isPlayable(read.problems)) translated = translate(translated, language, read.value);
  }
  return { level: translated, problems };
}
