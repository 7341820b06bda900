import {
  type ContactId,
  type Field,
  judge,
  type Level,
  type Outcome,
  type Placement,
  type Play,
  playOfRouting,
  type Prediction,
  startPlay,
} from '../engine/index.ts';
import { isSameParticipant, SHORT_LENGTH } from './participant.ts';
import type { RoomResult } from './result.ts';

/** The results of a session. Each participant has at most one for each level. */
export type Results = readonly RoomResult[];

/** Adds a result. It replaces an earlier one of the same participant and level, so that nobody counts twice. */
export function addResult(results: Results, result: RoomResult): Results {
  return addResults(results, [result]);
}

/** Adds results in one pass, because a hall of two thousand sends at once. Later ones replace earlier ones. */
export function addResults(results: Results, more: Results): Results {
  const kept = new Set<RoomResult>();
  // A short id begins as the long one does that it belongs to.
  const alike = new Map<string, RoomResult[]>();
  for (const result of [...results, ...more]) {
    const key = `${result.participant.slice(0, SHORT_LENGTH)} ${result.level}`;
    const known = alike.get(key) ?? [];
    for (const other of known) if (isSameParticipant(other.participant, result.participant)) kept.delete(other);
    kept.add(result);
    alike.set(key, [...known, result]);
  }
  return [...kept];
}

export function resultsOf(results: Results, level: Level): Results {
  return results.filter(({ level: id }) => id === level.id);
}

/** How often the room chose each tray for one card. */
export interface CardSpread {
  readonly contact: ContactId;
  /** By tray, in the order of the desk. A tray that nobody chose has 0. */
  readonly counts: readonly { readonly field: Field; readonly count: number }[];
}

/** Returns how often each tray was chosen, for each card of the first desk. */
export function spreadOf(level: Level, results: Results): readonly CardSpread[] {
  const { contacts = [], fields = [] } = startPlay(level).desk ?? {};
  return contacts.map((contact) => ({
    contact,
    counts: fields.map((field) => ({
      field,
      count: results.filter(({ placement }) => (placement[contact] ?? 'none') === field).length,
    })),
  }));
}

/**
 * Returns the placement of the room: each card is in the tray that most people chose. If two trays are equal, the desk's first
 * one counts.
 *
 * @returns null while there are no results
 */
export function roomPlacement(level: Level, results: Results): Placement | null {
  if (results.length === 0) return null;
  const chosen = spreadOf(level, results).map(({ contact, counts }) => {
    const most = counts.reduce((best, next) => (next.count > best.count ? next : best));
    return [contact, most.field] as const;
  });
  return Object.fromEntries(chosen.filter(([, field]) => field !== 'none'));
}

/** Returns the play in which the mails of the first desk were addressed like this; null if every card was left out. */
export function playOfPlacement(level: Level, placement: Placement): Play | null {
  const mails = startPlay(level).desk?.mails ?? [];
  const play = playOfRouting(level, Object.fromEntries(mails.map((mail) => [mail, placement])));
  return play.beforeSend ? play : null;
}

/** One card saw another, in this many results. */
export interface CommonLeak {
  readonly viewer: ContactId;
  readonly subject: ContactId;
  readonly count: number;
  /** The most common placement of these results, for the replay. */
  readonly placement: Placement;
}

/** The outcome of the room's results. */
export interface RoomOutcome {
  readonly results: number;
  /** Rounded means of the first Send, 0 to 100; so are the next two. */
  readonly privacy: number;
  readonly purpose: number;
  readonly score: number;
  /** How many results earned 0, 1, 2 and 3 stars. */
  readonly stars: readonly [number, number, number, number];
  /** null if no result exposed anyone. */
  readonly leak: CommonLeak | null;
  /** How many results had a prediction, and how many of these came true. */
  readonly predicted: number;
  readonly foreseen: number;
}

/**
 * Returns what followed from the results of one level. Equal placements are played only once, since a room of two thousand has
 * only a few dozen different ones.
 *
 * @returns null while there are no results
 */
export function roomOutcome(level: Level, results: Results): RoomOutcome | null {
  const sent = countedPlacements(results).flatMap(({ placement, count }) => {
    const play = playOfPlacement(level, placement);
    return play ? [{ placement, count, outcome: play.outcome }] : [];
  });
  const outcomes = new Map(sent.map(({ placement, outcome }) => [keyOf(placement), outcome]));
  const total = sent.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const mean = (value: (outcome: Outcome) => number) =>
    Math.round(sent.reduce((sum, { count, outcome }) => sum + count * value(outcome), 0) / total);
  const withStars = (stars: number) =>
    sent.reduce((sum, { count, outcome }) => sum + (outcome.stars === stars ? count : 0), 0);
  return {
    results: total,
    privacy: mean(({ privacy }) => privacy),
    purpose: mean(({ purpose }) => purpose),
    score: mean(({ score }) => score),
    stars: [withStars(0), withStars(1), withStars(2), withStars(3)],
    leak: commonLeak(sent),
    predicted: results.filter(({ prediction }) => prediction !== null).length,
    foreseen: results.filter((result) => cameTrue(level, outcomes, result)).length,
  };
}

/** True for a result whose prediction is what its placement led to. */
function cameTrue(
  level: Level,
  outcomes: ReadonlyMap<string, Outcome>,
  { placement, prediction }: RoomResult,
): boolean {
  const outcome = prediction && outcomes.get(keyOf(placement));
  if (!outcome) return false;
  const mails = outcome.sent.map(({ mail }) => mail);
  return judge(level, outcome, mails, prediction).right;
}

/** Names a placement, whatever the order of its cards. */
function keyOf(placement: Placement): string {
  const named = Object.entries(placement).filter(([, field]) => field !== 'none');
  return JSON.stringify(named.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

interface Counted {
  readonly placement: Placement;
  readonly count: number;
}

/** Returns the different placements, the most common first. */
export function countedPlacements(results: Results): readonly Counted[] {
  const counted = new Map<string, { placement: Placement; count: number }>();
  for (const { placement } of results) {
    const key = keyOf(placement);
    const known = counted.get(key);
    if (known) known.count += 1;
    else counted.set(key, { placement, count: 1 });
  }
  return [...counted.values()].toSorted((one, other) => other.count - one.count);
}

/** Returns the leak in the most results; of equally common ones, the more harmful. */
function commonLeak(sent: readonly (Counted & { readonly outcome: Outcome })[]): CommonLeak | null {
  const leaks = new Map<string, CommonLeak & { readonly harm: number }>();
  for (const { placement, count, outcome } of sent) {
    for (const { viewer, subject, harm } of outcome.exposures) {
      const key = JSON.stringify([viewer, subject]);
      const known = leaks.get(key);
      leaks.set(
        key,
        known
          ? { ...known, count: known.count + count, harm: Math.max(known.harm, harm) }
          : { viewer, subject, count, placement, harm },
      );
    }
  }
  const [most] = [...leaks.values()].toSorted((one, other) => other.count - one.count || other.harm - one.harm);
  if (!most) return null;
  const { harm: _, ...leak } = most;
  return leak;
}

/** How often the room predicted that one card, or nobody, would see too much. */
export interface PredictionCount {
  /** null for nobody. */
  readonly said: ContactId | null;
  readonly count: number;
  /** All stamps that were staked on it. */
  readonly stamps: number;
}

/** Returns what the room predicted, the most common first. Results without a prediction do not count. */
export function predictionsOf(results: Results): readonly PredictionCount[] {
  const counts = new Map<ContactId | null, PredictionCount>();
  for (const { prediction } of results) {
    if (!prediction) continue;
    const { said, stake }: Prediction = prediction;
    const { count = 0, stamps = 0 } = counts.get(said) ?? {};
    counts.set(said, { said, count: count + 1, stamps: stamps + stake });
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count || other.stamps - one.stamps);
}
