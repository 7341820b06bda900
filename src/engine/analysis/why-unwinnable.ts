import type { Level } from '../level/level.ts';
import { bestRouting } from './analysis.ts';
import type { Budget } from './budget.ts';
import { causesAmong } from './causes.ts';
import { factsStated, type RemovableFact } from './facts.ts';
import { MOST_REASONS } from './most-reasons.ts';
import type { Reason } from '../level/fact.ts';

/**
 * Finds the facts that together keep a level from being won with three stars, such as someone who must be seen and
 * someone else who must not see them on the same mail.
 * @returns null when the budget is used up before they are known
 */
export function whyUnwinnable(level: Level, budget: Budget): Reason[] | null {
  const facts = factsStated(level);
  const cannotWin = (kept: readonly RemovableFact[]): boolean | null => {
    if (!budget.spend(0)) return null;
    const reduced = facts
      .filter((fact) => !kept.includes(fact))
      .reduce((changed, { remove }) => remove(changed), level);
    const { outcome } = bestRouting(reduced, budget.share(1 / 4));
    if (outcome.stars === 3) return false;
    return budget.spend(0) ? true : null;
  };
  const causes = causesAmong(facts, cannotWin);
  if (!causes) return null;
  return causes.slice(0, MOST_REASONS).map((cause) => ({
    fact: cause.fact,
    effect: cannotWin(facts.filter((fact) => fact !== cause)) === false ? 'alone' : 'together',
  }));
}
