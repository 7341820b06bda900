import type { Level } from '../level/level.ts';
import type { Outcome } from '../play/outcome.ts';
import { whatIf, type WhatIf } from '../play/what-if.ts';
import { habitResults, type HabitResult, type NaiveHabit } from './habits.ts';

/** What a habit would have led to, for a player who did better. */
export interface AvoidedDisaster {
  readonly habit: NaiveHabit;
  readonly story: WhatIf;
}

/** Habits whose story is not worth watching, because nothing happens to anyone. */
const WITHOUT_STORY: readonly NaiveHabit[] = ['nobody', 'all-instead'];

/**
 * Finds the trap of a level: the habit that does the most harm in it. Breaches come first, then the lower score, then
 * more disclosures; among equals, the prefilled fields, because the player only had to press Send.
 * @param outcome of the player's own routing
 * @returns null if that was not clean: a player with a disaster of their own is shown no other
 */
export function avoidedDisaster(
  level: Level,
  { stars, score }: Pick<Outcome, 'stars' | 'score'>,
): AvoidedDisaster | null {
  if (stars < 3) return null;
  const [worst] = habitResults(level)
    .filter(({ habit, outcome }) => !WITHOUT_STORY.includes(habit) && outcome.sent.length > 0 && outcome.score < score)
    .toSorted(byHarm);
  return worst ? { habit: worst.habit, story: whatIf(level, worst.routing, []) } : null;
}

function byHarm(one: HabitResult, other: HabitResult): number {
  const prefilled = ({ habit }: HabitResult) => Number(habit === 'as-prefilled');
  return (
    Number(other.outcome.breach) - Number(one.outcome.breach) ||
    one.outcome.score - other.outcome.score ||
    other.outcome.disclosures - one.outcome.disclosures ||
    prefilled(other) - prefilled(one)
  );
}
