import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { openRoomBroker } from '../../src/room-server/broker.ts';
import { mosquittoFiles } from '../../src/room-server/mosquitto.ts';
import { BASE32_DIGITS } from '../../src/room/base32.ts';
import { joinRoom } from '../../src/room/live/phone.ts';
import { leadRoom } from '../../src/room/live/screen.ts';
import { addResult, type Results, spreadOf } from '../../src/room/tally.ts';
import { findMosquitto, freePort, startMosquitto } from '../../tools/mosquitto-server.mjs';
import { courseLevel } from '../engine/levels.ts';
import { printLines } from './line.ts';

/**
 * How long a result takes from a phone into the tally of the screen, when a whole hall sends: 300 phones at the same instant on
 * the embedded broker, 2,000 within one second on Mosquitto. Screen, broker and phones are processes of their own on one machine.
 */

const SESSION = 'ABCDEFGH0123';
const KEY = 'key';
const LEVEL = courseLevel('cv-to-rivals');
const PHONE_PROCESSES = 2;
/** After this the bench gives up. */
const LIMIT_MS = 120_000;

const idOf = (index: number) => String(index).padStart(16, BASE32_DIGITS.charAt(0));
const now = () => performance.timeOrigin + performance.now();
const urlOf = (port: number) => `ws://127.0.0.1:${String(port)}/room-broker`;

type Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'send'; readonly within: number }
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'sent'; readonly first: number; readonly at: readonly number[] };

/** Resolves with the first message of a kind. */
function hear<Kind extends Message['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<Message, { readonly kind: Kind }>> {
  return new Promise((resolve) => {
    child.on('message', (message: Message) => {
      if (message.kind === kind) resolve(message as Extract<Message, { readonly kind: Kind }>);
    });
  });
}

const tell = (message: Message) => process.send?.(message);

async function beBroker(): Promise<void> {
  const server = createServer();
  await openRoomBroker(server, '/room-broker', { session: SESSION, hostKey: KEY });
  server.listen(0, '127.0.0.1', () => tell({ kind: 'listening', port: (server.address() as AddressInfo).port }));
}

function bePhones(port: number, first: number, count: number): void {
  let heard = 0;
  const phones = Array.from({ length: count }, (_, index) => {
    const participant = idOf(first + index);
    let told = false;
    const phone = joinRoom({ url: urlOf(port), session: SESSION, participant }, ({ state }) => {
      if (told || state?.level !== LEVEL.id) return;
      told = true;
      heard += 1;
      if (heard === count) tell({ kind: 'ready' });
    });
    return { phone, participant };
  });
  process.on('message', (message: Message) => {
    if (message.kind !== 'send') return;
    const at: number[] = [];
    const send = (index: number, { phone, participant }: (typeof phones)[number]) => {
      const northwind = index % 2 === 0 ? 'cc' : 'separate';
      const placement = { northwind, southgale: 'cc' } as const;
      at[index] = now();
      phone.send({ level: LEVEL.id, participant, placement, prediction: null });
      if (index === count - 1) tell({ kind: 'sent', first, at });
    };
    for (const [index, one] of phones.entries()) {
      if (message.within === 0) send(index, one);
      else setTimeout(() => send(index, one), (message.within * index) / count);
    }
  });
}

/** Returns what a process has used: processor time in milliseconds, and memory at its most in MB. */
function usedBy(pid: number): { readonly processor: number; readonly memory: number } {
  const ticks = Number(spawnSync('getconf', ['CLK_TCK']).stdout.toString());
  // The second field is the program's name in parentheses, which may contain spaces.
  const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    .replace(/^.*\) /u, '')
    .split(' ');
  const [, memory = '0'] = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
  return {
    processor: Math.round(((Number(fields[11]) + Number(fields[12])) * 1000) / ticks),
    memory: Math.round(Number(memory) / 1024),
  };
}

const ownFile = fileURLToPath(import.meta.url);

async function until(holds: () => boolean): Promise<boolean> {
  const end = now() + LIMIT_MS;
  while (!holds()) {
    if (now() > end) return false;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
  return true;
}

interface Broker {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  readonly close: () => unknown;
}

async function embedded(): Promise<Broker> {
  const child = fork(ownFile, ['broker']);
  const { port } = await hear(child, 'listening');
  return { name: 'the embedded broker', port, pid: child.pid ?? 0, close: () => child.kill() };
}

async function mosquitto(program: string): Promise<Broker> {
  const port = await freePort();
  const { pid, kill } = await startMosquitto(program, port, (folder) => ({
    ...mosquittoFiles({ session: SESSION, hostKey: KEY, port, folder }),
  }));
  return { name: 'Mosquitto', port, pid, close: kill };
}

/** @param within milliseconds over which the phones send @returns whether every promise was kept */
async function fillRoom(broker: Broker, count: number, within: number): Promise<boolean> {
  let results: Results = [];
  let arrived = 0;
  let here = 0;
  const countedAt = new Map<string, number>();
  const begun = process.cpuUsage();
  const screen = leadRoom(
    { url: urlOf(broker.port), session: SESSION, key: KEY, state: { level: LEVEL.id, phase: 'open', group: 0 } },
    () => [LEVEL],
    {
      status: () => null,
      present: (phones) => {
        here = phones;
      },
      result(result) {
        arrived += 1;
        results = addResult(results, result);
        if (!countedAt.has(result.participant)) countedAt.set(result.participant, now());
      },
    },
  );
  const share = count / PHONE_PROCESSES;
  const phones = Array.from({ length: PHONE_PROCESSES }, (_, index) =>
    fork(ownFile, ['phones', String(broker.port), String(index * share), String(share)]),
  );
  await Promise.all(phones.map((child) => hear(child, 'ready')));
  const joined = await until(() => here === count);
  const sent = phones.map((child) => hear(child, 'sent'));
  for (const child of phones) child.send({ kind: 'send', within } satisfies Message);
  const times = await Promise.all(sent);
  const all = await until(() => results.length === count);
  // The screen's table, which is worked out once more than on the page.
  const counts = spreadOf(LEVEL, results).find(({ contact }) => contact === 'northwind')?.counts ?? [];
  const counted = counts.reduce((sum, one) => sum + one.count, 0);
  const delays = times.flatMap(({ at, first }) =>
    at.map((sentAt, index) => (countedAt.get(idOf(first + index)) ?? Infinity) - sentAt),
  );
  const sorted = delays.toSorted((a, b) => a - b);
  const slowest = sorted[Math.ceil(count * 0.99) - 1] ?? Infinity;
  const { user, system } = process.cpuUsage(begun);
  const { processor, memory } = usedBy(broker.pid);
  printLines([
    {
      what: `result of ${String(count)} phones ${within === 0 ? 'at once' : 'in one second'} in the tally, on ${broker.name}, 99th percentile`,
      against: 'sending it',
      measured: `${String(Math.round(slowest))} ms`,
      promised: 'at most 1,000 ms',
      kept: slowest <= 1000,
    },
    {
      what: 'results counted',
      against: `${String(count)} phones`,
      measured: String(counted),
      promised: String(count),
      kept: joined && all && counted === count,
    },
  ]);
  const screenMemory = Math.round(process.memoryUsage.rss() / 2 ** 20);
  console.log(
    `Median: ${String(Math.round(sorted[count >> 1] ?? 0))} ms. Broker: ${String(processor)} ms of processor time, ${String(memory)} MB at most. Screen: ${String(Math.round((user + system) / 1000))} ms, ${String(screenMemory)} MB. Messages that arrived twice: ${String(arrived - counted)}.`,
  );
  for (const child of phones) child.kill();
  screen.close();
  await broker.close();
  return slowest <= 1000 && counted === count;
}

const [role, ...args] = process.argv.slice(2);
if (role === 'broker') await beBroker();
else if (role === 'phones') {
  const [port = 0, first = 0, count = 0] = args.map(Number);
  bePhones(port, first, count);
} else {
  const kept = [await fillRoom(await embedded(), 300, 0)];
  const program = findMosquitto();
  if (program === undefined) console.log('Mosquitto is not installed, so its hall was skipped.');
  else kept.push(await fillRoom(await mosquitto(program), 2_000, 1_000));
  process.exit(kept.every(Boolean) ? 0 : 1);
}
