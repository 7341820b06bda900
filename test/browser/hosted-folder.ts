import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { HEADERS } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { expect, test as base } from './fixtures.ts';
import { testPage } from './built-page.ts';

const DIST = testPage();

/** What a trainer does with a page that was built and hosted: no file of it is built again. */
export const test = base.extend<{}, { folder: string }>({
  folder: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'blind-copy-'));
      await cp(DIST, folder, { recursive: true });
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ folder }, use) => {
      const site = await serve({ folder, prefix: '/games/blind-copy/', headers: HEADERS });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
});

export type Facts = Record<string, unknown>;

/** A level of the course with someone's changes. */
export async function levelFile(change: Facts = {}): Promise<string> {
  const text = await readFile(join(DIST, 'levels/cv-to-rivals.json'), 'utf8');
  // The translations beside it stay.
  const { translations: _beside, ...level } = JSON.parse(text) as Facts;
  return JSON.stringify({ ...level, ...change }, null, 2);
}

export async function put(folder: string, path: string, content: unknown): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
}

/** Drops files on the page, as from a folder of the computer. */
export async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(given))
      data.items.add(new File([text], name, { type: 'application/json' }));
    return data;
  }, files);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.locator('[data-drop-hint]')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.locator('[data-drop-hint]')).toHaveCount(0);
}
