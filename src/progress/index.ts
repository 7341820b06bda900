import { SCORING, type Bet, type Command, type Discernment, type LessonRule, type Routing } from '../engine/index.ts';
import { isAsGood } from './merge.ts';
import type { PlayStage, Result, SavedPlay, Settings } from './record.ts';
import { practised } from './refresher.ts';
import { changeProgress, loadProgress } from './store.ts';

export type { Composed, Latest, PlayStage, Predicted, Progress, Result, SavedPlay, Settings } from './record.ts';
export { MOTIONS, NAME_MAX, STAGES, TAKE_BACK_TIMES, THEME_CHOICES } from './record.ts';
export type { Foreseen } from './foreseen.ts';
export { refresherFor, type Refresher } from './refresher.ts';
export { cacheName, EARLIER_KEY, pageScope, recordKey } from './scope.ts';
export { browserStorage, hasRecord, memoryStorage, type RecordStorage } from './storage.ts';
export { acceptDamage, concern, dropRecord, keepRecordIn, loadProgress, onProgress, type Concern } from './store.ts';

/** A level that was played to its end. */
export interface FinishedPlay {
  readonly level: string;
  readonly rule: LessonRule;
  readonly stars: number;
  readonly score: number;
  readonly routing: Routing;
  readonly discernment: Discernment;
  /** What was predicted of the mails of each desk, in their order. */
  readonly bets: readonly Bet[];
}

/**
 * Records how a level went: the result if it is the best so far, who was exposed and who was hidden, what the player
 * predicted, if anything, and when its rule is due again.
 *
 * @param now in milliseconds since 1970
 */
export function saveFinished(
  { level, rule, stars, score, routing, discernment, bets }: FinishedPlay,
  now: number,
): void {
  const result: Result = { stars, score, routing, at: now, scoring: SCORING };
  changeProgress((progress) => {
    const best = progress.results[level];
    return {
      ...progress,
      results: best && isAsGood(best, result) ? progress.results : { ...progress.results, [level]: result },
      latest: { ...progress.latest, [level]: { stars, at: now, discernment } },
      predictions: bets.length > 0 ? { ...progress.predictions, [level]: { bets, at: now } } : progress.predictions,
      practices: practised(progress.practices, { rule, level, stars }, now),
    };
  });
}

/** Returns the levels with results of earlier scoring rules that can be scored again. */
export function levelsToRescore(): string[] {
  return Object.entries(loadProgress().results)
    .filter(([, { scoring, routing }]) => scoring !== SCORING && routing !== null)
    .map(([level]) => level);
}

/** Records where the player is in a level. */
export function savePlay(
  level: string,
  log: readonly Command[],
  stage: PlayStage,
  predictions?: SavedPlay['predictions'],
): void {
  const play = predictions ? { log, stage, predictions } : { log, stage };
  changeProgress((progress) => ({ ...progress, plays: { ...progress.plays, [level]: play } }));
}

/** Returns where the player was in a level; null when it was not begun. */
export function loadPlay(level: string): SavedPlay | null {
  return loadProgress().plays[level] ?? null;
}

export const settings = {
  get: (): Settings => loadProgress().settings,
  set(change: Partial<Settings>): void {
    changeProgress((progress) => ({ ...progress, settings: { ...progress.settings, ...change } }));
  },
};
