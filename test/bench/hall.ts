import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { openRoomBroker } from '../../src/room-server/broker.ts';
import { mosquittoFiles } from '../../src/room-server/mosquitto.ts';
import { PARTICIPANT_LENGTH, SHORT_LENGTH } from '../../src/room/participant.ts';
import { joinRoom } from '../../src/room/live/phone.ts';
import { freePort, startMosquitto } from '../../tools/mosquitto-server.mjs';
import { HEADERS } from '../../tools/policy.mjs';
import { courseLevel } from '../engine/levels.ts';

/** The processes of a simulated hall: a broker, with or without the page beside it, and phones. */

export const SESSION = 'ABCDEFGH0123';
export const KEY = 'key';
export const LEVEL = courseLevel('cv-to-rivals');
const PHONE_PROCESSES = 2;
/** After this the bench gives up. */
const LIMIT_MS = 120_000;

/** Numbers differ at their beginning, as random ones do. */
export const idOf = (index: number) => String(index).padStart(SHORT_LENGTH, '0').padEnd(PARTICIPANT_LENGTH, '0');
export const now = () => performance.timeOrigin + performance.now();
export const urlOf = (port: number) => `ws://127.0.0.1:${String(port)}/room-broker`;

export type Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'send'; readonly within: number }
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'sent'; readonly first: number; readonly at: readonly number[] };

/** Resolves with the first message of a kind. */
export function hear<Kind extends Message['kind']>(
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

/** @param folder the page that is served beside the broker */
export async function beBroker(folder: string): Promise<void> {
  const headers = Object.entries(HEADERS);
  const files = sirv(folder, {
    setHeaders: (answer) => headers.forEach(([name, value]) => answer.setHeader(name, value)),
  });
  const server = createServer((request, answer) => files(request, answer));
  await openRoomBroker(server, '/room-broker', { session: SESSION, hostKey: KEY });
  server.listen(0, '127.0.0.1', () => tell({ kind: 'listening', port: (server.address() as AddressInfo).port }));
}

export function bePhones(port: number, first: number, count: number): void {
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
export function usedBy(pid: number): { readonly processor: number; readonly memory: number } {
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

/** The bench is one file, which plays every part. */
const ownFile = fileURLToPath(import.meta.url);

export async function until(holds: () => boolean): Promise<boolean> {
  const end = now() + LIMIT_MS;
  while (!holds()) {
    if (now() > end) return false;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
  return true;
}

export interface Broker {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  readonly close: () => unknown;
}

/** @param folder the page that is served beside the broker, as `npm run room` does */
export async function embedded(folder: string): Promise<Broker> {
  const child = fork(ownFile, ['broker', folder]);
  const { port } = await hear(child, 'listening');
  return { name: 'the embedded broker', port, pid: child.pid ?? 0, close: () => child.kill() };
}

export async function mosquitto(program: string): Promise<Broker> {
  const port = await freePort();
  const { pid, kill } = await startMosquitto(program, port, (folder) => ({
    ...mosquittoFiles({ session: SESSION, hostKey: KEY, port, folder }),
  }));
  return { name: 'Mosquitto', port, pid, close: kill };
}

/** The phones of a hall, in processes of their own. */
export interface Phones {
  /** Has them all send. @returns when each sent, by the number of the phone */
  readonly send: (within: number) => Promise<readonly number[]>;
  readonly close: () => void;
}

/** Opens phones. @returns once all of them know the level */
export async function openPhones({ port }: Broker, count: number): Promise<Phones> {
  const share = count / PHONE_PROCESSES;
  const children = Array.from({ length: PHONE_PROCESSES }, (_, index) =>
    fork(ownFile, ['phones', String(port), String(index * share), String(share)]),
  );
  await Promise.all(children.map((child) => hear(child, 'ready')));
  return {
    async send(within) {
      const sent = children.map((child) => hear(child, 'sent'));
      for (const child of children) child.send({ kind: 'send', within } satisfies Message);
      const times = await Promise.all(sent);
      return times.toSorted((one, other) => one.first - other.first).flatMap(({ at }) => at);
    },
    close() {
      for (const child of children) child.kill();
    },
  };
}
