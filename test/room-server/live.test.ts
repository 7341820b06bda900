import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openRoomBroker, type RoomBroker } from '../../src/room-server/broker.ts';
import { joinRoom, type LivePhone, type LiveStatus } from '../../src/room/live/phone.ts';
import { leadRoom, type LiveScreen } from '../../src/room/live/screen.ts';
import type { RoomState } from '../../src/room/messages.ts';
import type { RoomResult } from '../../src/room/result.ts';
import { addResult, type Results } from '../../src/room/tally.ts';
import { courseLevel } from '../engine/levels.ts';

const SESSION = 'ABCDEFGH0123';
const KEY = 'the key';
const LEVELS = [courseLevel('cv-to-rivals')];
const OPEN: RoomState = { level: 'cv-to-rivals', phase: 'open' };
const IDS = ['AAAA0123456789AB', 'BBBB0123456789AB', 'CCCC0123456789AB'];

let server: Server;
let broker: RoomBroker;
let port = 0;
const closers: (() => void)[] = [];

const start = async () => {
  server = createServer();
  broker = await openRoomBroker(server, '/room-broker', { session: SESSION, hostKey: KEY });
  await new Promise<void>((done) => {
    server.listen(port, '127.0.0.1', () => done());
  });
  ({ port } = server.address() as AddressInfo);
};
const stop = async () => {
  await broker.close();
  await new Promise<void>((done) => {
    server.close(() => done());
  });
};
beforeEach(async () => {
  port = 0;
  await start();
});
afterEach(async () => {
  for (const close of closers.splice(0)) close();
  await stop();
});

const address = () => ({ url: `ws://127.0.0.1:${String(port)}/room-broker`, session: SESSION, reconnect: 50 });

/** Waits until something holds, with time for a busy machine. */
const soon = (holds: () => void) => vi.waitFor(holds, { timeout: 10_000, interval: 10 });

interface Led {
  readonly screen: LiveScreen;
  results: Results;
  here: number;
  status: LiveStatus;
}

function lead(key = KEY): Led {
  const led: { results: Results; here: number; status: LiveStatus } = { results: [], here: 0, status: 'connecting' };
  const screen = leadRoom({ ...address(), key }, () => LEVELS, {
    status: (status) => {
      led.status = status;
    },
    present: (here) => {
      led.here = here;
    },
    result: (result) => {
      led.results = addResult(led.results, result);
    },
  });
  closers.push(() => screen.close());
  return Object.assign(led, { screen });
}

interface Joined {
  readonly phone: LivePhone;
  status: LiveStatus;
  state: RoomState | null;
}

function join(participant: string, session = SESSION): Joined {
  const joined: { status: LiveStatus; state: RoomState | null } = { status: 'connecting', state: null };
  const phone = joinRoom({ ...address(), session, participant }, (status, state) => {
    joined.status = status;
    joined.state = state;
  });
  closers.push(() => phone.close());
  return Object.assign(joined, { phone });
}

const result = (participant: string): RoomResult => ({
  level: 'cv-to-rivals',
  participant,
  placement: { northwind: 'cc', southgale: 'cc' },
  prediction: null,
});

it('phones see which level is played, and the screen counts each phone and result once', async () => {
  const led = lead();
  led.screen.setState(OPEN);
  const phones = IDS.map((id) => join(id));
  await soon(() => expect(phones.map(({ state }) => state)).toEqual([OPEN, OPEN, OPEN]));
  for (const [index, { phone }] of phones.entries()) phone.send(result(IDS[index] ?? ''));
  phones[0]?.phone.send(result(IDS[0] ?? ''));
  await soon(() => expect(led.results).toHaveLength(3));
  await soon(() => expect(led.here).toBe(3));
  phones[0]?.phone.close();
  await soon(() => expect(led.here).toBe(2));
  expect(led.results).toHaveLength(3);
});

it('a reloaded screen gets everything again', async () => {
  const led = lead();
  led.screen.setState(OPEN);
  const ada = join(IDS[0] ?? '');
  await soon(() => expect(ada.state).toEqual(OPEN));
  ada.phone.send(result(IDS[0] ?? ''));
  await soon(() => expect(led.results).toHaveLength(1));
  led.screen.close();
  const again = lead();
  again.screen.setState(OPEN);
  await soon(() => expect(again.results).toHaveLength(1));
  expect(again.here).toBe(1);
});

it('a restarted broker loses nothing, and messages that were sent meanwhile arrive', async () => {
  const led = lead();
  led.screen.setState(OPEN);
  const [ada, ben] = [join(IDS[0] ?? ''), join(IDS[1] ?? '')];
  await soon(() => expect([ada.state, ben.state]).toEqual([OPEN, OPEN]));
  ada.phone.send(result(IDS[0] ?? ''));
  await soon(() => expect(led.results).toHaveLength(1));
  await stop();
  await soon(() => expect([led.status, ada.status, ben.status]).toEqual(['lost', 'lost', 'lost']));
  ben.phone.send(result(IDS[1] ?? ''));
  await start();
  await soon(() => expect([led.status, ada.status, ben.status]).toEqual(['connected', 'connected', 'connected']));
  await soon(() => expect(led.results).toHaveLength(2));
});

it('results that arrive after voting has closed do not count', async () => {
  const led = lead();
  led.screen.setState(OPEN);
  const [ada, ben] = [join(IDS[0] ?? ''), join(IDS[1] ?? '')];
  await soon(() => expect([ada.state, ben.state]).toEqual([OPEN, OPEN]));
  ada.phone.send(result(IDS[0] ?? ''));
  await soon(() => expect(led.results).toHaveLength(1));
  led.screen.setState({ ...OPEN, phase: 'closed' });
  await soon(() => expect(ben.state?.phase).toBe('closed'));
  ben.phone.send(result(IDS[1] ?? ''));
  led.screen.setState({ level: null, phase: 'open' });
  await soon(() => expect(ben.state?.level).toBeNull());
  expect(led.results).toHaveLength(1);
});

it('the session ends for everyone, and the broker keeps nothing of it', async () => {
  const led = lead();
  led.screen.setState(OPEN);
  const ada = join(IDS[0] ?? '');
  await soon(() => expect(ada.state).toEqual(OPEN));
  led.screen.end();
  await soon(() => expect(ada.status).toBe('over'));
  const late = join(IDS[1] ?? '');
  await soon(() => expect(late.status).toBe('connected'));
  expect(late.state).toBeNull();
});

it('a client with a wrong session or key is refused, and does not try again', async () => {
  const stranger = join(IDS[0] ?? '', 'ZZZZZZZZ0123');
  const led = lead('another key');
  await soon(() => expect([stranger.status, led.status]).toEqual(['refused', 'refused']));
  expect(broker.clients()).toBe(0);
});
