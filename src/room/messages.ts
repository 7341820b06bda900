import * as z from 'zod/mini';
import { FIELDS, type Level, STAKES, startPlay } from '../engine/index.ts';
import { BASE32_DIGITS } from './base32.ts';
import { PARTICIPANT_LENGTH } from './participant.ts';
import type { RoomResult } from './result.ts';

/**
 * What the screen and the phones of a live session send each other over MQTT, and how either side checks it. Topics,
 * retention and limits are explained in docs/room.md.
 */

const VERSION = 1;
/** 60 bits: a session is not found by trying. Nothing lists the sessions of a broker. */
export const SESSION_LENGTH = 12;
/** Bytes of the largest message: a result of 90 cards with long ids. */
export const LARGEST_MESSAGE = 8_192;

/** What the screen tells all phones; the broker keeps the last one, until the screen ends the session. */
const stateSchema = z.strictObject({
  version: z.literal(VERSION),
  /** Id of the level that the room plays; null between levels. */
  level: z.nullable(z.string().check(z.minLength(1), z.maxLength(80))),
  /** `open`: results are taken. `closed`: no more. `over`: the session has ended. */
  phase: z.enum(['open', 'closed', 'over']),
});
export type RoomState = Omit<z.infer<typeof stateSchema>, 'version'>;

/** What one phone tells the screen. Its topic says who it is from. */
const resultSchema = z.strictObject({
  version: z.literal(VERSION),
  level: z.string().check(z.minLength(1), z.maxLength(80)),
  placement: z.record(z.string().check(z.maxLength(80)), z.enum(FIELDS)),
  prediction: z.nullable(
    z.strictObject({ said: z.nullable(z.string().check(z.maxLength(80))), stake: z.literal([...STAKES]) }),
  ),
});

/** What one phone tells the screen when it joins; its last will says that it has gone. */
const presenceSchema = z.strictObject({ version: z.literal(VERSION), here: z.boolean() });

export const TOPIC_KINDS = ['state', 'result', 'presence'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

const ID = `[${BASE32_DIGITS}]`;
const TOPIC = new RegExp(
  `^blind-copy/(${ID}{${String(SESSION_LENGTH)}})/(?:(state)|(result|presence)/(${ID}{${String(PARTICIPANT_LENGTH)}}))$`,
);

/** The topic of the screen's state. */
export const stateTopic = (session: string): string => `blind-copy/${session}/state`;

/** A topic on which one participant alone may publish. */
export const participantTopic = (session: string, kind: 'result' | 'presence', participant: string): string =>
  `blind-copy/${session}/${kind}/${participant}`;

/** The filter by which the screen hears all participants of its session. */
export const everyParticipant = (session: string, kind: 'result' | 'presence'): string =>
  `blind-copy/${session}/${kind}/+`;

/** @returns null for a topic that is none of the game's */
export function readTopic(
  topic: string,
): { readonly session: string; readonly kind: TopicKind; readonly participant: string | null } | null {
  const found = TOPIC.exec(topic);
  const [, session, state, kind, participant = null] = found ?? [];
  if (session === undefined) return null;
  if (state !== undefined) return { session, kind: 'state', participant: null };
  return { session, kind: kind === 'result' ? 'result' : 'presence', participant };
}

export const writeState = (state: RoomState): string => JSON.stringify({ version: VERSION, ...state });
export const writePresence = (here: boolean): string => JSON.stringify({ version: VERSION, here });
export const writeResult = ({ level, placement, prediction }: RoomResult): string =>
  JSON.stringify({ version: VERSION, level, placement, prediction });

/** @returns null for anything that is no state of this version */
export function readState(payload: string): RoomState | null {
  const read = stateSchema.safeParse(parsed(payload));
  return read.success ? { level: read.data.level, phase: read.data.phase } : null;
}

/** @returns null for anything that is no presence of this version */
export function readPresence(payload: string): boolean | null {
  const read = presenceSchema.safeParse(parsed(payload));
  return read.success ? read.data.here : null;
}

/**
 * A result that fits its level: its cards lie on the first desk, in trays that the desk has.
 *
 * @param participant from the topic, never from the message: the broker lets nobody publish on another's topic
 * @returns null for anything else
 */
export function readResult(levels: readonly Level[], participant: string, payload: string): RoomResult | null {
  const read = resultSchema.safeParse(parsed(payload));
  if (!read.success) return null;
  const { level: id, placement, prediction } = read.data;
  const level = levels.find((one) => one.id === id);
  const desk = level && startPlay(level).desk;
  if (!desk) return null;
  const fits = Object.entries(placement).every(
    ([contact, field]) => desk.contacts.includes(contact) && desk.fields.includes(field),
  );
  const said = prediction?.said ?? null;
  if (!fits || (said !== null && !desk.contacts.includes(said))) return null;
  return { level: id, participant, placement, prediction };
}

function parsed(payload: string): unknown {
  if (payload.length > LARGEST_MESSAGE) return null;
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
