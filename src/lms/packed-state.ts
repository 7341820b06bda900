/**
 * Packs a learner's state into one short line, since SCORM 1.2 refuses more than 4,096 characters (CMIString4096):
 * `format
 * counter
 * course
 * settings
 * rows
 * practice
 * play`.
 */

/** The result of one level. */
export interface LevelState {
  readonly level: string;
  readonly best: {
    readonly stars: number;
    readonly score: number;
    readonly privacy: number;
    readonly purpose: number;
    /** Milliseconds since 1970, rounded to the minute. */
    readonly at: number;
  };
  readonly latest: { readonly stars: number; readonly at: number } | null;
  /** Counts for the two questions: protected rightly and wrongly, reached rightly and wrongly. Each at most 1,295. */
  readonly discernment: readonly [number, number, number, number] | null;
}

export interface LearnerState {
  /** Goes up by one with each write, so that the higher of two copies is the later one. */
  readonly counter: number;
  /** Identifies the course that the state belongs to. */
  readonly course: string;
  readonly settings: string;
  readonly levels: readonly LevelState[];
  /** Which rules are due for practice, and when; without `|`. */
  readonly practice: string;
  /** The level in progress, with its log; empty if there is none. */
  readonly play: string;
  /** The same, with a log that only restores the desk, for when the whole one is too long. */
  readonly shortPlay?: string;
}

/** The standards allow 4,096 and 64,000. This one limit serves both, and leaves room for platforms that count bytes. */
export const STATE_MAX = 4000;

const FORMAT = '1';
const ROW =
  /^([0-9a-z]{4})([0-3])([0-9a-z]{2})([0-9a-z]{2})([0-9a-z]{2})([0-9a-z]{5})(?:([0-3])([0-9a-z]{5}))?(?:!([0-9a-z]{8}))?$/;
const MINUTE = 60_000;

/** Writes a whole number in base 36 with a fixed number of digits; a number that is too large becomes the largest. */
function digits(value: number, width: number): string {
  const most = 36 ** width - 1;
  return Math.min(most, Math.max(0, Math.round(value)))
    .toString(36)
    .padStart(width, '0');
}

const read = (text: string | undefined) => Number.parseInt(text ?? '0', 36);

/**
 * Returns four characters for a level, from its id alone, so that a course can grow and change its order (FNV-1a, 32
 * bits).
 */
export function levelCode(id: string): string {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash % 36 ** 4).toString(36).padStart(4, '0');
}

function rowOf({ level, best, latest, discernment }: LevelState, withDiscernment: boolean): string {
  return [
    levelCode(level),
    digits(best.stars, 1),
    digits(best.score, 2),
    digits(best.privacy, 2),
    digits(best.purpose, 2),
    digits(best.at / MINUTE, 5),
    latest ? digits(latest.stars, 1) + digits(latest.at / MINUTE, 5) : '',
    discernment && withDiscernment ? `!${discernment.map((count) => digits(count, 2)).join('')}` : '',
  ].join('');
}

/**
 * Packs a state into at most 4,000 characters of plain ASCII. If it would be longer, the play's log is shortened first,
 * then left out, then the counts of the two questions, then the practice, but never a result.
 */
export function packState(state: LearnerState): string {
  const line = (play: string, withDiscernment: boolean, practice: string) =>
    [
      FORMAT,
      state.counter.toString(36),
      state.course,
      state.settings,
      state.levels.map((level) => rowOf(level, withDiscernment)).join(','),
      practice,
      play,
    ].join('|');
  const attempts = [
    line(ascii(state.play), true, state.practice),
    line(ascii(state.shortPlay ?? ''), true, state.practice),
    line('', true, state.practice),
    line('', false, state.practice),
    line('', false, ''),
  ];
  return attempts.find(({ length }) => length <= STATE_MAX) ?? attempts.at(-1) ?? '';
}

/** Escapes non-ASCII characters as JSON does, since some platforms count bytes and some lose such characters. */
function ascii(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Reads as much of a packed state as is intact.
 * @param levels the ids of the course's levels; a row of another level is left out
 * @returns null for a text that is not a state of ours, such as one that another version wrote
 */
export function unpackState(text: string, levels: readonly string[]): LearnerState | null {
  const [format, counter, course, settings, rows, practice, ...play] = text.split('|');
  if (format !== FORMAT || counter === undefined || rows === undefined) return null;
  const ids = new Map(levels.map((id) => [levelCode(id), id]));
  return {
    counter: read(counter) || 0,
    course: course ?? '',
    settings: settings ?? '',
    levels: rows.split(',').flatMap((row) => levelState(row, ids) ?? []),
    practice: practice ?? '',
    play: play.join('|'),
  };
}

function levelState(row: string, ids: ReadonlyMap<string, string>): LevelState | null {
  const match = ROW.exec(row);
  const level = ids.get(match?.[1] ?? '');
  if (!match || level === undefined) return null;
  const [, , stars, score, privacy, purpose, minute, latestStars, latestMinute, counts] = match;
  const count = (index: number) => read(counts?.slice(2 * index, 2 * index + 2));
  return {
    level,
    best: {
      stars: read(stars),
      score: read(score),
      privacy: read(privacy),
      purpose: read(purpose),
      at: read(minute) * MINUTE,
    },
    latest: latestMinute === undefined ? null : { stars: read(latestStars), at: read(latestMinute) * MINUTE },
    discernment: counts === undefined ? null : [count(0), count(1), count(2), count(3)],
  };
}

/** Returns the later of two copies of a learner's state: the platform's and this tab's. */
export function laterState(one: LearnerState | null, other: LearnerState | null): LearnerState | null {
  if (!one || !other) return one ?? other;
  return one.counter >= other.counter ? one : other;
}
