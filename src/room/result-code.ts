import {
  type Desk,
  factsOf,
  type Field,
  fingerprint,
  type Level,
  type Placement,
  type Prediction,
  STAKES,
  startPlay,
} from '../engine/index.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { SHORT_LENGTH } from './participant.ts';
import type { RoomResult } from './result.ts';

/**
 * A result as a short code to read out, type, paste or scan, for a room without a server. It is one large number in base 32.
 * Each fact is a digit with as many values as the fact can have, so that three cards need only thirteen characters.
 */

const GROUP = 4;
const PARTICIPANTS = 32 ** SHORT_LENGTH;
/** A fingerprint of the level's facts, so that a code of another version of the level is refused. */
const LEVEL_NAMES = 2 ** 20;
/** One wrong character in 1,024 goes unnoticed. */
const CHECKS = 1024;
const VERSIONS = 4;
const VERSION = 1;
/** The most characters in a code: enough for 90 cards with seven trays each. */
const LONGEST = 80;

export type ResultCodeProblem =
  /** The check fails, because a character is wrong or missing. */
  | 'damaged'
  /** The code belongs to a level that is not here, or to another version of one. */
  | 'unknown-level'
  /** A later version of the game wrote it. */
  | 'newer';

export type ReadResultCode =
  { readonly ok: true; readonly result: RoomResult } | { readonly ok: false; readonly problem: ResultCodeProblem };

/**
 * @param level the level of the result
 * @param result the code has only the first characters of its participant's id
 * @returns the code in groups of four characters with hyphens between them
 */
export function writeResultCode(level: Level, result: RoomResult): string {
  const { contacts, fields, choices } = valuesOf(level);
  let sum = 0n;
  const add = (value: number, values: number) => {
    sum = sum * BigInt(values) + BigInt(Math.max(0, Math.min(values - 1, value)));
  };
  for (const contact of contacts) add(fields.indexOf(result.placement[contact] ?? 'none'), fields.length);
  add(
    choices.findIndex((choice) => isSame(choice, result.prediction)),
    choices.length,
  );
  add(Number(fromBase32(result.participant.slice(0, SHORT_LENGTH), SHORT_LENGTH) ?? 0n), PARTICIPANTS);
  add(nameOf(level), LEVEL_NAMES);
  add(VERSION, VERSIONS);
  add(checkOf(sum), CHECKS);
  return grouped(toBase32(sum));
}

/**
 * Reads a code as people type it: in lower case, with other spaces and hyphens, with an O for a zero. It never throws.
 *
 * @param levels the levels that can be played here
 */
export function readResultCode(levels: readonly Level[], text: string): ReadResultCode {
  let rest = fromBase32(text, LONGEST);
  if (rest === null) return { ok: false, problem: 'damaged' };
  const take = (values: number): number => {
    const value = Number((rest ?? 0n) % BigInt(values));
    rest = (rest ?? 0n) / BigInt(values);
    return value;
  };
  const check = take(CHECKS);
  if (check !== checkOf(rest)) return { ok: false, problem: 'damaged' };
  if (take(VERSIONS) !== VERSION) return { ok: false, problem: 'newer' };
  const name = take(LEVEL_NAMES);
  const level = levels.find((one) => nameOf(one) === name);
  if (!level) return { ok: false, problem: 'unknown-level' };
  const participant = toBase32(BigInt(take(PARTICIPANTS)), SHORT_LENGTH);
  const { contacts, fields, choices } = valuesOf(level);
  const prediction = choices[take(choices.length)] ?? null;
  const placed = contacts.toReversed().map((contact) => [contact, fields[take(fields.length)] ?? 'none'] as const);
  if (rest !== 0n) return { ok: false, problem: 'damaged' };
  const placement: Placement = Object.fromEntries(placed.toReversed().filter(([, field]) => field !== 'none'));
  return { ok: true, result: { level: level.id, participant, placement, prediction } };
}

/**
 * Returns what looks like codes in a text that was typed or pasted. Lines, commas or semicolons separate them, or spaces,
 * unless a code was typed with spaces in it.
 *
 * @param levels the levels that can be played here
 */
export function codesIn(levels: readonly Level[], text: string): readonly string[] {
  return text
    .split(/[\n\r,;]+/u)
    .flatMap((line) => {
      const read = readResultCode(levels, line);
      return read.ok || read.problem !== 'damaged' ? [line.trim()] : line.split(/\s+/u);
    })
    .filter((part) => part.replaceAll('-', '').length >= GROUP);
}

interface Values {
  readonly contacts: Desk['contacts'];
  readonly fields: readonly Field[];
  readonly choices: readonly (Prediction | null)[];
}

/** Returns the values that each fact of a result can have, in an order that depends only on the level. */
function valuesOf(level: Level): Values {
  const { contacts = [], fields = ['none'] } = startPlay(level).desk ?? {};
  const said = [null, ...contacts];
  const predictions = said.flatMap((contact) => STAKES.map((stake) => ({ said: contact, stake })));
  return { contacts, fields, choices: [null, ...predictions] };
}

function isSame(one: Prediction | null, other: Prediction | null): boolean {
  return one?.said === other?.said && one?.stake === other?.stake;
}

const nameOf = (level: Level): number => Number.parseInt(factsOf(level).slice(-5), 16);

const checkOf = (sum: bigint): number => Number.parseInt(fingerprint(sum.toString()).slice(-5), 16) % CHECKS;

function grouped(text: string): string {
  return text.replaceAll(new RegExp(`.{${String(GROUP)}}(?=.)`, 'g'), '$&-');
}
