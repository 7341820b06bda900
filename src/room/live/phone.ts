import { participantTopic, readState, type RoomState, stateTopic, writePresence, writeResult } from '../messages.ts';
import type { RoomResult } from '../result.ts';
import { connectToRoom, type ConnectionOptions } from './connection.ts';

/** How a phone is connected to the room. */
export type LiveStatus = 'connecting' | 'connected' | 'lost' | 'refused' | 'over';

export interface LivePhone {
  /** Sends a result. The last one of each level is sent again with every new state of the screen. */
  send(result: RoomResult): void;
  close(): void;
}

/**
 * Joins a live session as a phone. The phone sends only its presence and its results.
 *
 * @param changed called when the connection or the state of the session changes
 */
export function joinRoom(
  options: Pick<ConnectionOptions, 'url' | 'session' | 'reconnect'> & { readonly participant: string },
  changed: (status: LiveStatus, state: RoomState | null) => void,
): LivePhone {
  const { session, participant, ...broker } = options;
  const sent = new Map<string, RoomResult>();
  const presence = participantTopic(session, 'presence', participant);
  let state: RoomState | null = null;
  let over = false;

  const sendResult = (result: RoomResult) =>
    connection.publish(participantTopic(session, 'result', participant), writeResult(result));
  const connection = connectToRoom(
    {
      ...broker,
      session,
      clientId: participant,
      hear: [stateTopic(session)],
      will: { topic: presence, payload: writePresence(false) },
    },
    {
      connected(isConnected) {
        if (over) return;
        if (isConnected) connection.publish(presence, writePresence(true));
        changed(isConnected ? 'connected' : 'lost', state);
      },
      message(topic, payload) {
        const read = topic === stateTopic(session) ? readState(payload) : null;
        if (!read) return;
        state = read;
        over = read.phase === 'over';
        if (over) connection.close();
        else answer(read);
        changed(over ? 'over' : 'connected', read);
      },
      refused: () => changed('refused', null),
    },
  );

  /** Repeats presence and result, because a reloaded screen or a restarted broker knows neither. */
  const answer = ({ level }: RoomState) => {
    connection.publish(presence, writePresence(true));
    const result = level === null ? undefined : sent.get(level);
    if (result) sendResult(result);
  };

  changed('connecting', null);
  return {
    send(result) {
      sent.set(result.level, result);
      sendResult(result);
    },
    close() {
      connection.publish(presence, writePresence(false));
      connection.close();
    },
  };
}
