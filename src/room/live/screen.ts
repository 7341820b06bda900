import type { Level } from '../../engine/index.ts';
import {
  everyParticipant,
  readPresence,
  readResult,
  readTopic,
  type RoomState,
  stateTopic,
  writeState,
} from '../messages.ts';
import type { RoomResult } from '../result.ts';
import { connectToRoom, type ConnectionOptions } from './connection.ts';
import type { LiveStatus } from './phone.ts';

export interface LiveScreen {
  /** Tells all phones what the room plays. */
  setState(state: RoomState): void;
  /** Ends the session for all phones, and removes the state from the broker. */
  end(): void;
  close(): void;
}

export interface ScreenEvents {
  readonly status: (status: LiveStatus) => void;
  /** @param here how many phones are connected */
  readonly present: (here: number) => void;
  readonly result: (result: RoomResult) => void;
}

/** Leads a live session: it announces the level, counts the phones, and takes results that fit their level. */
export function leadRoom(
  options: Pick<ConnectionOptions, 'url' | 'session' | 'reconnect'> & { readonly key: string },
  levels: () => readonly Level[],
  events: ScreenEvents,
): LiveScreen {
  const { session } = options;
  const here = new Set<string>();
  let state: RoomState = { level: null, phase: 'open' };
  const tell = () => connection.publish(stateTopic(session), writeState(state), true);

  const connection = connectToRoom(
    {
      ...options,
      clientId: 'host',
      hear: [everyParticipant(session, 'result'), everyParticipant(session, 'presence')],
    },
    {
      connected(isConnected) {
        // Phones answer the state with their presence and result, so a reloaded screen gets everything again.
        here.clear();
        events.present(0);
        if (isConnected) tell();
        events.status(isConnected ? 'connected' : 'lost');
      },
      message(topic, payload) {
        const from = readTopic(topic);
        if (from?.session !== session || from.participant === null) return;
        const { kind, participant } = from;
        if (kind === 'presence') {
          const isHere = readPresence(payload);
          if (isHere === null) return;
          if (isHere) here.add(participant);
          else here.delete(participant);
          events.present(here.size);
          return;
        }
        const result = readResult(levels(), participant, payload);
        // A late result may belong to a level that the room no longer plays.
        if (!result || state.phase !== 'open' || result.level !== state.level) return;
        here.add(participant);
        events.present(here.size);
        events.result(result);
      },
      refused: () => events.status('refused'),
    },
  );
  events.status('connecting');

  return {
    setState(next) {
      if (state.phase === 'over') return;
      state = next;
      tell();
    },
    end() {
      state = { level: null, phase: 'over' };
      tell();
      // An empty retained message removes the one before (MQTT 3.1.1, 3.3.1.3).
      connection.publish(stateTopic(session), '', true);
      connection.close();
      events.status('over');
    },
    close: () => connection.close(),
  };
}
