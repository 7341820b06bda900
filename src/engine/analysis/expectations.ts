import { addressDesks, type Addressed } from './address-desks.ts';
import { bestPlacement } from './analysis.ts';
import { type Budget, UNLIMITED } from './budget.ts';
import { mailsNamed, placementOf } from '../level/expectations.ts';
import type { Fault } from '../level/fault.ts';
import type { Expectation, Level } from '../level/level.ts';
import type { Outcome } from '../play/outcome.ts';

export const EXPECTATION_CODES = ['expectation-order', 'expectation-too-few', 'expectation-too-many'] as const;
export type Disagreement = Fault<(typeof EXPECTATION_CODES)[number]>;

/** The outcome of an expectation; mails that it does not name are addressed in the best way. */
export function playExpectation(
  level: Level,
  { routing }: Pick<Expectation, 'routing'>,
  budget: Budget = UNLIMITED,
): Addressed {
  return addressDesks(level, (desk, before) => {
    const named = Object.entries(routing).find(([name]) =>
      mailsNamed(level, name).some(({ id }) => desk.mails.includes(id)),
    );
    return named ? placementOf(named[1], desk.contacts) : bestPlacement(level, desk, before, budget).placement;
  });
}

/**
 * Finds where the engine disagrees with the author of a level: another number of stars than expected, or the reverse
 * order of two ways. Two ways with the same score fit any order.
 * @returns each disagreement with what costs the lower way most, by its deduction, contacts and mail
 */
export function disagreements(level: Level, budget: Budget = UNLIMITED): Disagreement[] {
  const expectations = level.expectations ?? [];
  const outcomes = expectations.map((expectation) => playExpectation(level, expectation, budget).outcome);
  return expectations.flatMap((expectation, index): Disagreement[] => {
    const outcome = outcomes[index];
    if (!outcome) return [];
    return [...starsFault(expectation, index, outcome), ...orderFault(expectations, outcomes, index, outcome)];
  });
}

function starsFault({ id, stars }: Expectation, index: number, outcome: Outcome): Disagreement[] {
  if (stars === undefined || stars === outcome.stars) return [];
  const path = ['expectations', index, 'stars'];
  const params = { id, stars: String(stars), found: String(outcome.stars), score: String(outcome.score) };
  return outcome.stars > stars
    ? [{ code: 'expectation-too-many', path, params }]
    : [{ code: 'expectation-too-few', path, params: { ...params, ...greatestCost(outcome) } }];
}

/** A way that the engine ranks above an earlier one of the author's; of the earlier ones, the best is named. */
function orderFault(
  expectations: readonly Expectation[],
  outcomes: readonly Outcome[],
  index: number,
  outcome: Outcome,
): Disagreement[] {
  const before = outcomes.slice(0, index).findIndex(({ score }) => score < outcome.score);
  const [higher, lower] = [expectations[before], outcomes[before]];
  const own = expectations[index];
  if (!higher || !lower || !own) return [];
  const params = {
    id: higher.id,
    score: String(lower.score),
    other: own.id,
    otherScore: String(outcome.score),
    ...greatestCost(lower),
  };
  return [{ code: 'expectation-order', path: ['expectations', index, 'id'], params }];
}

/** What costs a play most, in the words of a level file: the deduction, and the contacts and mails. */
export function greatestCost({ deductions }: Pick<Outcome, 'deductions'>): Readonly<Record<string, string>> {
  const [most] = deductions.toSorted((a, b) => b.points - a.points);
  if (!most) return {};
  return { kind: most.kind, contacts: most.contacts.join(', '), mails: most.mails.join(', ') };
}
