import type { Situation } from '../../engine/compose/index.ts';
import { discern, sumOf, type Deduction, type DeductionKind, type Discernment } from '../../engine/index.ts';
import type { Flow } from '../play/flow.ts';

/** Composed emails that the player answers one after another. It is plain data, and every step returns a new round. */
export interface Round {
  readonly situations: readonly Situation[];
  /** The plays of the emails that were sent, in order. */
  readonly sent: readonly Flow[];
}

export const beginRound = (situations: readonly Situation[]): Round => ({ situations, sent: [] });

/** Returns the email to answer now; null when all were sent. */
export const nextEmail = ({ situations, sent }: Round): Situation | null => situations[sent.length] ?? null;

/** Adds an email that was sent. */
export const answered = (round: Round, flow: Flow): Round => ({ ...round, sent: [...round.sent, flow] });

const START_OF_DAY = 9 * 60;
const MINUTES_A_DAY = 8 * 60;

/** Returns the time in the story at an email, in minutes after midnight. The emails divide the working day evenly. */
export function timeOfEmail({ situations }: Pick<Round, 'situations'>, index: number): number {
  return START_OF_DAY + Math.round((MINUTES_A_DAY * index) / Math.max(1, situations.length));
}

/** Formats a time of day, such as 09:40. It is the same in every language of the game. */
export function clockTime(minutes: number): string {
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** How a mistake comes back to the player hours later. */
export type Return = 'complaint' | 'letter' | 'reply-all' | 'call' | 'question';

const RETURNS: Readonly<Record<DeductionKind, Return | null>> = {
  'exposed-strangers': 'complaint',
  'exposed-acquaintances': 'complaint',
  'content-leaked': 'letter',
  omitted: 'call',
  'hidden-accountable': 'question',
  'cannot-discuss': 'question',
  unmasked: 'reply-all',
  'reply-storm': 'reply-all',
  // These cost points, but nobody in the story notices them.
  'fragile-bcc': null,
  'hidden-doer': null,
  repeated: null,
  'apology-untold': null,
  'apology-by-bcc': null,
};

/** Returns the deduction that cost an email most; null if it lost nothing. */
export function costliest({ play }: Flow): Deduction | null {
  const [first] = play.outcome.deductions.toSorted((one, other) => other.points - one.points);
  return first ?? null;
}

/** A mistake comes back this many emails later. */
const EMAILS_LATER = 2;

/** An email of this round that comes back now. */
export interface Returned {
  readonly flow: Flow;
  readonly as: Return;
}

/** Returns the mistakes that come back after the last email: that of one earlier email, and at the end of the day all that are left. */
export function returning({ situations, sent }: Round): Returned[] {
  const last = sent.length === situations.length;
  return sent
    .filter((_, index) => index === sent.length - 1 - EMAILS_LATER || (last && index >= sent.length - 1 - EMAILS_LATER))
    .flatMap((flow) => {
      const deduction = costliest(flow);
      const as = deduction && RETURNS[deduction.kind];
      return as ? [{ flow, as }] : [];
    });
}

/** Returns the email with the lowest score, or the first of them; null when none lost a point. */
export function worstOf({ sent }: Round): Flow | null {
  const scoreOf = ({ play }: Flow) => play.outcome.score;
  const [worst] = sent
    .filter((flow) => costliest(flow) !== null)
    .toSorted((one, other) => scoreOf(one) - scoreOf(other));
  return worst ?? null;
}

/** The result of a whole round. */
export interface RoundResult {
  /** The mean score, rounded down. */
  readonly score: number;
  /** The mean of the stars, rounded down. */
  readonly stars: number;
  /** The answers to the two questions, over all emails. */
  readonly discernment: Discernment;
}

export function resultOf({ sent }: Round): RoundResult {
  const mean = (of: (flow: Flow) => number) =>
    sent.length === 0 ? 0 : Math.floor(sent.reduce((sum, flow) => sum + of(flow), 0) / sent.length);
  return {
    score: mean(({ play }) => play.outcome.score),
    stars: mean(({ play }) => play.outcome.stars),
    discernment: sumOf(sent.map(({ level, play }) => discern(level, play.routing))),
  };
}
