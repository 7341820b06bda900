import * as z from 'zod/mini';
import { FIELDS, type Level, STAKES, startPlay } from '../engine/index.ts';
import { BASE32_DIGITS } from './base32.ts';
import { PARTICIPANT_LENGTH } from './participant.ts';
import type { RoomResult } from './result.ts';

/**
 * The messages that the screen and the phones of a live session exchange over MQTT, with their checks. docs/room.md explains
 * topics, retention and limits.
 */

const VERSION = 1;
/** 60 bits, so that nobody finds a session by guessing. */
export const SESSION_LENGTH = 12;
/** The most bytes in a message: enough for a result of 90 cards with long ids. */
export const LARGEST_MESSAGE = 8_192;

/** The screen's state, for all phones. The broker retains the last one until the screen ends the session. */
const stateSchema = z.strictObject({
  version: z.literal(VERSION),
  /** Id of the level that the room plays; null between levels. */
  level: z.nullable(z.string().check(z.minLength(1), z.maxLength(80))),
  /** `open`: results count. `closed`: they no longer count. `over`: the session has ended. */
  phase: z.enum(['open', 'closed', 'over']),
});
export type RoomState = Omit<z.infer<typeof stateSchema>, 'version'>;

/** One phone's result of a level. The topic says which phone. */
const resultSchema = z.strictObject({
  version: z.literal(VERSION),
  level: z.string().check(z.minLength(1), z.maxLength(80)),
  placement: z.record(z.string().check(z.maxLength(80)), z.enum(FIELDS)),
  prediction: z.nullable(
    z.strictObject({ said: z.nullable(z.string().check(z.maxLength(80))), stake: z.literal([...STAKES]) }),
  ),
});

/** A phone's presence, sent when it joins. Its MQTT will says that it has gone. */
const presenceSchema = z.strictObject({ version: z.literal(VERSION), here: z.boolean() });

export const TOPIC_KINDS = ['state', 'result', 'presence'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

const ID = `[${BASE32_DIGITS}]`;
const TOPIC = new RegExp(
  `^blind-copy/(${ID}{${String(SESSION_LENGTH)}})/(?:(state)|(result|presence)/(${ID}{${String(PARTICIPANT_LENGTH)}}))$`,
);

/** The topic of the screen's state. */
export const stateTopic = (session: string): string => `blind-copy/${session}/state`;

/** A topic on which only one participant may publish. */
export const participantTopic = (session: string, kind: 'result' | 'presence', participant: string): string =>
  `blind-copy/${session}/${kind}/${participant}`;

/** The topic filter by which the screen hears all participants of its session. */
export const everyParticipant = (session: string, kind: 'result' | 'presence'): string =>
  `blind-copy/${session}/${kind}/+`;

/** @returns null for a topic that is not one of the game's */
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

/** @returns null for anything but a state of this version */
export function readState(payload: string): RoomState | null {
  const read = stateSchema.safeParse(parsed(payload));
  return read.success ? { level: read.data.level, phase: read.data.phase } : null;
}

/** @returns null for anything but a presence of this version */
export function readPresence(payload: string): boolean | null {
  const read = presenceSchema.safeParse(parsed(payload));
  return read.success ? read.data.here : null;
}

/**
 * Reads a result, and checks that it fits its level: the first desk has its cards and trays.
 *
 * @param participant from the topic and never from the message, because only this participant may publish on the topic
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
