import { DAY, MONTH, WEEK, type LessonRule } from '../engine/index.ts';

/**
 * Schedules practice. A missed rule comes back after a day, then a week, then a month, each counted from its last
 * success, because spaced practice is remembered (Cepeda et al. 2006). Everything is worked out on the device.
 */
export interface Practice {
  /** The level in which the rule was played last. */
  readonly level: string;
  /** How many times it has come back and gone well: 0 to 2. */
  readonly step: number;
  /** When it was missed, or last went well, in milliseconds since 1970. */
  readonly since: number;
}

export type Practices = Readonly<Partial<Record<LessonRule, Practice>>>;

/** What a finished level shows about the rule that it teaches. */
export interface Finished {
  readonly rule: LessonRule;
  readonly level: string;
  readonly stars: number;
}

const SECOND = 1000;
/** The waits before a missed rule comes back, in milliseconds. */
export const WAITS: readonly number[] = [DAY * SECOND, WEEK * SECOND, MONTH * SECOND];

/** The fewest stars that count as following the rule. */
const KEPT_STARS = 2;

export function wasKept(stars: number): boolean {
  return stars >= KEPT_STARS;
}

/** Returns when a rule comes back, in milliseconds since 1970. */
export function dueAt({ step, since }: Practice): number {
  return since + (WAITS[step] ?? 0);
}

/** A date in the future means that the device's clock was wrong, so the rule comes back now. */
export function isDue(practice: Practice, now: number): boolean {
  return now >= dueAt(practice) || practice.since > now;
}

/**
 * Updates the rules to practise after one more level.
 * A miss starts again from the first wait. A success counts only once the rule is due; before that it only shows that
 * the answer is still fresh. After the third success the rule is learnt and leaves the list.
 */
export function practised(practices: Practices, { rule, level, stars }: Finished, now: number): Practices {
  if (!wasKept(stars)) return { ...practices, [rule]: { level, step: 0, since: now } };
  const before = practices[rule];
  if (!before || !isDue(before, now)) return practices;
  const step = before.step + 1;
  if (step < WAITS.length) return { ...practices, [rule]: { level, step, since: now } };
  const { [rule]: _learnt, ...others } = practices;
  return others;
}

/** A level that can be offered. */
export interface Teaching {
  readonly level: string;
  readonly rule: LessonRule;
  /** When it was finished last, in milliseconds since 1970; null for never. */
  readonly playedAt: number | null;
}

export interface Refresher {
  readonly rule: LessonRule;
  readonly level: string;
}

/**
 * Chooses what to practise now: the rule that has been due for longest, in a level that teaches it. It prefers a
 * different level from last time, and among several the one played longest ago or never.
 * @returns null when no rule is due, or no available level teaches it
 */
export function refresherFor(practices: Practices, levels: readonly Teaching[], now: number): Refresher | null {
  const due = Object.entries(practices)
    .filter(([, practice]) => isDue(practice, now))
    .toSorted(([, one], [, other]) => dueAt(one) - dueAt(other));
  for (const [rule, practice] of due) {
    const [first] = levels
      .filter((level) => level.rule === rule)
      .toSorted(
        (one, other) =>
          Number(one.level === practice.level) - Number(other.level === practice.level) ||
          (one.playedAt ?? 0) - (other.playedAt ?? 0),
      );
    if (first) return { rule: first.rule, level: first.level };
  }
  return null;
}
