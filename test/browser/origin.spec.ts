import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { HEADERS } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { expect, test as base } from './fixtures.ts';
import { testPage } from './built-page.ts';
import { settled } from './offline-copies.ts';

const DIST = testPage();
/** File types that some servers do not know, and answer with 404. */
const DECORATION = /\.(webmanifest|svg|png|woff2)$/;

/** The folders of one origin, each with its own game. */
const FOLDERS = ['a', 'b', 'plain'] as const;

interface Origin {
  readonly at: (folder: (typeof FOLDERS)[number]) => string;
  /** Starts the server, unless it is running. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A server of several games that a test can stop; the one in `plain` does not serve decoration. */
const test = base.extend<object, { origin: Origin }>({
  origin: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'origin-'));
      for (const name of FOLDERS) {
        const filter = (file: string) => name !== 'plain' || !DECORATION.test(file);
        cpSync(DIST, join(folder, name), { recursive: true, filter });
      }
      const options = { folder, prefix: '/', headers: HEADERS };
      let server: Awaited<ReturnType<typeof serve>> | null = await serve(options);
      const { url } = server;
      const stop = async () => {
        await server?.close();
        server = null;
      };
      const start = async () => {
        server ??= await serve({ ...options, port: Number(new URL(url).port) });
      };
      await use({ at: (name) => `${url}${name}/`, start, stop });
      await stop();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  site: [async ({ origin }, use) => use({ url: origin.at('a'), close: origin.stop }), { scope: 'worker' }],
});
test.beforeEach(({ origin }) => origin.start());
test.use({ serviceWorkers: 'allow' });

const CV = '[data-level="cv-to-rivals"]';

async function eraseEverything(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/privacy'));
  await page.locator('[data-page-erase]').click();
  await page.locator('[data-page-erase-yes]').click();
  await expect(page.locator('[data-page-erased]')).toBeVisible();
}

test.describe('two games on one origin', () => {
  test('do not share progress, and what an earlier version kept goes to one of them', async ({ page, origin }) => {
    await page.addInitScript(() => {
      if (sessionStorage.getItem('test-kept') !== null) return;
      sessionStorage.setItem('test-kept', '1');
      const results = { 'cv-to-rivals': { stars: 3, score: 100, routing: null, at: 0 } };
      localStorage.setItem('blind-copy', JSON.stringify({ version: 2, results }));
    });
    await page.goto(origin.at('a'));
    await expect(page.locator(CV)).toContainText('3 of 3');
    await page.goto(origin.at('b'));
    await expect(page.locator(`${CV} a`)).toBeVisible();
    await expect(page.locator(CV)).not.toContainText('3 of 3');
    await eraseEverything(page);
    await page.goto(origin.at('a'));
    await expect(page.locator(CV)).toContainText('3 of 3');
    expect(await page.evaluate(() => localStorage.getItem('blind-copy'))).toBeNull();
  });

  test("do not follow each other's changes in another tab @thorough", async ({ page, context, origin }) => {
    await page.goto(origin.at('a'));
    await expect(page.locator(`${CV} a`)).toBeVisible();
    const other = await context.newPage();
    await other.goto(origin.at('b'));
    await other.locator('[data-settings]').first().click();
    await other.getByRole('radio', { name: 'Deutsch' }).check();
    await expect(other.locator('html')).toHaveAttribute('lang', 'de');
    await page.bringToFront();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.reload();
    await expect(page.locator(`${CV} a`)).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });

  test('one still works without its server after the other was erased @thorough', async ({
    page,
    origin,
    problems,
  }) => {
    await page.goto(origin.at('a'));
    await settled(page);
    await page.goto(origin.at('b'));
    await settled(page);
    await eraseEverything(page);
    expect(await page.evaluate(async () => (await caches.keys()).filter((name) => name.endsWith('/b/')))).toEqual([]);
    // The page tries the server first, which is gone.
    problems.expect(/ERR_CONNECTION_REFUSED/);
    await origin.stop();
    await page.goto(origin.at('a'));
    await expect(page.locator(`${CV} a`)).toBeVisible();
    await page.locator(`${CV} a`).click();
    await expect(page.locator('[data-to-desk]')).toBeVisible();
  });

  test('the copies that an earlier version shared go to the page that they belong to @thorough', async ({
    page,
    origin,
  }) => {
    // A page of the origin that is not a game, so that it has no worker yet.
    await page.route('**/seed.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' }),
    );
    await page.goto(`${origin.at('a')}seed.html`);
    await page.evaluate(
      async ([a, b]) => {
        const shared = await caches.open('blind-copy-levels');
        await shared.put(`${a!}levels/mine.json`, new Response('{}'));
        await shared.put(`${b!}levels/theirs.json`, new Response('{}'));
      },
      [origin.at('a'), origin.at('b')],
    );
    await page.goto(origin.at('a'));
    await settled(page);
    const kept = await page.evaluate(async () => ({
      shared: (await (await caches.open('blind-copy-levels')).keys()).map(({ url }) => new URL(url).pathname),
      own:
        (await caches.match('levels/mine.json', {
          cacheName: `blind-copy-levels-${new URL('.', location.href).href}`,
        })) !== undefined,
    }));
    expect(kept).toEqual({ shared: ['/b/levels/theirs.json'], own: true });
  });
});

test('a host that does not serve the manifest, images and fonts does not prevent offline play', async ({
  page,
  origin,
  problems,
}) => {
  problems.expect(/404/);
  await page.goto(origin.at('plain'));
  await settled(page);
  // A file in transit is reset, the others are refused.
  problems.expect(/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|ERR_FAILED/);
  await origin.stop();
  await page.goto(`${origin.at('plain')}#/level/cv-to-rivals`);
  await page.reload();
  await expect(page.locator('[data-to-desk]')).toBeVisible();
});
