import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { phoneAccount, screenAccount } from '../../../src/room/accounts.ts';
import {
  everyParticipant,
  participantTopic,
  type RoomState,
  stateTopic,
  writePresence,
  writeReply,
  writeResult,
  writeState,
} from '../../../src/room/messages.ts';
import { askedBroker, openBroker, type SessionBroker } from './brokers.ts';
import { ADA, BEN, CLEO, join, type Joined, KEY, lead, type Led, OPEN, result, SESSION, soon } from './players.ts';

/** What a client of the session can send by itself, with the number of Mallory. */
const MALLORY = 'MMMM0123456789AB';

let broker: SessionBroker;
let led: Led;
let ada: Joined;
const hostile: MqttClient[] = [];

beforeEach(async () => {
  broker = await openBroker(askedBroker(), SESSION, KEY);
  led = lead(broker.url);
  ada = join(broker.url, ADA);
  await vi.waitUntil(() => ada.state !== null, { timeout: 20_000, interval: 10 });
});
afterEach(async () => {
  for (const client of hostile.splice(0)) client.end(true);
  ada.phone.close();
  led.screen.close();
  await broker.stop();
});

const client = (options: IClientOptions = {}): MqttClient => {
  const made = mqtt.connect(broker.url, {
    clientId: MALLORY,
    ...phoneAccount(SESSION),
    protocolVersion: 4,
    reconnectPeriod: 0,
    ...options,
  });
  made.on('error', () => null);
  hostile.push(made);
  return made;
};

const connected = (one: MqttClient) =>
  new Promise<boolean>((done) => {
    one.on('connect', () => done(true));
    one.on('close', () => done(false));
  });

/** What the screen and two phones have. */
interface Seen {
  readonly counted: readonly string[];
  readonly received: readonly number[];
  readonly status: readonly string[];
  readonly state: RoomState;
}
const BOTH: Seen = { counted: [ADA, BEN], received: [1, 1], status: ['connected', 'connected'], state: OPEN };

/** Has the first phone and one that comes now send. Returns what the screen and they have once nothing is missing. */
async function goOn(): Promise<Seen> {
  ada.phone.send(result(ADA));
  const ben = join(broker.url, BEN);
  ben.phone.send(result(BEN));
  const now = () => ({
    counted: led.results.map(({ participant }) => participant).toSorted(),
    received: [ada.received.size, ben.received.size],
    status: [led.status, ada.status],
    state: ada.state ?? OPEN,
  });
  await soon(() => expect(now()).toEqual(BOTH));
  const seen = now();
  ben.phone.close();
  return seen;
}

describe('a hostile client', () => {
  it.each([
    ['the result of another', participantTopic(SESSION, 'result', CLEO), writeResult(result(CLEO), 0)],
    ['the absence of another', participantTopic(SESSION, 'presence', ADA), writePresence(false)],
    ['the state of the screen', stateTopic(SESSION), writeState({ ...OPEN, phase: 'over' })],
    [
      'the reply of the screen',
      participantTopic(SESSION, 'reply', ADA),
      writeReply({ ...OPEN, level: null, group: 9_000, has: true }),
    ],
    ['a result in another session', participantTopic('ZZZZZZZZ0123', 'result', MALLORY), writeResult(result(CLEO), 0)],
    ['broken JSON', participantTopic(SESSION, 'result', MALLORY), '{"version":1,'],
    ['a result with a name', participantTopic(SESSION, 'result', MALLORY), '{"version":1,"name":"Ada"}'],
    ['one megabyte', participantTopic(SESSION, 'result', MALLORY), 'x'.repeat(1_000_000)],
  ])('cannot send %s, and the session goes on', async (_, topic, payload) => {
    const mallory = client();
    expect(await connected(mallory)).toBe(true);
    mallory.publish(topic, payload, { qos: 1 });
    expect(await goOn()).toEqual(BOTH);
    expect(led.here).toBe(2);
  });

  it.each([
    ['the id of everyone', { clientId: '+' }],
    ['an id that reaches into other topics', { clientId: `${ADA}/more` }],
    ['the user name of the screen', screenAccount(SESSION, 'guess')],
    ['another session', phoneAccount('ZZZZZZZZ0123')],
    ['no session', { username: undefined, password: undefined }],
    [
      'a will that speaks for the screen',
      {
        will: {
          topic: stateTopic(SESSION),
          payload: Buffer.from(writeState({ ...OPEN, phase: 'over' })),
          qos: 1,
          retain: false,
        },
      },
    ],
  ])('with %s can do nothing, and the session goes on', async (_, options) => {
    const mallory = client(options as IClientOptions);
    if (await connected(mallory)) {
      mallory.publish(participantTopic(SESSION, 'result', CLEO), writeResult(result(CLEO), 0), { qos: 1 });
      mallory.stream.destroy();
    }
    expect(await goOn()).toEqual(BOTH);
  });

  it('hears the state alone, whatever it subscribes to', async () => {
    const mallory = client();
    const heard: string[] = [];
    mallory.on('message', (topic) => heard.push(topic));
    await connected(mallory);
    for (const topic of [
      '#',
      '+/#',
      '$SYS/#',
      everyParticipant(SESSION, 'result'),
      participantTopic(SESSION, 'reply', ADA),
    ])
      await mallory.subscribeAsync(topic, { qos: 1 }).catch(() => null);
    expect(await goOn()).toEqual(BOTH);
    led.screen.setState({ ...OPEN, phase: 'closed' });
    await soon(() => expect(ada.state?.phase).toBe('closed'));
    expect(heard.filter((topic) => topic !== stateTopic(SESSION))).toEqual([]);
  });

  it('that has the broker keep a message for later leaves nothing behind', async () => {
    const mallory = client();
    await connected(mallory);
    const own = participantTopic(SESSION, 'result', MALLORY);
    mallory.publish(own, writeResult(result(MALLORY), 0), { qos: 1, retain: true });
    expect(await goOn()).toEqual(BOTH);
    mallory.end(true);
    led.screen.close();
    led = lead(broker.url);
    await soon(() => expect(led.results.map(({ participant }) => participant)).toEqual([ADA]));
  });

  it('that sends ten thousand messages at once loses no vote of the others, and counts once', async () => {
    const mallory = client();
    await connected(mallory);
    const [topic, payload] = [participantTopic(SESSION, 'result', MALLORY), writeResult(result(MALLORY), 0)];
    for (let count = 0; count < 10_000; count += 1) mallory.publish(topic, payload, { qos: 0 });
    ada.phone.send(result(ADA));
    const ben = join(broker.url, BEN);
    ben.phone.send(result(BEN));
    const others = () => led.results.map(({ participant }) => participant).filter((id) => id !== MALLORY);
    await soon(() => expect(others().toSorted()).toEqual([ADA, BEN]));
    await soon(() => expect([ada.received.size, ben.received.size]).toEqual([1, 1]));
    ben.phone.close();
    expect(led.results.filter(({ participant }) => participant === MALLORY).length).toBeLessThanOrEqual(1);
    // The screen reads no more than a phone may send.
    expect(led.arrived).toBeLessThan(400);
  });
});
