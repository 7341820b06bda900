import { type Advice, advise, checkLanguages, checkLevel, levelSchema, type Level } from '../engine/index.ts';
import { upToDate } from './migrate.ts';
import { inReadingOrder, isPlayable, type Problem } from './problem.ts';
import { faultProblems, readAs } from './read.ts';
import { withTranslations, type TranslationFile } from './translations.ts';

/** The texts of a level's file and of the translation files beside it. */
export interface LevelFiles {
  readonly file: string;
  readonly text: string;
  readonly translations: readonly TranslationFile[];
}

/** The checked level; null when it cannot be played. */
export interface Checked {
  readonly level: Level | null;
  readonly problems: readonly Problem[];
}

/**
 * Checks everything about a level: its content in every language of the course, and how it plays.
 * @param languages tags of the languages that the course offers
 * @param adviceOf plays the level, which takes longest
 * @returns problems file by file, each in reading order
 */
export function checkLevelFiles(
  { file, text, translations }: LevelFiles,
  languages: readonly string[],
  adviceOf: (level: Level) => readonly Advice[] = advise,
): Checked {
  const { value, json, problems } = readAs(levelSchema, text, file, checkLevel, upToDate);
  if (!value || !json) return { level: null, problems };
  const beside = withTranslations(value, translations);
  // A translation that is named but missing is reported by the code that looks for the file.
  const offered = [...new Set([...languages, ...translations.map(({ language }) => language)])];
  // A slip in the JSON keeps a level from being played, but not from being checked further.
  const sound = isPlayable(problems.filter((problem) => !json.problems.includes(problem)));
  const advice = sound ? [...checkLanguages(beside.level, offered), ...adviceOf(value)] : [];
  return {
    level: isPlayable(problems) ? beside.level : null,
    problems: [...inReadingOrder([...problems, ...faultProblems(json, advice)]), ...beside.problems],
  };
}
