import { checkTranslation, translate, translationSchema, type Level } from '../engine/index.ts';
import { isPlayable, type Problem } from './problem.ts';
import { readAs } from './read.ts';

/** The text of a file that lies beside a level and says it in one more language. */
export interface TranslationFile {
  readonly language: string;
  readonly file: string;
  readonly text: string;
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
