import { simulate } from '../../engine/index.ts';
import { loadProgress } from '../../progress/index.ts';
import { entriesOf, levelIn, type LoadedCourse } from './loaded-course.ts';

/** True for a level whose best play was kept with its routing, so that its gauges can be worked out. */
export function hasGauges({ id }: { readonly id: string }): boolean {
  return (loadProgress().results[id]?.routing ?? null) !== null;
}

/**
 * Returns privacy and purpose over a course: the mean of the best plays, like the course's score. Plays without a
 * routing, kept by an older version of the page, are left out.
 * @returns null when no play is kept, and while the level of one has not been read
 */
export function courseGauges(loaded: LoadedCourse): { readonly privacy: number; readonly purpose: number } | null {
  const { results } = loadProgress();
  const kept = entriesOf(loaded).filter(({ level }) => hasGauges(level));
  const plays = kept.flatMap(({ file }) => {
    const level = levelIn(loaded, file);
    const routing = level && results[level.id]?.routing;
    return level && routing ? [simulate(level, routing)] : [];
  });
  if (plays.length === 0 || plays.length < kept.length) return null;
  const mean = (gauge: 'privacy' | 'purpose') =>
    Math.floor(plays.reduce((sum, outcome) => sum + outcome[gauge], 0) / plays.length);
  return { privacy: mean('privacy'), purpose: mean('purpose') };
}
