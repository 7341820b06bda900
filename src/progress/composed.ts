import * as z from 'zod/mini';
import { LESSON_RULES, type LessonRule } from '../engine/index.ts';
import { CHECK_VERSION, checkSchema, type CheckResult, type CheckTime } from './check-result.ts';
import { streakAt, type Daily } from './daily.ts';
import { discernmentSchema, playSchema, type Composed, type SavedPlay } from './record.ts';
import { practised } from './refresher.ts';
import { changeProgress, loadProgress } from './store.ts';

/** What is kept about composed emails: the email of the day, rounds that are under way, and the check before and after a course. */

/** The format of rounds. One of another format is left alone, and a new one begins. */
const VERSION = 1;

/** A round of composed emails in progress. The seed gives the emails again, and the logs restore the plays. */
export interface SavedRound {
  readonly seed: string;
  /** A fingerprint of the emails' facts: after a change of the composer, the same seed gives other emails. */
  readonly facts: string;
  /** The plays of the emails that were opened, in order. */
  readonly plays: readonly SavedPlay[];
  /** How many sent emails have been recorded. One that could still be undone has not. */
  readonly recorded: number;
  /** The rule of a refresher. */
  readonly rule?: LessonRule | undefined;
  /** How long the clock has run, in milliseconds; absent without a clock. */
  readonly clock?: number | undefined;
}

const dailySchema = z.object({
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  score: z.int().check(z.gte(0), z.lte(100)),
  stars: z.int().check(z.gte(0), z.lte(3)),
  discernment: discernmentSchema,
  streak: z.int().check(z.gte(0)),
});

const roundSchema = z.object({
  version: z.literal(VERSION),
  seed: z.string().check(z.maxLength(100)),
  facts: z.string(),
  plays: z.array(playSchema),
  recorded: z.int().check(z.gte(0)),
  rule: z.optional(z.enum(LESSON_RULES)),
  clock: z.optional(z.number().check(z.gte(0))),
});

function load<Value>(name: string, schema: z.ZodMiniType<Value>): Value | null {
  const read = schema.safeParse(loadProgress().composed[name]);
  return read.success ? read.data : null;
}

function save(name: string, value: Composed): void {
  changeProgress((progress) => ({ ...progress, composed: { ...progress.composed, [name]: value } }));
}

/** Returns the last email of the day that was sent; null when none was. */
export const loadDaily = (): Daily | null => load('daily', dailySchema);

/** Records how the email of a day went, for the first time that it was sent on that day. */
export function saveDaily(daily: Omit<Daily, 'streak'>, now: number): void {
  const last = loadDaily();
  if (last?.date === daily.date) return;
  save('daily', { at: now, ...daily, streak: streakAt(last, daily.date) });
}

/** Returns the round of a practice that is under way; null when none is, or another version of the page kept it. */
export const loadRound = (name: string): SavedRound | null => load(`round.${name}`, roundSchema);

export function saveRound(name: string, round: SavedRound, now: number): void {
  save(`round.${name}`, { at: now, version: VERSION, ...round });
}

export function dropRound(name: string): void {
  changeProgress((progress) => {
    const { [`round.${name}`]: _dropped, ...composed } = progress.composed;
    return { ...progress, composed };
  });
}

/** Returns how a check went; null when it was neither answered nor skipped. */
export const loadCheck = (time: CheckTime): CheckResult | null => load(`check.${time}`, checkSchema);

/** Records a check. The first result stays: a second try would not be a check. */
export function saveCheck(time: CheckTime, result: CheckResult): void {
  if (loadCheck(time)) return;
  save(`check.${time}`, { version: CHECK_VERSION, ...result });
}

/** Records how a rule went that was practised by composed emails. */
export function savePractised(rule: LessonRule, stars: number, now: number): void {
  changeProgress((progress) => {
    const level = progress.practices[rule]?.level;
    if (level === undefined) return progress;
    return { ...progress, practices: practised(progress.practices, { rule, level, stars }, now) };
  });
}
