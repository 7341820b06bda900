import type { Expectation, Level } from '../level/level.ts';
import { type Budget, workOf } from './budget.ts';
import { causesAmong } from './causes.ts';
import { type Disagreement, playExpectation } from './expectations.ts';
import { factsMissing } from './facts-missing.ts';
import { factsStated, type RemovableFact } from './facts.ts';
import { MOST_REASONS } from './most-reasons.ts';
import type { Fact, Reason } from '../level/fact.ts';

/**
 * Finds which facts make the engine disagree with an expectation: those without which, one at a time, it would agree;
 * else those that do so together; and facts that the level does not state, with which it would agree.
 * @returns null when the budget is used up before any is known
 */
export function whyDisagrees(level: Level, { code, params, path }: Disagreement, budget: Budget): Reason[] | null {
  if (!budget.spend(0)) return null;
  const expectation = level.expectations?.[Number(path[1])];
  const higher = level.expectations?.find(({ id }) => id === params['id']);
  if (!expectation || !higher) return [];
  const scoreIn = (changed: Level, one: Expectation) => playExpectation(changed, one, budget.share(1 / 8)).outcome;
  const agrees = (changed: Level): boolean | null => {
    if (!budget.spend(2 * workOf(level))) return null;
    if (code !== 'expectation-order') return scoreIn(changed, expectation).stars === expectation.stars;
    return scoreIn(changed, higher).score >= scoreIn(changed, expectation).score;
  };
  const facts = factsStated(level);
  const relevant = relevance(params);
  const alone = facts
    .filter(({ remove }) => agrees(remove(level)) === true)
    .map(({ fact }) => fact)
    .toSorted(relevant);
  const missing = factsMissing(level)
    .filter((one) => agrees(one.level) === true)
    .map(({ fact }) => fact)
    .toSorted(relevant);
  const together = alone.length > 0 ? [] : (causesAmong(facts, disagreesWith(level, facts, agrees)) ?? []);
  const reasons: Reason[] = [
    ...alone.slice(0, MOST_REASONS).map((fact): Reason => ({ fact, effect: 'alone' })),
    ...together.slice(0, MOST_REASONS).map(({ fact }): Reason => ({ fact, effect: 'together' })),
    ...missing.slice(0, MOST_REASONS).map((fact): Reason => ({ fact, effect: 'missing' })),
  ];
  return reasons.length === 0 && !budget.spend(0) ? null : reasons;
}

function disagreesWith(level: Level, facts: readonly RemovableFact[], agrees: (changed: Level) => boolean | null) {
  return (kept: readonly RemovableFact[]): boolean | null => {
    const gone = facts.filter((fact) => !kept.includes(fact));
    const agreed = agrees(gone.reduce((changed, { remove }) => remove(changed), level));
    return agreed === null ? null : !agreed;
  };
}

/** Sorts the facts about the contacts and mails that cost most to the front. */
function relevance(params: Disagreement['params']): (one: Fact, other: Fact) => number {
  const contacts = new Set((params['contacts'] ?? '').split(', '));
  const mails = new Set((params['mails'] ?? '').split(', '));
  const relevantTo = (fact: Fact) =>
    Number(fact.contacts.some((id) => contacts.has(id))) * 2 + Number(fact.mail !== null && mails.has(fact.mail));
  return (one, other) => relevantTo(other) - relevantTo(one);
}
