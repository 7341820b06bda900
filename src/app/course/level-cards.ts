import { loadPlay, loadProgress, type Progress } from '../../progress/index.ts';
import type { Letter } from '../../screens/home/first-letter.ts';
import type { HomeChapter } from '../../screens/home/chapter-state.ts';

import { summaryIn, type LoadedCourse } from './loaded-course.ts';
import { isBegun, type PlayMemory } from '../play/play-memory.ts';
import { levelAddress, previewAddress, resultAddress } from '../shell/routes.ts';

/** The entries of the course, in its chapters, with what is known about each; null while the course is loading. */
export function chaptersOf(loaded: LoadedCourse): HomeChapter[] | null {
  if (!loaded.course) return loaded.problems ? [] : null;
  const { levels, chapters = [{ title: null, levels }] } = loaded.course;
  const { results } = loadProgress();
  return chapters.map((chapter) => ({
    title: chapter.title,
    letters: chapter.levels.map((file) => cardOf(loaded, file, results)),
  }));
}

function cardOf(loaded: LoadedCourse, file: string, results: Progress['results']): Letter {
  const read = loaded.levels.get(file);
  if (read && !read.ok) return { kind: 'broken', file, problems: read.problems };
  const level = summaryIn(loaded, file);
  if (!level) return { kind: 'loading', file };
  return {
    kind: 'level',
    file,
    level,
    address: levelAddress(level.id),
    result: results[level.id] ?? null,
    resultAddress: results[level.id]?.routing ? resultAddress(level.id) : null,
    begun: isBegun(loadPlay(level.id)),
  };
}

/** The entries for levels that were dropped on the page. They have no results, because none are kept. */
export function previewCards(loaded: LoadedCourse, memoryOf: (level: string) => PlayMemory): Letter[] {
  return (loaded.course?.levels ?? []).flatMap((file): Letter[] => {
    const read = loaded.levels.get(file);
    if (!read) return [];
    const level = summaryIn(loaded, file);
    if (!read.ok || !level) return [{ kind: 'broken', file, problems: read.problems }];
    const begun = isBegun(memoryOf(level.id).load());
    return [
      { kind: 'level', file, level, address: previewAddress(level.id), result: null, resultAddress: null, begun },
    ];
  });
}
