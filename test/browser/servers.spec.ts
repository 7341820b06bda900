import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { HEADERS } from '../../tools/policy.mjs';
import { expect, test as base } from './fixtures.ts';
import { settled } from './offline-copies.ts';
import { card, deskReady, goOn, placeAll, sendAndWatch, skipReplay } from './player.ts';
import { findServer, REAL_SERVERS, startServer, versionOf, type RealServer } from './real-servers.ts';
import { testPage } from './built-page.ts';

// `npm run test:servers`: the files of docs/hosting/ in their servers; servers that are not installed are skipped.

const DIST = testPage();
const FILES = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(DIST.length + 1));

const TYPES: Readonly<Record<string, RegExp>> = {
  html: /^text\/html/,
  js: /^text\/javascript/,
  css: /^text\/css/,
  json: /^application\/json/,
  webmanifest: /^application\/manifest\+json/,
  svg: /^image\/svg\+xml/,
  png: /^image\/png/,
  woff2: /^font\/woff2/,
};
const NAMED = /-[\w-]{8}\.(js|css|woff2)$/;
const ending = (file: string) => file.slice(file.lastIndexOf('.') + 1);
/** One file of each type, both with names that change and with fixed ones. */
const SAMPLES = FILES.filter(
  (file, index) =>
    FILES.findIndex((other) => ending(other) === ending(file) && NAMED.test(other) === NAMED.test(file)) === index,
);

/** The tests' own `test`, whose site is this server, which a test can stop. */
const testOf = (server: RealServer, prefix: string) =>
  base.extend({
    site: [
      async ({}, use) => {
        const { url, close } = await startServer(server, prefix);
        let open = true;
        const stop = async () => {
          if (open) await close();
          open = false;
        };
        await use({ url, close: stop });
        await stop();
      },
      { scope: 'worker' },
    ],
  });

function expectHeaders(headers: Headers): void {
  for (const [name, value] of Object.entries(HEADERS)) expect(headers.get(name), name).toBe(value);
}

async function playFirst(page: Page): Promise<void> {
  await page.locator('[data-level="cv-to-rivals"] a').click();
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
  await card(page, 'northwind').focus();
  await placeAll(page, { northwind: 'separate', southgale: 'separate' });
  await sendAndWatch(page);
  await skipReplay(page);
  await goOn(page);
  await expect(page.locator('[data-stars]')).toBeVisible();
}

for (const server of REAL_SERVERS) {
  for (const prefix of ['/', '/a/b/']) {
    const test = testOf(server, prefix);
    test.describe(`${server.name} at ${prefix} @servers`, () => {
      test.use({ serviceWorkers: 'allow' });
      test.skip(findServer(server) === undefined, `${server.name} is not here: apt-get install ${server.from}`);

      test('sends every kind of file correctly', async ({ site }) => {
        test.info().annotations.push({ type: 'version', description: versionOf(server) });
        expect(new Set(SAMPLES.map(ending))).toEqual(new Set(Object.keys(TYPES)));
        for (const file of ['', ...SAMPLES]) {
          const url = new URL(file, site.url);
          const answer = await fetch(url);
          const size = (await answer.arrayBuffer()).byteLength;
          expect([file, answer.status]).toEqual([file, 200]);
          expectHeaders(answer.headers);
          expect(answer.headers.get('Content-Type'), file).toMatch(TYPES[ending(file || 'index.html')] ?? /^$/);
          expect(answer.headers.get('Cache-Control'), file).toBe(
            NAMED.test(file) ? 'max-age=31536000, immutable' : 'no-cache',
          );
          const packed = answer.headers.get('Content-Encoding');
          if (/\.(png|woff2)$/.test(file)) expect(packed, file).toBeNull();
          else if (size > 1024) expect(packed, file).toMatch(/^(gzip|br|zstd)$/);

          // Sent again only when it has changed, compressed or not.
          const again = await fetch(url, {
            headers: { 'If-None-Match': answer.headers.get('ETag') ?? '', 'Cache-Control': 'max-age=0' },
          });
          expect([file, again.status]).toEqual([file, 304]);
          expectHeaders(again.headers);
        }
      });

      test('caches no error for a year, and redirects to the folder', async ({ site }) => {
        for (const file of ['nothing.json', 'assets/gone-12345678.js']) {
          const answer = await fetch(new URL(file, site.url));
          expect([file, answer.status]).toEqual([file, 404]);
          expectHeaders(answer.headers);
          expect(answer.headers.get('Cache-Control') ?? 'no-cache').toBe('no-cache');
        }
        if (prefix === '/') return;
        const led = await fetch(site.url.slice(0, -1), { redirect: 'manual' });
        expect([led.status, new URL(led.headers.get('Location') ?? '', site.url).href]).toEqual([301, site.url]);
      });

      test('hosts a whole play, and the next one works without the server', async ({ page, site, problems }) => {
        await page.goto('./');
        await settled(page);
        await playFirst(page);
        problems.expect(/ERR_CONNECTION_REFUSED/);
        await site.close();
        await page.goto('./?again');
        await playFirst(page);
      });
    });
  }
}
