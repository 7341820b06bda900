import * as z from 'zod/mini';
import type { Level } from '../engine/index.ts';
import { codesIn, readResultCode, type ResultCodeProblem } from './result-code.ts';
import { isSameParticipant } from './participant.ts';
import { keptResultSchema, type RoomResult } from './result.ts';
import { addResult, addResults, type Results } from './tally.ts';

/**
 * The screen's record of a session while the tab is open: the results of one group, its shows of hands, and the level that the
 * facilitator chose.
 */

/** Hands raised for each answer: `nobody`, or a colon and the id of a card, because a card may have the id `nobody`. */
const handsSchema = z.record(z.string(), z.int().check(z.gte(0), z.lte(999)));

const groupSchema = z.object({
  /** When it began, in seconds; 0 for the first group of a session. Live phones of an earlier group are put away. */
  began: z.int(),
  results: z.array(keptResultSchema),
  /** By level, then by answer. */
  hands: z.record(z.string(), handsSchema),
});

const recordSchema = z.object({
  group: groupSchema,
  /** The previous group, so that “next group” can be undone. */
  put: z.nullable(groupSchema),
  /** Id of the level that the page shows; null for the first. */
  level: z.nullable(z.string()),
  /** `closed` while results of live phones do not count. */
  phase: z._default(z.enum(['open', 'closed']), 'open'),
});

/** The results and hands of one group. */
export type Group = z.infer<typeof groupSchema>;
export type RoomRecord = z.infer<typeof recordSchema>;

const NEW_GROUP: Group = { began: 0, results: [], hands: {} };
export const NEW_RECORD: RoomRecord = { group: NEW_GROUP, put: null, level: null, phase: 'open' };

/** @returns a new record if the text is not one */
export function readRecord(text: string | null): RoomRecord {
  try {
    const read = recordSchema.safeParse(JSON.parse(text ?? 'null'));
    return read.success ? read.data : NEW_RECORD;
  } catch {
    return NEW_RECORD;
  }
}

/** The outcome for codes that were typed, pasted or scanned together. */
export interface AddedCodes {
  readonly record: RoomRecord;
  readonly added: number;
  /** How many codes came from a participant who was already counted for the level. */
  readonly again: number;
  /** The codes that could not be read, by problem. */
  readonly refused: Readonly<Record<ResultCodeProblem, readonly string[]>>;
}

/**
 * Adds the codes in a text. The other codes count even if one cannot be read.
 *
 * @param levels the levels that can be played here
 */
export function addCodes(record: RoomRecord, levels: readonly Level[], text: string): AddedCodes {
  let results: Results = record.group.results;
  let added = 0;
  let again = 0;
  const refused: Record<ResultCodeProblem, string[]> = { damaged: [], 'unknown-level': [], newer: [] };
  for (const code of codesIn(levels, text)) {
    const read = readResultCode(levels, code);
    if (!read.ok) {
      refused[read.problem].push(code);
      continue;
    }
    const { level, participant } = read.result;
    const known = results.some((one) => one.level === level && isSameParticipant(one.participant, participant));
    if (known) again += 1;
    else added += 1;
    results = addResult(results, read.result);
  }
  return { record: withGroup(record, { results: [...results] }), added, again, refused };
}

/** Adds results that phones have sent. */
export function addLive(record: RoomRecord, results: readonly RoomResult[]): RoomRecord {
  return withGroup(record, { results: [...addResults(record.group.results, results)] });
}

/** The key of an answer in a show of hands; see `handsOf`. */
const answer = (said: string | null): string => (said === null ? 'nobody' : `:${said}`);

/** Returns how many hands were counted for an answer. @param said a card; null for nobody */
export function handsOf(record: RoomRecord, level: string, said: string | null): number {
  return record.group.hands[level]?.[answer(said)] ?? 0;
}

/** Sets how many hands were counted, from 0 to 999. */
export function setHands(record: RoomRecord, level: string, said: string | null, count: number): RoomRecord {
  const hands = record.group.hands[level] ?? {};
  const kept = Math.max(0, Math.min(999, Math.round(count) || 0));
  return withGroup(record, { hands: { ...record.group.hands, [level]: { ...hands, [answer(said)]: kept } } });
}

/** Puts the results and hands of a group away, and begins with the next group, which can vote. @param now in milliseconds */
export function nextGroup(record: RoomRecord, now: number): RoomRecord {
  const began = Math.max(Math.floor(now / 1000), record.group.began + 1);
  return { ...record, group: { ...NEW_GROUP, began }, put: record.group, phase: 'open' };
}

/** Brings back the previous group. */
export function bringBack(record: RoomRecord): RoomRecord {
  return record.put ? { ...record, group: record.put, put: null } : record;
}

function withGroup(record: RoomRecord, change: Partial<Group>): RoomRecord {
  return { ...record, group: { ...record.group, ...change } };
}
