import { bestRouting, type Best } from './analysis.ts';
import { type Budget, countedBudget, workOf } from './budget.ts';
import { CONTRADICTION_CODES, contradictions } from './contradictions.ts';
import { type DeadFact, deadFacts, whyDead } from './dead-facts.ts';
import { disagreements, EXPECTATION_CODES, greatestCost } from './expectations.ts';
import type { Fault } from '../level/fault.ts';
import { habitResults, type HabitResult } from './habits.ts';
import { ACCEPTABLE, type Level } from '../level/level.ts';
import { MAILBOX_ADVICE_CODES, mailboxAdvice } from './mailbox-advice.ts';
import type { Reason } from '../level/fact.ts';
import type { Routing } from '../mail/routing.ts';
import { sampleRoutings } from './sample-routings.ts';
import { simulate } from '../play/simulate.ts';
import { beatId } from '../story/beat.ts';
import { whyDisagrees } from './why-disagrees.ts';
import { whyUnwinnable } from './why-unwinnable.ts';

/** What playing a level reveals about it that reading it does not. */
export const ADVICE_CODES = [
  'cannot-be-won',
  'no-way-found',
  'habit-wins',
  'beat-never',
  'dead-fact',
  'dead-circle',
  'accepted-in-vain',
  ...EXPECTATION_CODES,
  ...CONTRADICTION_CODES,
  ...MAILBOX_ADVICE_CODES,
] as const;

/** A finding about a level, with the facts that cause it where they are known. */
export interface Advice extends Fault<(typeof ADVICE_CODES)[number]> {
  readonly because?: readonly Reason[];
}

/** What can be said about a level by playing it. */
export interface Analysis {
  readonly best: Best;
  readonly habits: readonly HabitResult[];
  readonly advice: readonly Advice[];
  /** True when the budget was used up, so that there may be more to find. */
  readonly stopped: boolean;
}

/** Some seconds' work; a usual level takes a tenth of it. */
const MOST_WORK = 40_000_000;

/** Reports what a level's author should know, as `analyse` finds it. */
export function advise(level: Level): Advice[] {
  return [...analyse(level).advice];
}

/**
 * Plays a level in many ways: the best way, what each habit earns, and what its author should know. It cannot be won, it
 * needs no thought, something never happens or never matters, or its author and the engine disagree, each with the facts
 * that cause it. Problems that the level accepts, with a reason, are left out.
 * @param budget what is not worked out when it is used up is left out; by default about a few seconds' work
 */
export function analyse(level: Level, budget: Budget = countedBudget(MOST_WORK)): Analysis {
  const habits = habitResults(level, budget.share(1 / 4));
  const forBest = budget.share(1 / 2);
  const best = bestRouting(level, forBest);
  const searched = forBest.spend(0);
  const routings = sampleRoutings(level, best.routing, habits, budget);
  const dead = deadFacts(level, routings, budget.share(1 / 2));
  const all: Advice[] = [
    ...contradictions(level),
    ...mailboxAdvice(level),
    // A search that stopped early has not shown that there is no way.
    ...(searched ? winning(best) : []),
    ...(budget.spend(0) ? disagreements(level, budget.share(1 / 2)) : []),
    ...habitAdvice(habits),
    ...beats(level, routings, budget),
    ...dead.map((fact) => deadFactAdvice(level, fact)),
  ];
  const accepted = level.accepted ?? {};
  const inVain = ACCEPTABLE.filter(
    (code) => accepted[code] !== undefined && !all.some((advice) => acceptedAs(advice) === code),
  );
  const open = all.filter(
    (advice) => !ACCEPTABLE.some((code) => code === acceptedAs(advice) && accepted[code] !== undefined),
  );
  const advice = [
    ...open.map((one, index) => explained(level, one, { dead, routings }, budget.share(1 / (open.length - index)))),
    ...inVain.map((code): Advice => ({ code: 'accepted-in-vain', path: ['accepted', code], params: { name: code } })),
  ];
  return { best, habits, advice, stopped: !searched || !budget.spend(0) };
}

/** Adds the facts that cause a finding. */
function explained(
  level: Level,
  advice: Advice,
  { dead, routings }: { readonly dead: readonly DeadFact[]; readonly routings: readonly Routing[] },
  budget: Budget,
): Advice {
  const because = reasonsOf(level, advice, { dead, routings }, budget);
  return because && because.length > 0 ? { ...advice, because } : advice;
}

function reasonsOf(
  level: Level,
  advice: Advice,
  { dead, routings }: { readonly dead: readonly DeadFact[]; readonly routings: readonly Routing[] },
  budget: Budget,
): readonly Reason[] | null {
  switch (advice.code) {
    case 'dead-fact':
    case 'dead-circle': {
      const fact = dead.find(({ path }) => path === advice.path);
      return fact ? whyDead(level, fact, routings, budget) : null;
    }
    case 'cannot-be-won':
    case 'no-way-found':
      return whyUnwinnable(level, budget);
    case 'expectation-order':
    case 'expectation-too-few':
    case 'expectation-too-many':
      return whyDisagrees(level, { ...advice, code: advice.code }, budget);
    default:
      return null;
  }
}

/** A circle that never matters can be accepted like any other fact. */
const acceptedAs = ({ code }: Advice): string => (code === 'dead-circle' ? 'dead-fact' : code);

function winning({ outcome, exact }: Best): Advice[] {
  if (outcome.stars === 3) return [];
  const params = { score: String(outcome.score), ...greatestCost(outcome) };
  return [{ code: exact ? 'cannot-be-won' : 'no-way-found', path: ['mails'], params }];
}

function habitAdvice(results: readonly HabitResult[]): Advice[] {
  return results
    .filter(({ wins }) => wins)
    .map(({ habit }) => ({ code: 'habit-wins', path: ['contacts'], params: { habit } }));
}

function beats(level: Level, routings: readonly Routing[], budget: Budget): Advice[] {
  const waiting = new Set((level.beats ?? []).map(({ id }) => beatId('authored', id)));
  for (const routing of routings) {
    // A beat that was not looked for in every way is no finding.
    if (waiting.size === 0 || !budget.spend(workOf(level))) return [];
    for (const { id } of simulate(level, routing).beats) waiting.delete(id);
  }
  return (level.beats ?? []).flatMap(({ id }, index) =>
    waiting.has(beatId('authored', id))
      ? [{ code: 'beat-never' as const, path: ['beats', index, 'when'], params: { id } }]
      : [],
  );
}

function deadFactAdvice(level: Level, { path }: DeadFact): Advice {
  const [list, index] = path;
  const parts = list === 'circles' ? level.circles : list === 'mails' ? level.mails : level.contacts;
  return {
    code: list === 'circles' ? 'dead-circle' : 'dead-fact',
    path,
    params: { name: String(path.at(-1)), id: parts?.[Number(index)]?.id ?? '' },
  };
}
