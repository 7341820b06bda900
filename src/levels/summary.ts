import { matchLanguage, type Lesson, type Level, type LevelText } from '../engine/index.ts';
import { stampOf, type Stamp } from './stamp.ts';

/** What home and the other pages show about a level: much less than its file. */
export type LevelSummary = Pick<Level, 'id' | 'title' | 'summary' | 'minutes'> & {
  readonly lesson: Pick<Lesson, 'rule'>;
  readonly stamp: Stamp;
};

export function summaryOf(level: Level): LevelSummary {
  const { id, title, summary, minutes, lesson } = level;
  return { id, title, summary, minutes, lesson: { rule: lesson.rule }, stamp: stampOf(level) };
}

/** Reduces the texts of a summary to the one language that its readers see. */
export function inOneLanguage(summary: LevelSummary, language: string): LevelSummary {
  return { ...summary, title: shown(summary.title, language), summary: shown(summary.summary, language) };
}

/** Reduces a text to the reader's language. If it lacks that, it stays whole, and the page chooses. */
function shown(text: LevelText, language: string): LevelText {
  const tag = typeof text === 'string' ? null : matchLanguage(language, Object.keys(text));
  return typeof text === 'string' || tag === null ? text : { [tag]: text[tag] ?? '' };
}
