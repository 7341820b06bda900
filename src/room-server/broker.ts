import { timingSafeEqual } from 'node:crypto';
import type { Server } from 'node:http';
import { Aedes, type AedesPublishPacket, type AuthenticateError, type Client } from 'aedes';
import { createWebSocketStream, type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type Account, phoneAccount, screenAccount } from '../room/accounts.ts';
import { BYTE_RATE, MESSAGE_RATE, rateLimiter } from '../room/limits.ts';
import { everyParticipant, LARGEST_MESSAGE, participantTopic, readTopic, stateTopic } from '../room/messages.ts';
import { isParticipant } from '../room/participant.ts';

/** The most bytes in one WebSocket message: an MQTT message with its topic and header. */
const LARGEST_FRAME = LARGEST_MESSAGE + 1_024;

export interface RoomBrokerOptions {
  /** The code of the one session that this broker serves. */
  readonly session: string;
  /** The password of the screen. */
  readonly hostKey: string;
  /** The most clients at once; further ones are refused. */
  readonly mostClients?: number;
}

export interface RoomBroker {
  /** How many clients are connected now, including the screen. */
  readonly clients: () => number;
  /** Ends all connections and forgets everything. */
  readonly close: () => Promise<void>;
}

/**
 * Opens an MQTT broker for one session, over WebSockets (MQTT 3.1.1, chapter 6). It keeps everything in memory, lists nothing,
 * and lets each client do only what its part in the session needs:
 *
 * - the screen, which has the key, publishes the state and its replies, and hears the participants;
 * - a phone hears the state and its own replies, and publishes only on the topics of its own id.
 *
 * A client that publishes anything else, retains a message, or sends too large or too many messages is disconnected. A client
 * with another session, or one that wants the broker to remember it, is refused; so is any other subscription.
 *
 * @param server the web server that takes the WebSockets
 * @param path where it takes them, such as `/room-broker`
 */
export async function openRoomBroker(
  server: Server,
  path: string,
  { session, hostKey, mostClients = 3_000 }: RoomBrokerOptions,
): Promise<RoomBroker> {
  const limiters = new WeakMap<Client, (amount: number) => boolean>();
  const screens = new WeakSet<Client>();
  const mayCome = (client: Client) => {
    const limiter = limiters.get(client) ?? rateLimiter(MESSAGE_RATE, () => performance.now());
    limiters.set(client, limiter);
    // The screen has no limit, because it serves the whole room.
    return screens.has(client) || limiter(1);
  };
  const broker = await Aedes.createBroker({
    heartbeatInterval: 30_000,
    connectTimeout: 10_000,
    queueLimit: 200,
    maxClientsIdLength: 64,
    authenticate(client, username, password, done) {
      const isScreen = signsInAs(screenAccount(session, hostKey), username, password);
      if (isScreen) screens.add(client);
      const isPhone = isParticipant(client.id) && signsInAs(phoneAccount(session), username, password);
      // A session that outlives its connection would be kept.
      if (client.clean && (isScreen || isPhone)) done(null, true);
      else done(notAuthorized(), null);
    },
    authorizePublish(client, packet, done) {
      // A message of the broker itself has no client.
      const allowed =
        client === null || (mayPublish(session, client.id, screens.has(client), packet) && mayCome(client));
      done(allowed ? null : new Error('not allowed'));
    },
    authorizeSubscribe(client, subscription, done) {
      done(null, mayHear(session, client.id, screens.has(client), subscription.topic) ? subscription : null);
    },
  });
  const sockets = new WebSocketServer({ server, path, maxPayload: LARGEST_FRAME, clientTracking: true });
  sockets.on('connection', (socket) => {
    if (sockets.clients.size > mostClients) return socket.close(1013);
    const stream = createWebSocketStream(socket);
    // A broken connection must not stop the broker.
    stream.on('error', () => socket.terminate());
    const client = broker.handle(stream);
    limitBytes(socket, () => screens.has(client));
  });
  return {
    clients: () => broker.connectedClients,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise<void>((done) => {
        sockets.close(() => done());
      });
      await new Promise<void>((done) => {
        broker.close(() => done());
      });
    },
  };
}

function mayPublish(
  session: string,
  id: string,
  isScreen: boolean,
  { topic, payload, retain }: Pick<AedesPublishPacket, 'topic' | 'payload' | 'retain'>,
): boolean {
  const read = readTopic(topic);
  // Nothing is retained, so that the broker keeps nothing of the session.
  if (read?.session !== session || payload.length > LARGEST_MESSAGE || retain) return false;
  if (isScreen) return read.kind === 'state' || read.kind === 'reply';
  return read.participant === id && read.kind !== 'reply';
}

function mayHear(session: string, id: string, isScreen: boolean, topic: string): boolean {
  const allowed = isScreen
    ? [everyParticipant(session, 'result'), everyParticipant(session, 'presence')]
    : [stateTopic(session), participantTopic(session, 'reply', id)];
  return allowed.includes(topic);
}

/** Disconnects a phone that sends more bytes than phones do, even if they are no MQTT message. */
function limitBytes(socket: WebSocket, isScreen: () => boolean): void {
  const mayCome = rateLimiter(BYTE_RATE, () => performance.now());
  socket.on('message', (data: RawData) => {
    if (isScreen()) return;
    if (!mayCome(Array.isArray(data) ? data.reduce((sum, { length }) => sum + length, 0) : data.byteLength))
      socket.terminate();
  });
}

function signsInAs(account: Account, username: string | undefined, password: Buffer | undefined): boolean {
  const expected = Buffer.from(account.password);
  return username === account.username && password?.length === expected.length && timingSafeEqual(password, expected);
}

function notAuthorized(): AuthenticateError {
  // “Not authorized” (MQTT 3.1.1, 3.2.2.3). The package exports the code's name only as a type.
  const code: unknown = 5;
  return Object.assign(new Error('not authorized'), { returnCode: code as AuthenticateError['returnCode'] });
}
