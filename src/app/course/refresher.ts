import type { LevelSummary } from '../../levels/index.ts';
import { loadProgress, refresherFor, type Refresher } from '../../progress/index.ts';
import type { RefresherCard } from '../../screens/home/refresher.ts';

/**
 * The rule to practise now, with a level for it; null when none is due.
 * @param levels those that can be played
 * @param now in milliseconds since 1970
 */
export function refresherNow(levels: readonly LevelSummary[], now: number): Refresher | null {
  const { practices, latest } = loadProgress();
  const teaching = levels.map(({ id, lesson }) => ({
    level: id,
    rule: lesson.rule,
    playedAt: latest[id]?.at ?? null,
  }));
  return refresherFor(practices, teaching, now);
}

/** The same for the home page. */
export function refresherCard(levels: readonly LevelSummary[], now: number): RefresherCard | null {
  const due = refresherNow(levels, now);
  return due && { rule: due.rule };
}
