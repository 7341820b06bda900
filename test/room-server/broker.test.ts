import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { phoneAccount, screenAccount } from '../../src/room/accounts.ts';
import { openRoomBroker, type RoomBroker, type RoomBrokerOptions } from '../../src/room-server/broker.ts';
import {
  everyParticipant,
  LARGEST_MESSAGE,
  participantTopic,
  stateTopic,
  writePresence,
} from '../../src/room/messages.ts';

const SESSION = 'ABCDEFGH0123';
const KEY = 'a key that only the screen has';
const [ADA, BEN] = ['AAAA0123456789AB', 'BBBB0123456789AB'] as const;

let server: Server;
let broker: RoomBroker;
let url: string;
const clients: MqttClient[] = [];

const open = async (options: Partial<RoomBrokerOptions> = {}, port = 0) => {
  server = createServer();
  broker = await openRoomBroker(server, '/room-broker', { session: SESSION, hostKey: KEY, ...options });
  await new Promise<void>((done) => {
    server.listen(port, '127.0.0.1', () => done());
  });
  url = `ws://127.0.0.1:${String((server.address() as AddressInfo).port)}/room-broker`;
};
const close = async () => {
  await broker.close();
  await new Promise<void>((done) => {
    server.close(() => done());
  });
};

beforeEach(() => open());
afterEach(async () => {
  for (const client of clients.splice(0)) client.end(true);
  await close();
});

/** @returns a client that has connected @throws when it is refused */
async function connect(clientId: string, options: IClientOptions = {}): Promise<MqttClient> {
  const client = await mqtt.connectAsync(url, {
    clientId,
    ...phoneAccount(SESSION),
    reconnectPeriod: 0,
    connectTimeout: 5_000,
    ...options,
  });
  clients.push(client);
  return client;
}
const host = () => connect('screen-1', screenAccount(SESSION, KEY));

/** Resolves when a client has been disconnected by the broker. */
const dropped = (client: MqttClient) =>
  new Promise<void>((done) => {
    client.on('error', () => null);
    client.on('close', () => done());
  });

/** Resolves with the next message that a client gets. */
const heard = (client: MqttClient) =>
  new Promise<{ readonly topic: string; readonly text: string }>((done) => {
    client.once('message', (topic, payload) => done({ topic, text: payload.toString() }));
  });

describe('the broker of a room', () => {
  it('brings the state of the screen to all phones, and a reply to one', async () => {
    const screen = await host();
    const [ada, ben] = [await connect(ADA), await connect(BEN)];
    for (const [phone, id] of [
      [ada, ADA],
      [ben, BEN],
    ] as const)
      await phone.subscribeAsync([stateTopic(SESSION), participantTopic(SESSION, 'reply', id)], { qos: 1 });
    const first = [heard(ada), heard(ben)];
    await screen.publishAsync(stateTopic(SESSION), 'now', { qos: 1 });
    expect((await Promise.all(first)).map(({ text }) => text)).toEqual(['now', 'now']);
    const next = [heard(ada), heard(ben)];
    await screen.publishAsync(participantTopic(SESSION, 'reply', ADA), 'to Ada', { qos: 1 });
    await screen.publishAsync(stateTopic(SESSION), 'later', { qos: 1 });
    expect((await Promise.all(next)).map(({ text }) => text)).toEqual(['to Ada', 'later']);
  });

  it('tells the screen what phones send, and when they leave', async () => {
    const screen = await host();
    await screen.subscribeAsync([everyParticipant(SESSION, 'result'), everyParticipant(SESSION, 'presence')], {
      qos: 1,
    });
    const will = {
      topic: participantTopic(SESSION, 'presence', ADA),
      payload: Buffer.from(writePresence(false)),
      qos: 1,
      retain: false,
    } as const;
    const ada = await connect(ADA, { will });
    const result = heard(screen);
    await ada.publishAsync(participantTopic(SESSION, 'result', ADA), '{}', { qos: 1 });
    expect(await result).toEqual({ topic: participantTopic(SESSION, 'result', ADA), text: '{}' });
    const gone = heard(screen);
    ada.stream.destroy();
    expect(await gone).toEqual({ topic: will.topic, text: writePresence(false) });
  });

  it.each([
    ['of another session', ADA, phoneAccount('ZZZZZZZZ0123')],
    ['without a session', ADA, { username: undefined, password: undefined }],
    ['without a password', ADA, { password: undefined }],
    ['as the screen with a wrong key', 'screen-1', screenAccount(SESSION, `${KEY}?`)],
    ['as the screen with the password of the phones', 'screen-1', screenAccount(SESSION, SESSION)],
    ['with an id that is no participant’s', 'mallory', {}],
    ['with the id of every participant', '+', {}],
    ['that wants to be remembered', ADA, { clean: false }],
  ])('refuses a client %s', async (_, id, options) => {
    await expect(connect(id, options as IClientOptions)).rejects.toThrow('Connection refused');
    expect(broker.clients()).toBe(0);
  });

  it.each([
    ['the topic of another participant', participantTopic(SESSION, 'result', BEN), '{}', false],
    ['the topic of the screen', stateTopic(SESSION), '{}', false],
    ['the screen’s reply to another', participantTopic(SESSION, 'reply', BEN), '{}', false],
    ['the screen’s reply to itself', participantTopic(SESSION, 'reply', ADA), '{}', false],
    ['a topic of another session', participantTopic('ZZZZZZZZ0123', 'result', ADA), '{}', false],
    ['a topic of the broker', '$SYS/anything', '{}', false],
    ['its own topic, to be kept', participantTopic(SESSION, 'result', ADA), '{}', true],
    [
      'its own topic, with a message that is too large',
      participantTopic(SESSION, 'result', ADA),
      'x'.repeat(LARGEST_MESSAGE + 1),
      false,
    ],
    ['its own topic, with a megabyte', participantTopic(SESSION, 'result', ADA), 'x'.repeat(1_000_000), false],
  ])('disconnects a phone that publishes on %s, and the screen hears nothing', async (_, topic, text, retain) => {
    const screen = await host();
    const messages: string[] = [];
    screen.on('message', (from) => messages.push(from));
    await screen.subscribeAsync([everyParticipant(SESSION, 'result'), everyParticipant(SESSION, 'presence')]);
    const ada = await connect(ADA);
    const gone = dropped(ada);
    ada.publish(topic, text, { qos: 1, retain });
    await gone;
    const ben = await connect(BEN);
    const next = heard(screen);
    await ben.publishAsync(participantTopic(SESSION, 'result', BEN), '{}', { qos: 1 });
    expect((await next).topic).toBe(participantTopic(SESSION, 'result', BEN));
    expect(messages).toEqual([participantTopic(SESSION, 'result', BEN)]);
  });

  it.each([
    ['the results of others', everyParticipant(SESSION, 'result')],
    ['the replies to others', everyParticipant(SESSION, 'reply')],
    ['the reply to one other', participantTopic(SESSION, 'reply', BEN)],
    ['all sessions', 'blind-copy/#'],
    ['everything', '#'],
    ['the broker', '$SYS/#'],
    ['the state of another session', stateTopic('ZZZZZZZZ0123')],
  ])('does not let a phone hear %s', async (_, topic) => {
    const ada = await connect(ADA);
    await ada.subscribeAsync(topic, { qos: 1 }).catch(() => null);
    const screen = await host();
    const ben = await connect(BEN);
    const messages: string[] = [];
    ada.on('message', (from) => messages.push(from));
    await ben.publishAsync(participantTopic(SESSION, 'result', BEN), '{}', { qos: 1 });
    await screen.publishAsync(stateTopic(SESSION), 'now', { qos: 1 });
    await screen.publishAsync(participantTopic(SESSION, 'reply', BEN), 'to Ben', { qos: 1 });
    await ada.publishAsync(participantTopic(SESSION, 'presence', ADA), '{}', { qos: 1 });
    expect(messages).toEqual([]);
  });

  it('disconnects a phone that floods it, and keeps serving the others', async () => {
    const screen = await host();
    await screen.subscribeAsync(everyParticipant(SESSION, 'result'), { qos: 1 });
    const ada = await connect(ADA);
    const gone = dropped(ada);
    for (let count = 0; count < 10_000; count += 1) ada.publish(participantTopic(SESSION, 'result', ADA), 'x');
    await gone;
    const ben = await connect(BEN);
    const told = new Promise<void>((done) => {
      screen.on('message', (topic) => {
        if (topic.endsWith(BEN)) done();
      });
    });
    await ben.publishAsync(participantTopic(SESSION, 'result', BEN), '{}', { qos: 1 });
    await told;
    expect(ada.connected).toBe(false);
  });

  it('disconnects a phone that sends more messages than phones do, however small', async () => {
    const ada = await connect(ADA);
    const gone = dropped(ada);
    for (let count = 0; count < 300; count += 1) ada.publish(participantTopic(SESSION, 'result', ADA), 'x');
    await gone;
    expect(ada.connected).toBe(false);
  });

  it('reads no WebSocket message that is larger than any of a phone', async () => {
    const socket = new WebSocket(url, 'mqtt');
    await once(socket, 'open');
    socket.send(Buffer.alloc(20_000));
    // “Message too big” (RFC 6455, 7.4.1).
    expect(await once(socket, 'close')).toEqual([1009, expect.anything()]);
  });

  it('disconnects a phone that sends more bytes than phones do, even if they are no whole message', async () => {
    const ada = await connect(ADA, { keepalive: 0 });
    const gone = dropped(ada);
    // The header of a message of 256 megabytes.
    ada.stream.write(Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]));
    for (let count = 0; count < 40; count += 1) ada.stream.write(Buffer.alloc(4_000));
    await gone;
    expect(ada.connected).toBe(false);
  });

  it('refuses more clients than its limit', async () => {
    await close();
    await open({ mostClients: 1 });
    await connect(ADA);
    const ben = mqtt.connect(url, { clientId: BEN, ...phoneAccount(SESSION), reconnectPeriod: 0 });
    clients.push(ben);
    await dropped(ben);
    expect(ben.connected).toBe(false);
    expect(broker.clients()).toBe(1);
  });

  it('disconnects even the screen when it would have the broker keep its state', async () => {
    const screen = await host();
    const gone = dropped(screen);
    screen.publish(stateTopic(SESSION), 'now', { qos: 1, retain: true });
    await gone;
    const ada = await connect(ADA);
    const messages: string[] = [];
    ada.on('message', (topic) => messages.push(topic));
    await ada.subscribeAsync(stateTopic(SESSION), { qos: 1 });
    await ada.publishAsync(participantTopic(SESSION, 'presence', ADA), '{}', { qos: 1 });
    expect(messages).toEqual([]);
  });
});
