import type { Situation } from '../../engine/compose/index.ts';
import { discern, sumOf, type Deduction, type DeductionKind, type Discernment } from '../../engine/index.ts';
import type { Flow } from '../play/flow.ts';

/** Some composed emails that are answered one after another. Plain data: every step gives a new round. */
export interface Round {
  readonly situations: readonly Situation[];
  /** How the emails that were sent went, in their order. */
  readonly sent: readonly Flow[];
}

export const beginRound = (situations: readonly Situation[]): Round => ({ situations, sent: [] });

/** The email to answer now; null when all were sent. */
export const nextEmail = ({ situations, sent }: Round): Situation | null => situations[sent.length] ?? null;

/** An email was sent. */
export const answered = (round: Round, flow: Flow): Round => ({ ...round, sent: [...round.sent, flow] });

const START_OF_DAY = 9 * 60;
const MINUTES_A_DAY = 8 * 60;

/** The time of the story at an email, in minutes after midnight: the emails of a round share out a working day. */
export function timeOfEmail({ situations }: Pick<Round, 'situations'>, index: number): number {
  return START_OF_DAY + Math.round((MINUTES_A_DAY * index) / Math.max(1, situations.length));
}

/** A time of day as every language of the game writes it: 09:40. */
export function clockTime(minutes: number): string {
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** What an email comes back as, hours later, when something was wrong with it. */
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
  // These cost points, and nobody notices them.
  'fragile-bcc': null,
  'hidden-doer': null,
  repeated: null,
  'apology-untold': null,
  'apology-by-bcc': null,
};

/** What cost an email most; null for one that lost nothing. */
export function costliest({ play }: Flow): Deduction | null {
  const [first] = play.outcome.deductions.toSorted((one, other) => other.points - one.points);
  return first ?? null;
}

/** So many emails later a slip comes back. */
const EMAILS_LATER = 2;

/** An email of this round that comes back now. */
export interface Returned {
  readonly flow: Flow;
  readonly as: Return;
}

/** What comes back after the email that was sent last: of an email before it, or at the end of the day of all that are left. */
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

/** The email that went worst, the first of several; null when none lost a point. */
export function worstOf({ sent }: Round): Flow | null {
  const scoreOf = ({ play }: Flow) => play.outcome.score;
  const [worst] = sent
    .filter((flow) => costliest(flow) !== null)
    .toSorted((one, other) => scoreOf(one) - scoreOf(other));
  return worst ?? null;
}

/** What a whole round comes to. */
export interface RoundResult {
  /** The mean score. */
  readonly score: number;
  /** The mean of the stars. */
  readonly stars: number;
  /** The two questions, over all emails. */
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
