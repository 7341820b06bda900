import { createServer } from 'node:http';
import { openRoomBroker } from '../../../src/room-server/broker.ts';
import { mosquittoFiles } from '../../../src/room-server/mosquitto.ts';
import { findMosquitto, freePort, HOW_TO_GET_IT, startMosquitto } from '../../../tools/mosquitto-server.mjs';

/** A running broker of one session. */
export interface SessionBroker {
  readonly url: string;
  /** Ends it as a crash would. */
  readonly stop: () => Promise<void>;
  /** Starts it again at the same address. It has forgotten everything. */
  readonly start: () => Promise<void>;
  /** The process of a broker that has its own. */
  readonly pid: () => number | null;
}

export type BrokerKind = 'aedes' | 'mosquitto';

/** The broker that `npm run test:mosquitto` asks for; by default the embedded one. */
export const askedBroker = (): BrokerKind => (process.env['ROOM_BROKER'] === 'mosquitto' ? 'mosquitto' : 'aedes');

export async function openBroker(kind: BrokerKind, session: string, hostKey: string): Promise<SessionBroker> {
  const port = await freePort();
  const start = kind === 'aedes' ? () => embedded(port, session, hostKey) : () => mosquitto(port, session, hostKey);
  let running = await start();
  return {
    url: `ws://127.0.0.1:${String(port)}/room-broker`,
    stop: () => running.stop(),
    async start() {
      running = await start();
    },
    pid: () => running.pid,
  };
}

async function embedded(port: number, session: string, hostKey: string) {
  const server = createServer();
  const broker = await openRoomBroker(server, '/room-broker', { session, hostKey });
  await new Promise<void>((done) => {
    server.listen(port, '127.0.0.1', () => done());
  });
  return {
    pid: null,
    async stop() {
      await broker.close();
      await new Promise<void>((done) => {
        server.close(() => done());
        // A client that comes back at this moment would keep it open.
        server.closeAllConnections();
      });
    },
  };
}

async function mosquitto(port: number, session: string, hostKey: string) {
  const program = findMosquitto();
  if (program === undefined) throw new Error(HOW_TO_GET_IT);
  const { pid, kill } = await startMosquitto(program, port, (folder) => ({
    ...mosquittoFiles({ session, hostKey, port, folder }),
  }));
  return { pid, stop: kill };
}
