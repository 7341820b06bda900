import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { newestOnly } from './newest-only.ts';

/**
 * One connection to the broker of a session. It comes back by itself when the network does, and sends again what had not
 * been received (MQTT, quality of service 1).
 */
export interface RoomConnection {
  /** Sends a message; while there is no connection only the newest of a topic is kept. */
  publish(topic: string, payload: string, retain?: boolean): void;
  /** Ends the connection, after what is on its way has been sent. */
  close(): void;
}

export interface ConnectionEvents {
  /** @param connected false while the connection is lost */
  readonly connected: (connected: boolean) => void;
  readonly message: (topic: string, payload: string) => void;
  /** The broker has refused this client: a wrong session or key. It is not tried again. */
  readonly refused: () => void;
}

export interface ConnectionOptions {
  /** Address of the broker: `ws:` or `wss:`. */
  readonly url: string;
  readonly session: string;
  readonly clientId: string;
  /** The key of the screen; undefined for a phone. */
  readonly key?: string;
  /** The filters to hear. */
  readonly hear: readonly string[];
  /** Milliseconds between two tries to connect. */
  readonly reconnect?: number;
  /** What the broker says for this client when it goes without a word. */
  readonly will?: { readonly topic: string; readonly payload: string };
}

const RECONNECT = 2_000;
/** Milliseconds that a connection waits, when it is closed, for the broker to confirm what was sent. */
const CLOSE_PATIENCE = 2_000;
/** Seconds after which either side notices that the other has gone. */
const KEEP_ALIVE = 20;
const REFUSED_CODES = new Set<unknown>([2, 4, 5]);

/** Connects to the broker, and goes on trying until it is closed or refused. */
export function connectToRoom(options: ConnectionOptions, events: ConnectionEvents): RoomConnection {
  const { url, session, clientId, key, hear, will, reconnect = RECONNECT } = options;
  const settings: IClientOptions = {
    clientId,
    username: session,
    ...(key !== undefined && { password: key }),
    ...(will && {
      will: { ...will, payload: new TextEncoder().encode(will.payload) as Buffer, qos: 1, retain: false },
    }),
    protocolVersion: 4,
    keepalive: KEEP_ALIVE,
    reconnectPeriod: reconnect,
    resubscribe: false,
    queueQoSZero: false,
    clean: true,
    // The page's policy forbids the worker that mqtt would make for its timers.
    timerVariant: 'native',
  };
  const client: MqttClient = mqtt.connect(url, settings);
  const waiting = newestOnly();
  let ended = false;

  /** Messages that the broker has not confirmed. */
  const sending = new Set<Promise<unknown>>();

  const send = (topic: string, payload: string, retain: boolean) => {
    const confirmed = client.publishAsync(topic, payload, { qos: 1, retain }).catch(() => null);
    sending.add(confirmed);
    void confirmed.then(() => sending.delete(confirmed));
  };
  client.on('connect', () => {
    client.subscribe([...hear], { qos: 1 });
    for (const { topic, payload, retain } of waiting.take()) send(topic, payload, retain);
    events.connected(true);
  });
  client.on('close', () => {
    if (!ended) events.connected(false);
  });
  client.on('error', (error) => {
    // Any other error is the network's, and the client tries again.
    if (!('code' in error) || !REFUSED_CODES.has(error.code)) return;
    ended = true;
    client.end(true);
    events.refused();
  });
  client.on('message', (topic, payload) => events.message(topic, new TextDecoder().decode(payload)));

  return {
    publish(topic, payload, retain = false) {
      if (client.connected) send(topic, payload, retain);
      else waiting.add({ topic, payload, retain });
    },
    close() {
      ended = true;
      // A connection that ends at once loses what is still on its way.
      const late = new Promise((resolve) => {
        setTimeout(resolve, CLOSE_PATIENCE);
      });
      void Promise.race([Promise.all(sending), late]).then(() => client.end());
    },
  };
}
