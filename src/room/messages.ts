import * as z from 'zod/mini';
import { type Desk, FIELDS, type Level, STAKES, startPlay } from '../engine/index.ts';
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

/**
 * When a group began, in seconds; 0 for the first group of a session. A phone whose group is older has been put away with its
 * results. A screen that was opened again has 0, so that it does not put anyone away.
 */
const groupSchema = z.int().check(z.gte(0), z.lte(1e11));

const stateFacts = {
  version: z.literal(VERSION),
  /** Id of the level that the room plays; null between levels. */
  level: z.nullable(z.string().check(z.minLength(1), z.maxLength(80))),
  /** `open`: results count. `closed`: they no longer count. `over`: the session has ended. */
  phase: z.enum(['open', 'closed', 'over']),
  group: groupSchema,
};
/** The screen's state, for all phones. The broker does not keep it. */
const stateSchema = z.strictObject(stateFacts);
export type RoomState = Omit<z.infer<typeof stateSchema>, 'version'>;

/** The screen's answer to one phone: its state, and whether it has this phone's result of the level. */
const replySchema = z.strictObject({ ...stateFacts, has: z.boolean() });
export type RoomReply = Omit<z.infer<typeof replySchema>, 'version'>;

/** One phone's result of a level. The topic says which phone. */
const resultSchema = z.strictObject({
  version: z.literal(VERSION),
  group: groupSchema,
  level: z.string().check(z.minLength(1), z.maxLength(80)),
  placement: z.record(z.string().check(z.maxLength(80)), z.enum(FIELDS)),
  prediction: z.nullable(
    z.strictObject({ said: z.nullable(z.string().check(z.maxLength(80))), stake: z.literal([...STAKES]) }),
  ),
});

/** A phone's presence, sent when it joins. Its MQTT will says that it has gone. */
const presenceSchema = z.strictObject({ version: z.literal(VERSION), here: z.boolean() });

/** The kinds of topics that belong to one participant. The phone publishes on all of them but `reply`. */
export const PARTICIPANT_KINDS = ['result', 'presence', 'reply'] as const;
export type ParticipantKind = (typeof PARTICIPANT_KINDS)[number];
export type TopicKind = 'state' | ParticipantKind;

const isParticipantKind = (kind: string | undefined): kind is ParticipantKind =>
  PARTICIPANT_KINDS.some((one) => one === kind);

const ID = `[${BASE32_DIGITS}]`;
const TOPIC = new RegExp(
  `^blind-copy/(${ID}{${String(SESSION_LENGTH)}})/(?:(state)|(${PARTICIPANT_KINDS.join('|')})/(${ID}{${String(PARTICIPANT_LENGTH)}}))$`,
);

/** The topic of the screen's state, which all phones hear. */
export const stateTopic = (session: string): string => `blind-copy/${session}/state`;

/** A topic of one participant. Only the participant may publish results and presence, and only the screen may reply. */
export const participantTopic = (session: string, kind: ParticipantKind, participant: string): string =>
  `blind-copy/${session}/${kind}/${participant}`;

/** The topic filter of one kind for all participants of a session. */
export const everyParticipant = (session: string, kind: ParticipantKind): string => `blind-copy/${session}/${kind}/+`;

/** @returns null for a topic that is not one of the game's */
export function readTopic(
  topic: string,
): { readonly session: string; readonly kind: TopicKind; readonly participant: string | null } | null {
  const found = TOPIC.exec(topic);
  const [, session, state, kind, participant = null] = found ?? [];
  if (session === undefined) return null;
  if (state !== undefined) return { session, kind: 'state', participant: null };
  return isParticipantKind(kind) ? { session, kind, participant } : null;
}

export const writeState = (state: RoomState): string => JSON.stringify({ version: VERSION, ...state });
export const writePresence = (here: boolean): string => JSON.stringify({ version: VERSION, here });
export const writeReply = (reply: RoomReply): string => JSON.stringify({ version: VERSION, ...reply });
export const writeResult = ({ level, placement, prediction }: RoomResult, group: number): string =>
  JSON.stringify({ version: VERSION, group, level, placement, prediction });

/** @returns null for anything but a state of this version */
export function readState(payload: string): RoomState | null {
  const read = stateSchema.safeParse(parsed(payload));
  if (!read.success) return null;
  const { level, phase, group } = read.data;
  return { level, phase, group };
}

/** @returns null for anything but a reply of this version */
export function readReply(payload: string): RoomReply | null {
  const read = replySchema.safeParse(parsed(payload));
  if (!read.success) return null;
  const { level, phase, group, has } = read.data;
  return { level, phase, group, has };
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
 * @returns the result with its group; null for anything else
 */
export function readResult(
  levels: readonly Level[],
  participant: string,
  payload: string,
): { readonly result: RoomResult; readonly group: number } | null {
  const read = resultSchema.safeParse(parsed(payload));
  if (!read.success) return null;
  const { group, level: id, placement, prediction } = read.data;
  const level = levels.find((one) => one.id === id);
  const desk = level && firstDesk(level);
  if (!desk) return null;
  const fits = Object.entries(placement).every(
    ([contact, field]) => desk.contacts.includes(contact) && desk.fields.includes(field),
  );
  const said = prediction?.said ?? null;
  if (!fits || (said !== null && !desk.contacts.includes(said))) return null;
  return { result: { level: id, participant, placement, prediction }, group };
}

const firstDesks = new WeakMap<Level, Desk | null>();

/** Returns the desk that each play of a level begins with. A hall asks for it thousands of times in one second. */
function firstDesk(level: Level): Desk | null {
  const known = firstDesks.get(level);
  if (known !== undefined) return known;
  const { desk } = startPlay(level);
  firstDesks.set(level, desk);
  return desk;
}

function parsed(payload: string): unknown {
  if (payload.length > LARGEST_MESSAGE) return null;
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
