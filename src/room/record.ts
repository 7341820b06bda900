import * as z from 'zod/mini';
import { FIELDS, type Level, STAKES } from '../engine/index.ts';
import { codesIn, readResultCode, type ResultCodeProblem } from './result-code.ts';
import { isSameParticipant } from './participant.ts';
import type { RoomResult } from './result.ts';
import { addResult, type Results } from './tally.ts';

/**
 * What the screen of a session keeps: the results of one group, its shows of hands, and what the facilitator chose. It is
 * kept while the tab is open, and ends with the group.
 */

const placementSchema = z.record(z.string(), z.enum(FIELDS));
const resultSchema = z.object({
  level: z.string(),
  participant: z.string(),
  placement: placementSchema,
  prediction: z.nullable(z.object({ said: z.nullable(z.string()), stake: z.literal([...STAKES]) })),
});

/** Hands raised for one answer: `nobody`, or the id of a card with a colon before it, since a card may have that id. */
const handsSchema = z.record(z.string(), z.int().check(z.gte(0), z.lte(999)));

const groupSchema = z.object({
  results: z.array(resultSchema),
  /** By level, then by answer. */
  hands: z.record(z.string(), handsSchema),
});

const recordSchema = z.object({
  group: groupSchema,
  /** The group before, so that “next group” can be undone. */
  put: z.nullable(groupSchema),
  /** Id of the level that the page shows; null for the first. */
  level: z.nullable(z.string()),
});

/** The results and hands of one group. */
export type Group = z.infer<typeof groupSchema>;
export type RoomRecord = z.infer<typeof recordSchema>;

const NEW_GROUP: Group = { results: [], hands: {} };
export const NEW_RECORD: RoomRecord = { group: NEW_GROUP, put: null, level: null };

/** @returns a new record for a text that is none */
export function readRecord(text: string | null): RoomRecord {
  try {
    const read = recordSchema.safeParse(JSON.parse(text ?? 'null'));
    return read.success ? read.data : NEW_RECORD;
  } catch {
    return NEW_RECORD;
  }
}

/** What became of codes that were typed, pasted or scanned together. */
export interface AddedCodes {
  readonly record: RoomRecord;
  readonly added: number;
  /** Codes whose participant had been counted for this level. */
  readonly again: number;
  /** The codes that could not be read, by what is wrong with them. */
  readonly refused: Readonly<Record<ResultCodeProblem, readonly string[]>>;
}

/**
 * Adds the codes in a text. A code that cannot be read keeps no other from being counted.
 *
 * @param levels those that can be played here
 */
export function addCodes(record: RoomRecord, levels: readonly Level[], text: string): AddedCodes {
  let results: Results = record.group.results;
  let added = 0;
  let again = 0;
  const refused: Record<ResultCodeProblem, string[]> = { damaged: [], 'unknown-level': [], newer: [] };
  for (const code of codesIn(text)) {
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

/** Adds a result that a phone has sent. */
export function addLive(record: RoomRecord, result: RoomResult): RoomRecord {
  return withGroup(record, { results: [...addResult(record.group.results, result)] });
}

/** The key of an answer in a show of hands; see `handsOf`. */
const answer = (said: string | null): string => (said === null ? 'nobody' : `:${said}`);

/** How many hands were counted for an answer. @param said a card; null for nobody */
export function handsOf(record: RoomRecord, level: string, said: string | null): number {
  return record.group.hands[level]?.[answer(said)] ?? 0;
}

/** Sets how many hands were counted, within 0 to 999. */
export function setHands(record: RoomRecord, level: string, said: string | null, count: number): RoomRecord {
  const hands = record.group.hands[level] ?? {};
  const kept = Math.max(0, Math.min(999, Math.round(count) || 0));
  return withGroup(record, { hands: { ...record.group.hands, [level]: { ...hands, [answer(said)]: kept } } });
}

/** Puts the results and hands of a group away, for the next. */
export function nextGroup(record: RoomRecord): RoomRecord {
  return { ...record, group: NEW_GROUP, put: record.group };
}

/** Brings back the group that was put away last. */
export function bringBack(record: RoomRecord): RoomRecord {
  return record.put ? { ...record, group: record.put, put: null } : record;
}

function withGroup(record: RoomRecord, change: Partial<Group>): RoomRecord {
  return { ...record, group: { ...record.group, ...change } };
}
