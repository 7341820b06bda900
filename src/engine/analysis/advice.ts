import { bestRouting, type Best } from './analysis.ts';
import { deadFacts } from './dead-facts.ts';
import { disagreements, EXPECTATION_CODES, greatestCost } from './expectations.ts';
import { CONTRADICTION_CODES, contradictions } from './contradictions.ts';
import type { Fault } from '../level/fault.ts';
import { MAILBOX_ADVICE_CODES, mailboxAdvice } from './mailbox-advice.ts';
import { habitResults, type HabitResult } from './habits.ts';
import { ACCEPTABLE, type Level } from '../level/level.ts';
import { simulate } from '../play/simulate.ts';
import type { Routing } from '../mail/routing.ts';
import { beatId } from '../story/beat.ts';
import { sampleRoutings } from './sample-routings.ts';

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
export type Advice = Fault<(typeof ADVICE_CODES)[number]>;

/**
 * Plays a level in many ways and reports problems for its author: it cannot be won, it needs no thought, something
 * never happens or never matters, or its author and the engine disagree. Problems that the level accepts, with a
 * reason, are left out.
 * Takes about as long as a few hundred simulations; the limits of the format keep that within a second or so.
 */
export function advise(level: Level): Advice[] {
  const best = bestRouting(level);
  const results = habitResults(level);
  const routings = sampleRoutings(level, best.routing, results);
  const all: Advice[] = [
    ...contradictions(level),
    ...mailboxAdvice(level),
    ...winning(best),
    ...disagreements(level),
    ...habits(results),
    ...beats(level, routings),
    ...facts(level, routings),
  ];
  const accepted = level.accepted ?? {};
  const inVain = ACCEPTABLE.filter(
    (code) => accepted[code] !== undefined && !all.some((advice) => acceptedAs(advice) === code),
  );
  return [
    ...all.filter((advice) => !ACCEPTABLE.some((code) => code === acceptedAs(advice) && accepted[code] !== undefined)),
    ...inVain.map((code): Advice => ({ code: 'accepted-in-vain', path: ['accepted', code], params: { name: code } })),
  ];
}

/** A circle that never matters can be accepted like any other fact. */
const acceptedAs = ({ code }: Advice): string => (code === 'dead-circle' ? 'dead-fact' : code);

function winning({ outcome, exact }: Best): Advice[] {
  if (outcome.stars === 3) return [];
  const params = { score: String(outcome.score), ...greatestCost(outcome) };
  return [{ code: exact ? 'cannot-be-won' : 'no-way-found', path: ['mails'], params }];
}

function habits(results: readonly HabitResult[]): Advice[] {
  return results
    .filter(({ wins }) => wins)
    .map(({ habit }) => ({ code: 'habit-wins', path: ['contacts'], params: { habit } }));
}

function beats(level: Level, routings: readonly Routing[]): Advice[] {
  const waiting = new Set((level.beats ?? []).map(({ id }) => beatId('authored', id)));
  for (const routing of routings) {
    if (waiting.size === 0) return [];
    for (const { id } of simulate(level, routing).beats) waiting.delete(id);
  }
  return (level.beats ?? []).flatMap(({ id }, index) =>
    waiting.has(beatId('authored', id))
      ? [{ code: 'beat-never' as const, path: ['beats', index, 'when'], params: { id } }]
      : [],
  );
}

function facts(level: Level, routings: readonly Routing[]): Advice[] {
  return deadFacts(level, routings).map(({ path }) => {
    const [list, index] = path;
    const parts = list === 'circles' ? level.circles : list === 'mails' ? level.mails : level.contacts;
    return {
      code: list === 'circles' ? ('dead-circle' as const) : ('dead-fact' as const),
      path,
      params: { name: String(path.at(-1)), id: parts?.[Number(index)]?.id ?? '' },
    };
  });
}
