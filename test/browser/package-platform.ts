import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { makePackage, type PackageSource } from '../../src/lms/package/make.ts';
import { PACKAGE_KINDS, type PackageKind } from '../../src/lms/package/options.ts';
import { serve } from '../../tools/static-server.mjs';
import { testPage } from './built-page.ts';
import { expect, test as base } from './fixtures.ts';

const read = (file: string) => readFile(file).catch(() => null);

/** The built page with the course of the tests, as files to pack. */
export function testSource(page: string): PackageSource {
  return {
    pageFile: (path) => read(join(page, path)),
    courseFile: (path) => read(join(page, 'levels', path)),
    course: 'course.json',
    own: true,
  };
}

/** A package of the tests' course, with every level and three languages. */
export async function testPackage(kind: PackageKind): Promise<Map<string, Uint8Array>> {
  const packed = await makePackage({ kind, id: null, language: null, onFail: 'incomplete' }, testSource(testPage()));
  if (!packed.ok) throw new Error(packed.fault.code);
  return new Map(Object.entries(unzipSync(packed.zip)));
}

/** Packages as a platform has unpacked them, beside its own page. `unload` is forbidden. */
export const test = base.extend<{ database: Database }, { platform: string }>({
  platform: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'blind-copy-platform-'));
      for (const kind of PACKAGE_KINDS) {
        for (const [path, bytes] of await testPackage(kind)) {
          const file = join(folder, kind, path);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, bytes);
        }
      }
      const here = join(import.meta.dirname, 'platform');
      const runtime = join(import.meta.dirname, '../../node_modules/scorm-again/dist');
      for (const file of ['platform.html', 'platform.mjs', 'platform.css'])
        await copyFile(join(here, file), join(folder, file));
      for (const file of ['scorm12.min.js', 'scorm2004.min.js'])
        await copyFile(join(runtime, file), join(folder, file));
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ platform }, use) => {
      // The policy is that of the package's own page: a platform sends none of ours.
      const headers = { 'Permissions-Policy': 'unload=()' };
      const site = await serve({ folder: platform, prefix: '/lms/', headers });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  database: async ({ context }, use) => {
    const learners = new Map<string, string>();
    let down = false;
    await context.route('**/database/*', async (route) => {
      const learner = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
      if (down) return route.abort();
      const body = route.request().postData();
      if (body !== null) learners.set(learner, body);
      return route.fulfill({ contentType: 'application/json', body: learners.get(learner) ?? 'null' });
    });
    await context.route('**/alive.txt', (route) => (down ? route.abort() : route.continue()));
    await use({
      of: (learner) => JSON.parse(learners.get(learner) ?? 'null') as Cmi | null,
      setDown: (isDown) => {
        down = isDown;
      },
    });
  },
});
export { expect };

/** What a platform has stored, as scorm-again writes it. */
export type Cmi = Readonly<Record<string, unknown>> & { readonly suspend_data: string };

interface Database {
  readonly of: (learner: string) => Cmi | null;
  /** The server is down, for what is stored and for the package. */
  readonly setDown: (down: boolean) => void;
}

/** Opens a package as its platform does. */
export async function launch(
  page: Page,
  version: 'scorm12' | 'scorm2004',
  more: Readonly<Record<string, string>> = {},
): Promise<FrameLocator> {
  const query = new URLSearchParams({ version, ...more });
  await page.goto(`./platform.html?${query.toString()}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-level] a').first()).toBeVisible();
  return frame;
}

/** Plays the level of the two rivals to its debrief, by keys. */
export async function playRivals(frame: FrameLocator, field: '3' | '4' | '2'): Promise<void> {
  await frame.locator('[data-level="cv-to-rivals"] a').first().press('Enter');
  await frame.locator('[data-to-desk]').press('Enter');
  for (const contact of ['northwind', 'southgale', 'referee'])
    await frame.locator(`.twin-card[data-contact="${contact}"]`).press(field);
  await frame.locator('[data-send]').press('Enter');
  await frame.locator('[data-watch]').press('Enter');
  await frame.locator('[data-transport="skip"]').press('Enter');
  await frame.locator('[data-go-on]').press('Enter');
  await expect(frame.locator('strong[data-stars]')).toBeVisible();
}
