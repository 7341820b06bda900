import { matchLanguage, type Lesson, type Level, type LevelText } from '../engine/index.ts';
import { stampOf, type Stamp } from './stamp.ts';

/** What home and the pages beside the levels say of a level: much less than its file. */
export type LevelSummary = Pick<Level, 'id' | 'title' | 'summary' | 'minutes'> & {
  readonly lesson: Pick<Lesson, 'rule'>;
  readonly stamp: Stamp;
};

export function summaryOf(level: Level): LevelSummary {
  const { id, title, summary, minutes, lesson } = level;
  return { id, title, summary, minutes, lesson: { rule: lesson.rule }, stamp: stampOf(level) };
}

/** A summary for readers of one language: of its texts only the one that they are shown. */
export function inOneLanguage(summary: LevelSummary, language: string): LevelSummary {
  return { ...summary, title: shown(summary.title, language), summary: shown(summary.summary, language) };
}

/** A text in the language of its reader alone; where it does not have that, as it is, since the page then chooses. */
function shown(text: LevelText, language: string): LevelText {
  const tag = typeof text === 'string' ? null : matchLanguage(language, Object.keys(text));
  return typeof text === 'string' || tag === null ? text : { [tag]: text[tag] ?? '' };
}
