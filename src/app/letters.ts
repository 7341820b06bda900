import { loadPlay, loadProgress } from '../progress/index.ts';
import type { Letter } from '../screens/first-letter.ts';
import type { Shelf } from './course-shelf.ts';
import { isBegun } from './begun.ts';

/** The letters of the course with what is known of each; null while the course is on its way. */
export function lettersOn(shelf: Shelf): Letter[] | null {
  if (!shelf.course) return shelf.problems ? [] : null;
  const { results } = loadProgress();
  return shelf.course.levels.map((file): Letter => {
    const read = shelf.levels.get(file);
    if (!read) return { kind: 'loading', file };
    if (!read.ok) return { kind: 'broken', file, problems: read.problems };
    const { level } = read;
    return { kind: 'level', file, level, result: results[level.id] ?? null, begun: isBegun(loadPlay(level.id)) };
  });
}
