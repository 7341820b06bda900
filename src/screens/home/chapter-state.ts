import type { LevelText } from '../../engine/index.ts';
import type { Letter } from './first-letter.ts';

/** Some levels of the course, with a heading of their own or none. */
export interface HomeChapter {
  readonly title: LevelText | null;
  readonly letters: readonly Letter[];
}

/** How a chapter lies on the home page: open, folded since it is finished, or folded since another comes first. */
export type ChapterState = 'now' | 'done' | 'later';

const isPlayed = (letter: Letter) => letter.kind === 'level' && letter.result !== null;
const isTouched = (letter: Letter) => letter.kind === 'level' && (letter.result !== null || letter.begun);
/** A file that cannot be opened keeps no chapter from being finished. */
const isFinished = ({ letters }: HomeChapter) =>
  letters.some(isPlayed) && letters.every((letter) => letter.kind === 'broken' || isPlayed(letter));

/** How many levels of a chapter have been played. */
export function playedIn({ letters }: Pick<HomeChapter, 'letters'>): number {
  return letters.filter(isPlayed).length;
}

/**
 * The state of each chapter. One opens after the other; a folded one can still be unfolded by hand. All are open once the
 * course has been played, and so is a chapter without a title.
 *
 * @param first the level to play first, or null
 */
export function chapterStates(chapters: readonly HomeChapter[], first: Letter | null): ChapterState[] {
  const allFinished = chapters.every(isFinished);
  return chapters.map((chapter, index) => {
    if (allFinished || chapter.title === null || (first && chapter.letters.includes(first))) return 'now';
    if (isFinished(chapter)) return 'done';
    if (chapter.letters.some(isTouched) || chapters.slice(0, index).every(isFinished)) return 'now';
    return 'later';
  });
}
