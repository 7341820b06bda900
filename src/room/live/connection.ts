import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import type { Account } from '../accounts.ts';

/**
 * One connection to the broker of a session. It reconnects by itself, and sends again every message that the broker has not
 * confirmed (MQTT, quality of service 1). Nothing is retained.
 */
export interface RoomConnection {
  /**
   * Sends a message. Without a connection nothing is sent: after the next one, the screen tells its state and phones say that they
   * are here, which brings everything up to date.
   */
  publish(topic: string, payload: string): void;
  /** Sends a message that may be lost, such as an answer that the other side asks for again. */
  publishOnce(topic: string, payload: string): void;
  /** Ends the connection once the broker has confirmed every message, or after a short wait. */
  close(): void;
}

export interface ConnectionEvents {
  /** @param connected false while the connection is lost */
  readonly connected: (connected: boolean) => void;
  readonly message: (topic: string, payload: string) => void;
  /** The broker has refused this client because of a wrong session or key. The client does not try again. */
  readonly refused: () => void;
}

/** The broker of a session. */
export interface RoomAddress {
  /** Address of the broker: `ws:` or `wss:`. */
  readonly url: string;
  readonly session: string;
  /** Milliseconds between two attempts to connect. */
  readonly reconnect?: number;
}

export interface ConnectionOptions extends RoomAddress {
  readonly account: Account;
  readonly clientId: string;
  /** The topic filters to subscribe to. */
  readonly hear: readonly string[];
  /** The message that the broker publishes when this client disappears. */
  readonly will?: { readonly topic: string; readonly payload: string };
}

const RECONNECT = 2_000;
/** How long a closing connection waits for the broker to confirm messages, in milliseconds. */
const CLOSE_PATIENCE = 2_000;
/** The MQTT keep-alive in seconds, by which either side notices that the other has gone. */
const KEEP_ALIVE = 20;
const REFUSED_CODES = new Set<unknown>([2, 4, 5]);

/** Connects to the broker, and keeps trying until it is closed or refused. */
export function connectToRoom(options: ConnectionOptions, events: ConnectionEvents): RoomConnection {
  const { url, account, clientId, hear, will, reconnect = RECONNECT } = options;
  const settings: IClientOptions = {
    clientId,
    ...account,
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
  let ended = false;

  /** Messages that the broker has not confirmed. */
  const sending = new Set<Promise<unknown>>();

  const send = (topic: string, payload: string) => {
    const confirmed = client.publishAsync(topic, payload, { qos: 1 }).catch(() => null);
    sending.add(confirmed);
    void confirmed.then(() => sending.delete(confirmed));
  };
  client.on('connect', () => {
    // An answer could arrive before the subscription if anything was sent first.
    client.subscribe([...hear], { qos: 1 }, (error) => {
      if (error || ended) return;
      events.connected(true);
    });
  });
  client.on('close', () => {
    if (!ended) events.connected(false);
  });
  client.on('error', (error) => {
    // After any other error, such as one of the network, the client tries again.
    if (!('code' in error) || !REFUSED_CODES.has(error.code)) return;
    ended = true;
    client.end(true);
    events.refused();
  });
  client.on('message', (topic, payload) => events.message(topic, new TextDecoder().decode(payload)));

  return {
    publish(topic, payload) {
      if (client.connected) send(topic, payload);
    },
    publishOnce(topic, payload) {
      if (client.connected) client.publish(topic, payload, { qos: 0 });
    },
    close() {
      ended = true;
      // If the connection ended at once, messages on their way would be lost.
      const late = new Promise((resolve) => {
        setTimeout(resolve, CLOSE_PATIENCE);
      });
      void Promise.race([Promise.all(sending), late]).then(() => client.end());
    },
  };
}
