import { phoneAccount } from '../accounts.ts';
import {
  participantTopic,
  readReply,
  readState,
  type RoomReply,
  type RoomState,
  stateTopic,
  writePresence,
  writeResult,
} from '../messages.ts';
import type { RoomResult } from '../result.ts';
import { connectToRoom, type RoomAddress } from './connection.ts';
import { untilReceived } from './until-received.ts';

/** How a phone is connected to the room. `put-away`: the screen has begun with the next group. */
export type LiveStatus = 'connecting' | 'connected' | 'lost' | 'refused' | 'over' | 'put-away';

/** A phone's view of the session. */
export interface PhoneView {
  readonly status: LiveStatus;
  /** The screen's last state; null before the first. */
  readonly state: RoomState | null;
  /** The levels whose result the screen has. */
  readonly received: ReadonlySet<string>;
}

export interface LivePhone {
  /** Sends a result, and repeats it until the screen has it. */
  send(result: RoomResult): void;
  close(): void;
}

export interface PhoneOptions extends RoomAddress {
  readonly participant: string;
  /** The group that this phone belongs to, if it was here before. */
  readonly group?: number;
  /** What this phone sent before its page was loaded again, which may not have arrived. */
  readonly results?: readonly RoomResult[];
  /** Milliseconds after which a result is sent again if the screen has not answered. */
  readonly repeat?: number;
}

const REPEAT = 4_000;

/**
 * Joins a live session as a phone. The phone sends only its presence and its results.
 *
 * @param changed called when the connection, the state of the session, or what the screen has received changes
 */
export function joinRoom(options: PhoneOptions, changed: (view: PhoneView) => void): LivePhone {
  const { session, participant, repeat = REPEAT, group: earlier = null, results = [], ...address } = options;
  const sent = new Map(results.map((result) => [result.level, result]));
  const received = new Set<string>();
  const topic = (kind: 'result' | 'presence' | 'reply') => participantTopic(session, kind, participant);
  let state: RoomState | null = null;
  let group = earlier;
  let ended: LiveStatus | null = null;

  const tell = (status: LiveStatus) => changed({ status: ended ?? status, state, received });
  const sendResult = (result: RoomResult) => connection.publish(topic('result'), writeResult(result, group ?? 0));
  const sayHere = () => connection.publish(topic('presence'), writePresence(true));
  /** Returns the result that the screen wants and does not have. */
  const missing = (): RoomResult | null => {
    if (state?.phase !== 'open' || state.level === null || received.has(state.level)) return null;
    return sent.get(state.level) ?? null;
  };
  // The screen answers everything, so what it does not answer is sent again.
  const repetition = untilReceived(() => {
    const result = missing();
    if (result) sendResult(result);
    else sayHere();
  }, repeat);

  const connection = connectToRoom(
    {
      ...address,
      session,
      account: phoneAccount(session),
      clientId: participant,
      hear: [stateTopic(session), topic('reply')],
      will: { topic: topic('presence'), payload: writePresence(false) },
    },
    {
      connected(isConnected) {
        if (ended !== null) return;
        repetition.stop();
        if (isConnected) {
          sayHere();
          repetition.start();
        }
        tell(isConnected ? 'connected' : 'lost');
      },
      message(from, payload) {
        if (ended !== null) return;
        const reply = from === topic('reply') ? readReply(payload) : null;
        const next = from === stateTopic(session) ? readState(payload) : reply;
        if (next) hear(next, reply);
      },
      refused() {
        end('refused');
      },
    },
  );

  const end = (how: LiveStatus) => {
    ended = how;
    repetition.stop();
    tell(how);
  };

  const hear = ({ level, phase, group: now }: RoomState, reply: RoomReply | null) => {
    state = { level, phase, group: now };
    if (phase === 'over' || (group !== null && now > group)) {
      end(phase === 'over' ? 'over' : 'put-away');
      connection.publish(topic('presence'), writePresence(false));
      connection.close();
      return;
    }
    group ??= now;
    // A screen that was opened again may not have what an earlier one had received.
    if (level !== null) {
      if (reply?.has) received.add(level);
      else if (reply) received.delete(level);
    }
    repetition.stop();
    const result = missing();
    if (!reply) sayHere();
    else if (result) sendResult(result);
    if (!reply || result) repetition.start();
    tell('connected');
  };

  tell('connecting');
  return {
    send(result) {
      if (received.has(result.level)) return;
      sent.set(result.level, result);
      sendResult(result);
      repetition.start();
    },
    close() {
      repetition.stop();
      ended ??= 'over';
      connection.publish(topic('presence'), writePresence(false));
      connection.close();
    },
  };
}
