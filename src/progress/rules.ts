import type { LessonRule } from '../engine/index.ts';
import type { Progress } from './record.ts';
import { dueAt, isDue, wasKept } from './refresher.ts';

/** How the player has done with a rule. */
export interface RuleState {
  readonly rule: LessonRule;
  readonly state: 'new' | 'practise' | 'learnt';
  /** When it comes back, in milliseconds since 1970; null when it does not, or can be practised right now. */
  readonly backAt: number | null;
}

/** Lists the rules that a course teaches, in the order of its levels, with the player's record for each. */
export function ruleStates(
  levels: readonly { readonly id: string; readonly rule: LessonRule }[],
  { results, practices }: Pick<Progress, 'results' | 'practices'>,
  now: number,
): RuleState[] {
  const rules = [...new Set(levels.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const practice = practices[rule];
    if (practice) return { rule, state: 'practise', backAt: isDue(practice, now) ? null : dueAt(practice) };
    const stars = levels.filter((level) => level.rule === rule).flatMap(({ id }) => results[id]?.stars ?? []);
    if (stars.length === 0) return { rule, state: 'new', backAt: null };
    return { rule, state: stars.some(wasKept) ? 'learnt' : 'practise', backAt: null };
  });
}
