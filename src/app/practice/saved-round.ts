import { fingerprint } from '../../engine/index.ts';
import type { Situation } from '../../engine/compose/index.ts';
import type { SavedRound } from '../../progress/composed.ts';
import { resumeFlow, savedPlay, type Flow } from '../play/flow.ts';
import { answered, beginRound, type Round } from './round.ts';

/** A round that has begun, with the email that is open; null when none is. */
export interface BegunRound {
  readonly round: Round;
  readonly email: Flow | null;
}

/** Returns a fingerprint of what the emails of a round are about. It is the same in every language. */
export const factsOfRound = (situations: readonly Situation[]): string =>
  fingerprint(situations.map(({ facts, skeleton }) => [facts, skeleton]));

/** Returns the part of a round to keep. Emails that could still be undone count as sent after a reload. */
export function savedRound({ round, email }: BegunRound, seed: string): SavedRound {
  const flows = email ? [...round.sent, email] : round.sent;
  return { seed, facts: factsOfRound(round.situations), plays: flows.map(savedPlay), recorded: round.sent.length };
}

/**
 * Restores a round where it was left.
 * @param situations the emails of its seed
 * @returns null when the seed gives other emails than at the time, or a play does not fit its email
 */
export function resumeRound(situations: readonly Situation[], { facts, plays }: SavedRound): BegunRound | null {
  if (facts !== factsOfRound(situations) || plays.length > situations.length) return null;
  let round = beginRound(situations);
  for (const [index, play] of plays.entries()) {
    const level = situations[index]?.level;
    const flow = level && restored(() => resumeFlow(level, play));
    if (!flow) return null;
    if (!flow.play.beforeSend) return index === plays.length - 1 ? { round, email: flow } : null;
    round = answered(round, flow);
  }
  return { round, email: null };
}

function restored(resume: () => Flow): Flow | null {
  try {
    return resume();
  } catch {
    return null;
  }
}
