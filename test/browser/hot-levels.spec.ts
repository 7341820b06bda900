import { cp, mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createServer } from 'vite';
import { expect, test as base } from './fixtures.ts';
import { card, deskReady, placeAll, sendAndWatch, skipReplay } from './player.ts';

const ROOT = join(import.meta.dirname, '../..');

/**
 * The development server, as `npm start` starts it, with its own levels, so that those of the repository stay as they
 * are.
 */
const test = base.extend<{}, { levels: string }>({
  levels: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'blind-copy-levels-'));
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ levels }, use) => {
      process.env['LEVELS'] = levels;
      const server = await createServer({
        root: ROOT,
        configFile: join(ROOT, 'vite.config.ts'),
        cacheDir: join(levels, '.vite'),
        logLevel: 'error',
        server: { host: '127.0.0.1', port: 0, open: false },
      });
      await server.listen();
      const [url = ''] = server.resolvedUrls?.local ?? [];
      await use({ url, close: () => server.close() });
      await server.close();
    },
    { scope: 'worker' },
  ],
});

/** Both tests change the levels of one server. */
test.describe.configure({ mode: 'default' });

test.beforeEach(async ({ levels, problems }) => {
  await cp(join(ROOT, 'levels'), levels, { recursive: true });
  problems.expect(/Lit is in dev mode/);
});

async function change(levels: string, edit: (text: string) => string): Promise<void> {
  const file = join(levels, 'cv-to-rivals.json');
  await writeFile(file, edit(await readFile(file, 'utf8')));
}

/** Opens the desk, and marks the page: a reload would lose the mark. */
async function openMarked(page: Page): Promise<void> {
  await page.goto('./#/level/cv-to-rivals');
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
  await page.evaluate(() => (document.documentElement.dataset['mark'] = 'here'));
}

test('a saved level is updated in place, with the cards in their fields @thorough', async ({ page, levels }) => {
  await openMarked(page);
  await placeAll(page, { northwind: 'to', southgale: 'bcc' });
  await change(levels, (text) => text.replace('One CV, two rivals', 'One CV, many rivals'));
  await expect(page.locator('.bar h1')).toContainText('One CV, many rivals');
  await expect(card(page, 'northwind')).toHaveAttribute('data-field', 'to');
  await expect(card(page, 'southgale')).toHaveAttribute('data-field', 'bcc');

  // Problems cover the game until they are mended.
  await change(levels, (text) => text.replace('"needs": "act"', '"needs": "acts"'));
  const board = page.locator('[data-problem-board]');
  await expect(board.locator('li')).toHaveCount(1);
  await expect(board).toContainText('levels/cv-to-rivals.json, line');
  await change(levels, (text) => text.replace('"needs": "acts"', '"needs": "know"'));
  await expect(board).toHaveCount(0);
  await expect(card(page, 'northwind')).toHaveAttribute('data-field', 'to');

  await sendAndWatch(page);
  await skipReplay(page);
  await change(levels, (text) => text.replace('One CV, many rivals', 'One CV, no rivals'));
  await expect(page.locator('[data-replay] h1')).toContainText('One CV, no rivals');
  await expect(page.locator('html')).toHaveAttribute('data-mark', 'here');
});

test('new and deleted levels are updated too @thorough', async ({ page, levels, problems }) => {
  problems.expect(/404/);
  await page.goto('./');
  await expect(page.locator('[data-level="cv-to-rivals"]')).toBeVisible();
  await page.evaluate(() => (document.documentElement.dataset['mark'] = 'here'));
  const course = join(levels, 'course.json');
  const before = await readFile(course, 'utf8');
  await writeFile(course, before.replace('"levels": [', '"levels": ["fresh.json", '));
  const board = page.locator('[data-problem-board]');
  await expect(board.locator('[data-problem="not-found"]')).toContainText('levels/fresh.json');
  const cv = JSON.parse(await readFile(join(levels, 'cv-to-rivals.json'), 'utf8')) as object;
  await writeFile(join(levels, 'fresh.json'), JSON.stringify({ ...cv, id: 'fresh', translations: [] }));
  await expect(board).toHaveCount(0);
  await expect(page.locator('[data-level="fresh"]')).toBeVisible();
  await unlink(join(levels, 'fresh.json'));
  await expect(page.locator('[data-broken="fresh.json"]')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-mark', 'here');
});
