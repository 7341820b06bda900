import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Aedes } from 'aedes';
import mqtt, { type MqttClient } from 'mqtt';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createWebSocketStream, WebSocketServer } from 'ws';
import { participantTopic, writePresence, writeResult } from '../../src/room/messages.ts';
import { newParticipant } from '../../src/room/participant.ts';
import { ADA, BEN, join, lead, type Led, OPEN, result, SESSION, soon } from './session/players.ts';

/* What the screen and the phones refuse by themselves, with a broker that refuses nothing and loses what it is asked to lose. */

let server: Server;
let broker: Aedes;
let url: string;
let led: Led;
let stranger: MqttClient;
let loses: (topic: string) => boolean;

beforeEach(async () => {
  loses = () => false;
  broker = await Aedes.createBroker({ authorizeForward: (_, packet) => (loses(packet.topic) ? null : packet) });
  server = createServer();
  new WebSocketServer({ server }).on('connection', (socket) => broker.handle(createWebSocketStream(socket)));
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', () => done());
  });
  url = `ws://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  led = lead(url);
  stranger = await mqtt.connectAsync(url);
  await vi.waitUntil(() => led.status === 'connected', { timeout: 20_000, interval: 10 });
});
afterEach(async () => {
  stranger.end(true);
  led.screen.close();
  await new Promise<void>((done) => {
    broker.close(() => done());
  });
  server.closeAllConnections();
  server.close();
});

const resultOf = (id: string) => [participantTopic(SESSION, 'result', id), writeResult(result(id), 0)] as const;
const presenceOf = (id: string) => [participantTopic(SESSION, 'presence', id), writePresence(true)] as const;
/** Waits until the screen has read everything that was sent before: it answers Ben, who comes last. */
async function readAll(): Promise<void> {
  await stranger.subscribeAsync(participantTopic(SESSION, 'reply', BEN));
  const answered = new Promise<void>((done) => {
    stranger.once('message', () => done());
  });
  await stranger.publishAsync(...presenceOf(BEN), { qos: 1 });
  await answered;
}

it('the screen reads no more of one phone than a phone sends', async () => {
  for (let count = 0; count < 1_000; count += 1) stranger.publish(...resultOf(ADA));
  await readAll();
  expect(led.here).toBe(2);
  expect(led.arrived).toBeLessThan(100);
});

it('the screen counts no result while voting is closed, even of a phone that does not ask', async () => {
  led.screen.setState({ ...OPEN, phase: 'closed' });
  stranger.publish(...resultOf(ADA));
  await readAll();
  expect(led.here).toBe(2);
  expect(led.results).toEqual([]);
});

// Takes some seconds.
it.each(process.env['THOROUGH'] === '1' ? [10_000] : [])('the screen takes %d phones and no more', async (most) => {
  // It must know Ben, because it does not answer those who are too many.
  stranger.publish(...presenceOf(BEN));
  for (let count = 0; count < most + 50; count += 1) stranger.publish(...presenceOf(newParticipant()));
  await soon(() => expect(led.here).toBe(most));
  await readAll();
  expect(led.here).toBe(most);
});

it('a phone whose first message is lost says again that it is here', async () => {
  let lost = 0;
  loses = (topic) => {
    if (!topic.endsWith(ADA) || lost > 0) return false;
    lost += 1;
    return true;
  };
  const { phone } = join(url, ADA);
  await soon(() => expect(led.here).toBe(1));
  expect(lost).toBe(1);
  phone.close();
});

it('a phone answers a new state at once, and not only when it repeats itself', async () => {
  const ada = join(url, ADA, { repeat: 600_000 });
  await soon(() => expect(ada.state).toEqual(OPEN));
  ada.phone.send(result(ADA));
  await soon(() => expect(led.results).toHaveLength(1));
  led.screen.close();
  led = lead(url);
  await soon(() => expect([led.here, led.results.length]).toEqual([1, 1]));
  ada.phone.close();
});
