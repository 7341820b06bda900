import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openRoomBroker } from '../../src/room-server/broker.ts';
import { BASE32_DIGITS } from '../../src/room/base32.ts';
import { joinRoom } from '../../src/room/live/phone.ts';
import { leadRoom } from '../../src/room/live/screen.ts';
import type { RoomResult } from '../../src/room/result.ts';
import { addResult, type Results, spreadOf } from '../../src/room/tally.ts';
import { courseLevel } from '../engine/levels.ts';
import { printLines } from './line.ts';

/** How long a result takes from a phone into the tally of the screen, with a whole hall of phones on one broker. */

const PHONES = 300;
const SESSION = 'ABCDEFGH0123';
const LEVEL = courseLevel('cv-to-rivals');
const STATE = { level: LEVEL.id, phase: 'open' } as const;

const idOf = (index: number) => String(index).padStart(16, BASE32_DIGITS.charAt(0));

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}

const server = createServer();
const broker = await openRoomBroker(server, '/room-broker', { session: SESSION, hostKey: 'key' });
await new Promise<void>((done) => {
  server.listen(0, '127.0.0.1', () => done());
});
const address = {
  url: `ws://127.0.0.1:${String((server.address() as AddressInfo).port)}/room-broker`,
  session: SESSION,
};

let results: Results = [];
const sentAt = new Map<string, number>();
const delays: number[] = [];
const screen = leadRoom({ ...address, key: 'key' }, () => [LEVEL], {
  status: () => null,
  present: () => null,
  result(result) {
    results = addResult(results, result);
    spreadOf(LEVEL, results);
    delays.push(performance.now() - (sentAt.get(result.participant) ?? 0));
  },
});
screen.setState(STATE);

let heard = 0;
const begun = process.cpuUsage();
const phones = Array.from({ length: PHONES }, (_, index) => {
  const participant = idOf(index);
  let told = false;
  const phone = joinRoom({ ...address, participant }, (_status, state) => {
    if (told || state?.level !== LEVEL.id) return;
    told = true;
    heard += 1;
  });
  return { phone, participant };
});
await until(() => heard === PHONES);
for (const [index, { phone, participant }] of phones.entries()) {
  const result: RoomResult = {
    level: LEVEL.id,
    participant,
    placement: { northwind: index % 2 === 0 ? 'cc' : 'separate', southgale: 'cc' },
    prediction: null,
  };
  sentAt.set(participant, performance.now());
  phone.send(result);
}
await until(() => results.length === PHONES);
const { user, system } = process.cpuUsage(begun);
const slowest = delays.toSorted((a, b) => a - b)[Math.ceil(PHONES * 0.99) - 1] ?? Infinity;
const counts = spreadOf(LEVEL, results).find(({ contact }) => contact === 'northwind')?.counts ?? [];
const counted = counts.reduce((sum, { count }) => sum + count, 0);

printLines([
  {
    what: `result of ${String(PHONES)} phones at once in the tally, 99th percentile`,
    against: 'sending it',
    measured: `${String(Math.round(slowest))} ms`,
    promised: 'at most 1,000 ms',
    kept: slowest <= 1000,
  },
  {
    what: 'results counted',
    against: `${String(PHONES)} phones`,
    measured: String(counted),
    promised: String(PHONES),
    kept: counted === PHONES,
  },
]);
console.log(
  `Processor: ${String(Math.round((user + system) / 1000))} ms for broker, screen and all phones; memory: ${String(Math.round(process.memoryUsage.rss() / 2 ** 20))} MB.`,
);
for (const { phone } of phones) phone.close();
screen.close();
await broker.close();
server.close();
process.exit(counted === PHONES && slowest < 1000 ? 0 : 1);
