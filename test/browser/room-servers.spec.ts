import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mosquittoFiles } from '../../src/room-server/mosquitto.ts';
import { findMosquitto, freePort, HOW_TO_GET_IT, startMosquitto } from '../../tools/mosquitto-server.mjs';
import { expect, test as base } from './fixtures.ts';
import { joinAtDesk, KEY, SCREEN, SESSION } from './live-site.ts';
import { placeAll, sendAndWatch } from './player.ts';
import { findServer, REAL_SERVERS, startServer } from './real-servers.ts';

// `npm run test:servers`: a session as docs/room.md sets it up for a large event, with TLS.

const PREFIX = '/blind-copy/';
const nginx = REAL_SERVERS.find(({ name }) => name === 'nginx');
const mosquitto = findMosquitto();

/** The block of docs/room.md that a host adds to nginx. */
function brokerLocation(port: number): string {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/room.md'), 'utf8');
  const [, block = ''] = /```nginx\n(location[^`]+)```/u.exec(guide) ?? [];
  if (!block.includes('127.0.0.1:9001')) throw new Error('docs/room.md has no block for nginx.');
  return block.replace('9001', String(port));
}

interface Broker {
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
}

const test = base.extend<object, { broker: Broker & { readonly port: number } }>({
  broker: [
    async ({}, use) => {
      const port = await freePort();
      const start = () =>
        startMosquitto(mosquitto ?? '', port, (folder) => ({
          ...mosquittoFiles({ session: SESSION, hostKey: KEY, port, folder }),
        }));
      let running = await start();
      await use({
        port,
        kill: () => running.kill(),
        async start() {
          running = await start();
        },
      });
      await running.kill();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ broker }, use) => {
      if (!nginx) throw new Error('nginx is not in the list of servers.');
      const site = await startServer(nginx, PREFIX, { tls: true, locations: brokerLocation(broker.port) });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
});

test.describe('a session behind nginx @servers', () => {
  test.use({ ignoreHTTPSErrors: true });
  test.skip(mosquitto === undefined, HOW_TO_GET_IT);
  test.skip(!nginx || findServer(nginx) === undefined, 'nginx is not here: apt-get install nginx-light');

  test('reaches Mosquitto over TLS, also after it was killed', async ({ page: screen, browser, broker, problems }) => {
    const sockets: string[] = [];
    screen.on('websocket', (socket) => sockets.push(socket.url()));
    await screen.goto(SCREEN);
    await expect(screen.locator('[data-live="connected"]')).toBeVisible();
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      baseURL: new URL('.', screen.url()).href,
      reducedMotion: 'reduce',
    });
    const phone = await context.newPage();
    await joinAtDesk(phone);
    await expect(screen.locator('[data-here]')).toHaveAttribute('data-here', '1');

    // nginx answers 502 while the broker is gone.
    problems.expect(/WebSocket connection.*502/);
    const refused = screen.waitForEvent('console', (message) => message.text().includes('502'));
    await broker.kill();
    await expect(screen.locator('[data-live="lost"]')).toBeVisible();
    await refused;
    await placeAll(phone, { northwind: 'cc', southgale: 'cc' });
    await sendAndWatch(phone);
    await broker.start();
    await expect(screen.locator('[data-room-results]')).toHaveAttribute('data-room-results', '1');
    await expect(screen.locator('[data-here]')).toHaveAttribute('data-here', '1');
    expect(new Set(sockets)).toEqual(new Set([screen.url().replace(/^https(.*)\?.*$/, 'wss$1room-broker')]));
    await context.close();
  });
});
