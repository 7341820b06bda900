import { simulate, type Level } from '../../engine/index.ts';
import type { Progress } from '../../progress/index.ts';

/**
 * Privacy and purpose over a course: the mean of the best plays, as the course's score is. Plays of which an older version of the
 * page kept no routing are left out.
 *
 * @returns null where no play is kept
 */
export function courseGauges(
  levels: readonly Level[],
  results: Progress['results'],
): { readonly privacy: number; readonly purpose: number } | null {
  const plays = levels.flatMap((level) => {
    const routing = results[level.id]?.routing;
    return routing ? [simulate(level, routing)] : [];
  });
  if (plays.length === 0) return null;
  const mean = (gauge: 'privacy' | 'purpose') =>
    Math.floor(plays.reduce((sum, outcome) => sum + outcome[gauge], 0) / plays.length);
  return { privacy: mean('privacy'), purpose: mean('purpose') };
}
