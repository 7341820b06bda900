import { SCORING, type Level, type Outcome, type Routing } from '../engine/index.ts';
import { levelsToRescore } from './index.ts';
import type { Result } from './record.ts';
import { changeProgress, loadProgress, reportRescored } from './store.ts';

/**
 * Scores results of earlier rules again, from their routings, and lets the player know.
 * @param outcomeOf simulates a routing of a level; null when the level has changed and the routing no longer fits it
 */
export function rescoreResults(
  levels: readonly Pick<Level, 'id'>[],
  outcomeOf: (level: string, routing: Routing) => Pick<Outcome, 'score' | 'stars'> | null,
): void {
  const old = new Set(levelsToRescore());
  const again = levels.flatMap(({ id }): [string, Result][] => {
    const result = old.has(id) ? loadProgress().results[id] : undefined;
    const outcome = result?.routing ? outcomeOf(id, result.routing) : null;
    if (!result || !outcome) return [];
    return [[id, { ...result, score: outcome.score, stars: outcome.stars, scoring: SCORING }]];
  });
  if (again.length === 0) return;
  changeProgress((progress) => ({ ...progress, results: { ...progress.results, ...Object.fromEntries(again) } }));
  reportRescored();
}
