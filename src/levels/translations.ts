import { checkTranslation, translate, translationSchema, type Level } from '../engine/index.ts';
import { isPlayable, type Problem } from './problem.ts';
import { readAs } from './read.ts';

/** The text of a translation file beside a level. */
export interface TranslationFile {
  readonly language: string;
  readonly file: string;
  readonly text: string;
}

/**
 * Adds the texts of the translation files to a level.
 * @returns also the problems of these files. One with errors is left out, and the level can be played in its other
 *   languages.
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
