import { advise, checkLanguages, checkLevel, levelSchema, type Level } from '../engine/index.ts';
import { upToDate } from './migrate.ts';
import { inReadingOrder, isPlayable, type Problem } from './problem.ts';
import { faultProblems, readAs } from './read.ts';
import { withTranslations, type TranslationFile } from './translations.ts';

/** A level's file with those beside it, as texts. */
export interface LevelFiles {
  readonly file: string;
  readonly text: string;
  readonly translations: readonly TranslationFile[];
}

/** What a level comes to: null when it does not play. */
export interface Checked {
  readonly level: Level | null;
  readonly problems: readonly Problem[];
}

/**
 * Checks all there is to check of a level: what it says, in every language of the course, and how it plays.
 *
 * @param languages tags of the languages that the course offers
 * @returns problems file by file, each in reading order
 */
export function checkLevelFiles({ file, text, translations }: LevelFiles, languages: readonly string[]): Checked {
  const { value, json, problems } = readAs(levelSchema, text, file, checkLevel, upToDate);
  if (!value || !json) return { level: null, problems };
  const beside = withTranslations(value, translations);
  // The code that looks for the file reports a translation that is named but missing.
  const offered = [...new Set([...languages, ...translations.map(({ language }) => language)])];
  // A slip of the JSON keeps a level from playing, but not from being looked at.
  const sound = isPlayable(problems.filter((problem) => !json.problems.includes(problem)));
  const advice = sound ? [...checkLanguages(beside.level, offered), ...advise(value)] : [];
  return {
    level: isPlayable(problems) ? beside.level : null,
    problems: [...inReadingOrder([...problems, ...faultProblems(json, advice)]), ...beside.problems],
  };
}
