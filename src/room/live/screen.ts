import type { Level } from '../../engine/index.ts';
import { screenAccount } from '../accounts.ts';
import { MESSAGE_RATE, rateLimiter } from '../limits.ts';
import {
  everyParticipant,
  participantTopic,
  readPresence,
  readResult,
  readTopic,
  type RoomState,
  stateTopic,
  writeReply,
  writeState,
} from '../messages.ts';
import { newParticipant } from '../participant.ts';
import type { RoomResult } from '../result.ts';
import { connectToRoom, type RoomAddress } from './connection.ts';
import type { LiveStatus } from './phone.ts';

export interface LiveScreen {
  /** Tells all phones what the room plays. */
  setState(state: RoomState): void;
  /** Ends the session for all phones. */
  end(): void;
  close(): void;
}

export interface ScreenEvents {
  readonly status: (status: LiveStatus) => void;
  /** @param here how many phones are connected */
  readonly present: (here: number) => void;
  readonly result: (result: RoomResult) => void;
}

export interface ScreenOptions extends RoomAddress {
  readonly key: string;
  /** The state at the beginning. */
  readonly state?: RoomState;
}

/** The most participants that a screen takes in one session. The broker's limit of clients is lower. */
const MOST_PARTICIPANTS = 10_000;

/**
 * Leads a live session: it announces the level, counts the phones, and takes results that fit their level.
 *
 * Each message of a phone is answered to that phone alone, so that a phone that joins late or has lost something catches up.
 */
export function leadRoom(
  options: ScreenOptions,
  levels: () => readonly Level[],
  { status, present, result: take }: ScreenEvents,
): LiveScreen {
  const { session, key, state: begin = { level: null, phase: 'open', group: 0 }, ...address } = options;
  const here = new Set<string>();
  const received = new Set<string>();
  const limiters = new Map<string, (amount: number) => boolean>();
  let state = begin;
  const tell = () => connection.publish(stateTopic(session), writeState(state));

  /** True unless a participant sends more than a phone does. Not every broker can limit that. */
  const mayCome = (participant: string) => {
    const known = limiters.get(participant);
    if (known) return known(1);
    if (limiters.size >= MOST_PARTICIPANTS) return false;
    const limiter = rateLimiter(MESSAGE_RATE, () => performance.now());
    limiters.set(participant, limiter);
    return limiter(1);
  };
  const reply = (participant: string) => {
    const has = state.level !== null && received.has(`${participant} ${state.level}`);
    connection.publishOnce(participantTopic(session, 'reply', participant), writeReply({ ...state, has }));
  };
  const setHere = (participant: string, isHere: boolean) => {
    if (isHere === here.has(participant)) return;
    if (isHere) here.add(participant);
    else here.delete(participant);
    present(here.size);
  };

  const connection = connectToRoom(
    {
      ...address,
      session,
      account: screenAccount(session, key),
      // A client with the id of another ends its connection, so the id must be one that no phone can know.
      clientId: `screen-${newParticipant()}`,
      hear: [everyParticipant(session, 'result'), everyParticipant(session, 'presence')],
    },
    {
      connected(isConnected) {
        if (state.phase === 'over') return;
        // Phones answer the state with their presence, so a reloaded screen gets everything again.
        here.clear();
        present(0);
        if (isConnected) tell();
        status(isConnected ? 'connected' : 'lost');
      },
      message(topic, payload) {
        const from = readTopic(topic);
        if (from?.session !== session || from.participant === null || state.phase === 'over') return;
        const { kind, participant } = from;
        if (!mayCome(participant)) return;
        if (kind === 'presence') {
          const isHere = readPresence(payload);
          if (isHere === null) return;
          setHere(participant, isHere);
          if (isHere) reply(participant);
          return;
        }
        const read = readResult(levels(), participant, payload);
        if (!read) return;
        const { result, group } = read;
        setHere(participant, true);
        // A late result may belong to a level that the room no longer plays, or to a group that has gone.
        if (state.phase === 'open' && result.level === state.level && group >= state.group) {
          received.add(`${participant} ${result.level}`);
          take(result);
        }
        reply(participant);
      },
      refused: () => status('refused'),
    },
  );
  status('connecting');

  return {
    setState(next) {
      if (state.phase === 'over') return;
      if (next.group !== state.group) received.clear();
      state = next;
      tell();
    },
    end() {
      state = { ...state, level: null, phase: 'over' };
      tell();
      connection.close();
      status('over');
    },
    close: () => connection.close(),
  };
}
