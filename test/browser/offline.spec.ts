import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { HEADERS } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { expect, test as base } from './fixtures.ts';
import { keptLevels, settled } from './offline-copies.ts';
import { card, deskReady, openDesk, sendAndWatch, skipReplay } from './player.ts';
import { testPage } from './built-page.ts';

const DIST = testPage();

/** A server of the built page that a test can stop, and whose files it can change. */
interface Host {
  readonly url: string;
  readonly stop: () => Promise<void>;
  readonly change: (file: string, change: (text: string) => string) => void;
}

// A server for each test: nothing that another one stopped or changed stays so.
const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'hosted-'));
    cpSync(DIST, folder, { recursive: true });
    const { url, close } = await serve({ folder, prefix: '/a/b/', headers: HEADERS });
    let open = true;
    const stop = async () => {
      if (open) await close();
      open = false;
    };
    await use({
      url,
      stop,
      change: (file, change) => {
        const path = join(folder, file);
        writeFileSync(path, change(existsSync(path) ? readFileSync(path, 'utf8') : ''));
      },
    });
    await stop();
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ host }, use) => {
    await use(host.url);
  },
});
test.use({ serviceWorkers: 'allow' });

/** Gives each contact of the level a separate mail, by keyboard, and plays the level to its end. */
async function playByKeys(page: Page, level: string): Promise<void> {
  await page.locator(`[data-level="${level}"] a`).click();
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
  const contacts = await page
    .locator('.twin-card')
    .evaluateAll((cards) => cards.map((element) => element.getAttribute('data-contact') ?? ''));
  for (const contact of contacts) {
    await card(page, contact).focus();
    await page.keyboard.press('4');
  }
  await expect(page.locator('.twin-card[data-field="none"]')).toHaveCount(0);
  await sendAndWatch(page);
  await skipReplay(page);
  await page.locator('[data-go-on]').click();
  await expect(page.locator('[data-stars]')).toBeVisible();
}

test('a changed level is picked up, and a new version is offered at home, but never in the middle of a level', async ({
  page,
  host,
}) => {
  // The code that draws a desk, read while the home page starts, because it is on the device.
  const readAhead = page.locator('link[rel="modulepreload"][fetchpriority="low"]');
  await page.goto('./');
  await settled(page);
  await expect(readAhead).toHaveCount(0);
  host.change('levels/cv-to-rivals.json', (text) => text.replace('One CV, two rivals', 'One CV, three rivals'));
  await page.reload();
  await expect(page.locator('[data-level="cv-to-rivals"]')).toContainText('three rivals');
  await expect(readAhead).toHaveCount(2);

  await openDesk(page, 'cv-to-rivals');
  await card(page, 'northwind').focus();
  await page.keyboard.press('4');
  await page.evaluate(() => Object.assign(globalThis, { samePage: true }));
  const next = '<html data-version="next"';
  host.change('index.html', (text) => text.replace('<html', next));
  host.change('sw.js', (text) => text.replace(/(url:.index\.html.,revision:.)\w+/, '$1next'));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null)).toBe(true);
  await expect(card(page, 'northwind')).toHaveAttribute('data-field', 'separate');
  await expect(page.locator('[data-update]')).toHaveCount(0);
  expect(await page.evaluate(() => 'samePage' in globalThis)).toBe(true);

  await page.evaluate(() => {
    location.hash = '#/';
  });
  await expect(page.locator('[data-update]')).toBeVisible();
  expect(await page.evaluate(() => 'samePage' in globalThis)).toBe(true);
  await page.locator('[data-take-update]').click();
  await expect(page.locator('html[data-version="next"]')).toBeAttached();
  await expect(page.locator('[data-update]')).toHaveCount(0);
  await page.locator('[data-level="cv-to-rivals"] a').click();
  await page.locator('[data-to-desk]').or(page.locator('.twin-card').first()).first().waitFor({ state: 'attached' });
  await expect(card(page, 'northwind')).toHaveAttribute('data-field', 'separate');
});

test('the fonts of the current script are cached from the first visit on, and no others @thorough', async ({
  page,
}) => {
  const keptFonts = () =>
    page.evaluate(async () =>
      (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
        .flat()
        .map(({ url }) => /noto-sans-[a-z-]+(?=-.{8}\.woff2)/.exec(url)?.[0] ?? '')
        .filter(Boolean)
        .toSorted(),
    );
  await page.goto('./?lang=ar');
  await settled(page);
  await expect.poll(keptFonts).toEqual(['noto-sans-arabic-small']);
  // A language that is chosen later, and its levels that were not opened yet.
  await page.locator('[data-settings]').first().click();
  await page.getByRole('radio', { name: '日本語' }).check();
  await expect
    .poll(keptFonts)
    .toEqual([
      'noto-sans-arabic-small',
      ...['first-level', 'home', 'other-levels', 'practice'].map((stage) => `noto-sans-jp-small-${stage}`),
    ]);
});

test('erasing removes the offline copy too, and it does not come back by itself', async ({ page }) => {
  await page.goto('./');
  await settled(page);
  const left = () =>
    page.evaluate(async () => ({
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      caches: await caches.keys(),
      storage: Object.keys(localStorage),
    }));
  expect((await left()).workers).toBe(1);
  expect((await left()).caches.length).toBeGreaterThan(1);
  await page.evaluate(() => (location.hash = '#/privacy'));
  await page.locator('[data-page-erase]').click();
  await page.locator('[data-page-erase-yes]').click();
  await expect(page.locator('[data-page-erased]')).toBeVisible();
  expect(await left()).toEqual({ workers: 0, caches: [], storage: [] });
  // The erased worker still serves this page until it is left, and must not cache anything again.
  await page.evaluate(() => (location.hash = '#/'));
  await expect(page.locator('[data-level] a').first()).toBeVisible();
  await page.evaluate(() => fetch('levels/course.json', { cache: 'no-cache' }));
  expect(await left()).toEqual({ workers: 0, caches: [], storage: [] });
  // A new language needs new files, which a worker would cache.
  await page.locator('[data-settings]').first().click();
  await page.getByRole('radio', { name: 'Français' }).check();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.waitForTimeout(500);
  expect((await left()).caches).toEqual([]);
});

test('the worker stays out of a frame of another page @thorough', async ({ page }) => {
  await page.route('**/frame.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><iframe src="./"></iframe>' }),
  );
  await page.goto('./frame.html');
  await expect(page.frameLocator('iframe').locator('[data-level] a').first()).toBeAttached();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('the game can be installed', async ({ page }) => {
  await page.goto('./');
  await settled(page);
  const devtools = await page.context().newCDPSession(page);
  const { url, errors, data } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toMatch(/\/a\/b\/assets\/app\.webmanifest$/);
  const manifest = JSON.parse(data ?? '') as {
    start_url: string;
    scope: string;
    icons: { src: string; sizes: string }[];
  };
  const pageUrl = new URL('.', page.url()).href;
  expect([new URL(manifest.start_url, url).href, new URL(manifest.scope, url).href]).toEqual([pageUrl, pageUrl]);
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (icon) => {
      const image = new Image();
      image.src = icon;
      await image.decode();
      return `${String(image.naturalWidth)}x${String(image.naturalHeight)}`;
    }, new URL(src, url).href);
    if (sizes !== 'any') expect(size).toBe(sizes);
  }
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // Tests run in private windows, where nothing can be installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('the whole course can be played without the server, including a level that the trainer added @thorough', async ({
  page,
  host,
  problems,
}) => {
  test.setTimeout(120_000);
  const own = readFileSync(join(DIST, 'levels/cv-to-rivals.json'), 'utf8');
  host.change('levels/course.json', (text) => text.replace('"levels": [', '"levels": ["trainers-own.json", '));
  host.change('levels/trainers-own.json', () => own.replace('"id": "cv-to-rivals"', '"id": "trainers-own"'));
  await page.goto('./');
  await settled(page);
  await expect.poll(() => keptLevels(page)).toContain('trainers-own.json');
  await expect.poll(() => keptLevels(page)).toContain('course.json');

  // The page tries the server first, which is gone.
  problems.expect(/ERR_CONNECTION_REFUSED/);
  await host.stop();
  for (const level of ['trainers-own', 'cv-to-rivals', 'survey-mailing', 'forum-privacy-reply']) {
    await page.goto(`./?lang=${level === 'survey-mailing' ? 'de' : 'en'}`);
    await playByKeys(page, level);
  }
});

test('practice works without the server @thorough', async ({ page, host, problems }) => {
  await page.goto('./');
  await settled(page);
  await expect.poll(() => keptLevels(page)).toContain('course.json');
  problems.expect(/ERR_CONNECTION_REFUSED/);
  await host.stop();
  await page.goto('./?lang=de#/spot');
  await page.locator('[data-practice-start]').click();
  await expect(page.locator('[data-spot]')).toBeVisible();
  await page.goto('./?lang=de#/check');
  await page.locator('[data-practice-start]').click();
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
});
