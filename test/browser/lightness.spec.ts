import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { deskReady, drag, placeAll, goOn, sendAndWatch, skipReplay } from './player.ts';
import { testPage } from './built-page.ts';

const DIST = testPage();
const KIB = 1024;
/** Already compressed: a host sends them unchanged. */
const COMPRESSED = /\.(woff2|png|webp|jpg)$/;

/** The best compression takes seconds. */
const sizes = new Map<string, number>();

/**
 * The bytes that a host sends for a file of the built page, with the best Brotli, as servers store it for unchanging
 * files.
 */
function transferSize(path: string): number {
  let size = sizes.get(path);
  if (size === undefined) {
    const bytes = readFileSync(join(DIST, path));
    size = COMPRESSED.test(path)
      ? bytes.length
      : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    sizes.set(path, size);
  }
  return size;
}

/** Logs the files that the page really requests. */
function logOf(page: Page, site: string) {
  const files = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const path = decodeURIComponent(pathname.slice(new URL(site).pathname.length));
    files.add(path === '' ? 'index.html' : path);
  });
  return (kind: RegExp) => [...files].filter((path) => kind.test(path));
}

const sum = (paths: readonly string[]) => paths.reduce((bytes, path) => bytes + transferSize(path), 0);
const listed = (paths: readonly string[]) => paths.map((path) => `${String(transferSize(path))} ${path}`).join('\n');

async function homeReady(page: Page): Promise<void> {
  await expect(page.locator('[data-level] a').first()).toBeVisible();
  await expect(page.locator('.envelope.waiting')).toHaveCount(0);
}

for (const language of ['en', 'de']) {
  test(`the home page can be used after 60 KiB of code and style (${language})${language === 'en' ? '' : ' @thorough'}`, async ({
    page,
    site,
  }) => {
    // Nobody waits for what loads afterwards, while the page is idle.
    await page.addInitScript(() => {
      globalThis.requestIdleCallback = () => 0;
    });
    const requested = logOf(page, site.url);
    await page.goto(`./?lang=${language}`);
    await homeReady(page);
    await page.locator('[data-settings]').first().click();
    await expect(page.locator('dialog[open]')).toBeVisible();
    const code = requested(/\.(js|css)$/);
    expect(code.length).toBeGreaterThan(2);
    expect(sum(code), listed(code)).toBeLessThanOrEqual(60 * KIB);
    // The texts of the other language are not fetched.
    expect(requested(/\/(en|de)-[^/]*\.js$/).map((path) => path.slice('assets/'.length, 'assets/en'.length))).toEqual([
      language,
    ]);
  });
}

for (const sign of ['hover', 'focus'] as const) {
  test(`the code of a level is read as soon as the player comes near it (${sign})`, async ({ page, site }) => {
    await page.addInitScript(() => {
      globalThis.requestIdleCallback = () => 0;
    });
    const requested = logOf(page, site.url);
    await page.goto('./');
    await homeReady(page);
    const code = () => requested(/^assets\/(play|canvas|phaser)-[^/]*\.js$/);
    await page.locator('[data-settings]').first()[sign]();
    expect(code()).toEqual([]);
    await page.locator('[data-level] a').first()[sign]();
    await expect.poll(() => code().length).toBe(3);
  });
}

test('stamps are read once the page is idle, on this screen and the next', async ({ page, site }) => {
  await page.addInitScript(() => {
    const waiting: (() => void)[] = [];
    globalThis.requestIdleCallback = (action) =>
      waiting.push(() => action({ didTimeout: false, timeRemaining: () => 9 }));
    Object.assign(globalThis, { beIdle: () => waiting.splice(0).forEach((action) => action()) });
  });
  const requested = logOf(page, site.url);
  const beIdle = () => page.evaluate(() => (Reflect.get(globalThis, 'beIdle') as () => void)());
  const seen = () =>
    page
      .locator('.stamp img')
      .first()
      .evaluate((image: HTMLImageElement) => image.naturalWidth > 0);
  await page.goto('./');
  await homeReady(page);
  await page.locator('[data-settings]').first().click();
  await expect(page.locator('dialog[open]')).toBeVisible();
  expect(requested(/stamps\//)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => {
      await beIdle();
      return seen();
    })
    .toBe(true);
  await page.locator('[data-level="cv-to-rivals"] a').click();
  await expect(page.locator('[data-to-desk]')).toBeVisible();
  await expect.poll(seen).toBe(true);
});

test('the first card can be placed before the browser makes formats and segmenters, which takes a slow phone 100 ms', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const made: string[] = [];
    Object.assign(globalThis, { made });
    for (const name of [
      'ListFormat',
      'NumberFormat',
      'DateTimeFormat',
      'Segmenter',
      'DisplayNames',
      'Collator',
    ] as const) {
      const real = Intl[name] as new (...given: unknown[]) => object;
      // A class and no arrow, because it is called with `new`.
      const noted = class extends real {
        constructor(...given: unknown[]) {
          super(...given);
          made.push(name);
        }
      };
      Object.defineProperty(Intl, name, { value: noted });
    }
  });
  await page.goto('./');
  await page.locator('[data-level="cv-to-rivals"] a').click();
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
  await drag(page, 'northwind', 'to');
  await expect(page.locator('.twin-card[data-field="to"]')).toBeVisible();
  const made = () => page.evaluate(() => Reflect.get(globalThis, 'made') as string[]);
  expect(await made()).toEqual([]);
  // It would note one.
  await page.evaluate(() => new Intl.ListFormat('en'));
  expect(await made()).toEqual(['ListFormat']);
});

/** Logs the page's requests for the files of the course, and for the texts in French. */
function logOfData(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/(levels\/[^/]+\.json|fr-)/.exec(request.url()) ?? [];
    if (name !== undefined) asked.push(name);
  });
  return asked;
}

test('the course and the texts are requested once, before the code of the home page has loaded', async ({ page }) => {
  const asked = logOfData(page);
  await page.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });
  let held = 0;
  await page.route('**/home-*.js', async (route) => {
    await expect.poll(() => asked).toEqual(expect.arrayContaining(['levels/course.json', 'fr-']));
    held += 1;
    await route.continue();
  });
  await page.goto('./?lang=fr');
  await homeReady(page);
  expect(held).toBe(1);
  // The build's index has what the home page shows about the levels.
  await expect(page.locator('[data-level] h3').first()).toHaveText('Un CV, deux rivaux');
  expect(asked.filter((name) => name.startsWith('levels/'))).toEqual(['levels/course.json']);
});

test('what the level of the address needs is requested before the code of the home page has loaded, and no other level', async ({
  page,
  site,
}) => {
  const asked = logOfData(page);
  const requested = logOf(page, site.url);
  await page.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });
  const wanted = ['course', 'survey-mailing', 'survey-mailing.fr'].map((name) => `levels/${name}.json`);
  await page.route('**/home-*.js', async (route) => {
    await expect.poll(() => asked).toEqual(expect.arrayContaining(wanted));
    // The texts that the home page does without, the style sheet and the code.
    await expect.poll(() => requested(/\/fr-[^/]*\.js$/).length).toBe(2);
    await expect.poll(() => requested(/\/play-[^/]*\.css$/).length).toBe(1);
    await expect.poll(() => requested(/\/(play|canvas|phaser)-[^/]*\.js$/).length).toBe(3);
    await route.continue();
  });
  await page.goto('./?lang=fr#/level/survey-mailing');
  await expect(page.locator('[data-to-desk]')).toBeVisible();
  expect(asked.filter((name) => name.startsWith('levels/')).toSorted()).toEqual(wanted.toSorted());
});

// One language for each script.
for (const [language, font] of [
  ['en', /fraunces-latin/],
  ['ar', /noto-sans-arabic-small/],
  ['ja', /noto-sans-jp-small/],
] as const) {
  test(`the first level needs at most 300 KiB of code, and 250 KiB of fonts and images (${language})${language === 'en' ? '' : ' @thorough'}`, async ({
    page,
    site,
  }) => {
    const requested = logOf(page, site.url);
    await page.goto(`./?lang=${language}`);
    await page.locator('[data-level="cv-to-rivals"] a').click();
    await page.locator('[data-to-desk]').click();
    await deskReady(page);
    await placeAll(page, { northwind: 'separate', southgale: 'separate' });
    await sendAndWatch(page);
    await skipReplay(page);
    await goOn(page);
    await expect(page.locator('[data-stars]')).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    // The service worker's own requests.
    const code = [...requested(/\.js$/), 'sw.js'];
    expect(code.some((path) => /phaser-/.test(path))).toBe(true);
    expect(sum(code), listed(code)).toBeLessThanOrEqual(300 * KIB);
    // Each file is a request, which takes a slow processor some milliseconds.
    expect(code.length, listed(code)).toBeLessThanOrEqual(20);
    const looks = requested(/\.(woff2|svg|png|webp|jpg|webmanifest)$/);
    expect(looks.some((path) => font.test(path))).toBe(true);
    expect(sum(looks), listed(looks)).toBeLessThanOrEqual(250 * KIB);
    // The whole fonts of a script are for characters that the course does not use.
    expect(looks.filter((path) => /noto-/.test(path) && !font.test(path))).toEqual([]);
  });
}

test('the code of a start asks in its first line to be compiled while it arrives', () => {
  const assets = join(DIST, 'assets');
  const asking = readdirSync(assets).filter(
    (file) =>
      file.endsWith('.js') && readFileSync(join(assets, file), 'utf8').startsWith('//# allFunctionsCalledOnLoad\n'),
  );
  const names = new Set(asking.map((file) => file.replace(/-.*/, '')));
  expect([...names].toSorted()).toEqual(['canvas', 'home', 'phaser', 'play', 'replay']);
});

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`nothing moves while the page loads, at ${String(viewport.width)} by ${String(viewport.height)}${viewport.width === 390 ? '' : ' @thorough'}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.addInitScript(() => {
      const shifts: { value: number; what: string }[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & LayoutShift)[]) {
          const what = entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML : '')).join('\n');
          if (!entry.hadRecentInput) shifts.push({ value: entry.value, what: what.slice(0, 300) });
        }
      }).observe({ type: 'layout-shift', buffered: true });
      interface LayoutShift {
        readonly value: number;
        readonly hadRecentInput: boolean;
        readonly sources: readonly { readonly node: Node | null }[];
      }
    });
    const shifts = () =>
      page.evaluate(async () => {
        await document.fonts.ready;
        await new Promise<void>((drawn) => {
          requestAnimationFrame(() => {
            requestAnimationFrame(() => drawn());
          });
        });
        return (globalThis as unknown as { shifts: { value: number; what: string }[] }).shifts;
      });
    // The course arrives late, and fonts and images last, as over a slow line.
    await page.route('**/levels/*.json', async (route) => {
      await page.locator('.home').waitFor();
      await route.continue();
    });
    await page.route(/\.(woff2|svg)$/, async (route) => {
      await homeReady(page);
      await route.continue();
    });
    await page.goto('./');
    await homeReady(page);
    await page.waitForLoadState('networkidle');
    await page.unrouteAll();
    const atHome = await shifts();
    expect(
      atHome.reduce((all, { value }) => all + value, 0),
      JSON.stringify(atHome, null, 1),
    ).toBeLessThan(0.01);
    await page.goto('./#/level/survey-mailing');
    await page.reload();
    await expect(page.locator('[data-to-desk]')).toBeVisible();
    const inBriefing = await shifts();
    expect(
      inBriefing.reduce((all, { value }) => all + value, 0),
      JSON.stringify(inBriefing, null, 1),
    ).toBeLessThan(0.01);
  });
}
