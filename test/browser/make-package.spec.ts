import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { HEADERS } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { makePackage } from '../../src/lms/package/make.ts';
import { testPage } from './built-page.ts';
import { expect, test } from './fixtures.ts';
import { testSource } from './platform-server.ts';

test('the host page makes the same package as the command line, from its own files', async ({ page }) => {
  await page.goto('./#/host');
  await page.locator('[data-make-package] summary').click();
  await page.locator('input[name="package-kind"][value="scorm2004"]').check();
  const saved = page.waitForEvent('download');
  await page.locator('[data-make]').click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('blind-copy-scorm2004.zip');
  const bytes = await readFile(await download.path());
  const made = await makePackage(
    { kind: 'scorm2004', id: null, language: null, onFail: 'incomplete' },
    testSource(testPage()),
  );
  expect(made.ok && Buffer.compare(bytes, made.zip)).toBe(0);
  expect(Object.keys(unzipSync(bytes))).toContain('imsmanifest.xml');
  await page.locator('[data-package-id]').fill('Not an id');
  await page.locator('[data-make]').click();
  await expect(page.locator('[data-made="failed"]')).toBeVisible();
});

test('an error while packing is said, and the button works again', { tag: '@thorough' }, async ({ page, problems }) => {
  problems.expect(/page error: SyntaxError/);
  await page.route('**/package-files.json', (route) => route.fulfill({ body: 'not JSON' }));
  await page.goto('./#/host');
  await page.locator('[data-make-package] summary').click();
  await page.locator('[data-make]').click();
  await expect(page.locator('[data-made="failed"]')).not.toBeEmpty();
  await expect(page.locator('[data-make]')).not.toHaveAttribute('aria-disabled');
});

test.describe('without a connection', () => {
  // The server stops, so it cannot be that of the other tests.
  const alone = test.extend<{ host: Awaited<ReturnType<typeof serve>> }>({
    host: async ({}, use) => {
      const host = await serve({ folder: testPage(), prefix: '/a/b/', headers: HEADERS });
      await use(host);
      await host.close().catch(() => {});
    },
  });
  alone.use({ serviceWorkers: 'allow' });

  alone('the host page makes the same package @thorough', async ({ page, host, problems }) => {
    problems.expect(/other host|request failed|Failed to load/);
    await page.goto(`${host.url}#/host`);
    // The worker caches the page first, then this reads every file of it twice.
    alone.setTimeout(120_000);
    // As on a first visit, where the page is faster than its service worker.
    await page.locator('[data-make-package] summary').click();
    const made = await makePackage(
      { kind: 'scorm12', id: null, language: null, onFail: 'incomplete' },
      testSource(testPage()),
    );
    if (!made.ok) throw new Error(made.fault.code);
    const code = (await readdir(join(testPage(), 'assets'))).filter((file) =>
      /^(?:make-package|maker|package-en)/.test(file),
    );
    const needed = Object.keys(unzipSync(made.zip)).filter((file) => !/^(?:index\.html|alive\.txt|imsmani)/.test(file));
    needed.push(...code.map((file) => `assets/${file}`));
    await expect
      .poll(
        async () => {
          const missing = await page.evaluate(async (files) => {
            const kept = await Promise.all(files.map((file) => caches.match(file, { ignoreSearch: true })));
            return files.filter((_, index) => !kept[index]);
          }, needed);
          return missing;
        },
        { timeout: 60_000 },
      )
      .toEqual([]);
    await host.close();
    // Nothing is left in memory.
    await page.reload();
    await page.locator('[data-make-package] summary').click();
    const saved = page.waitForEvent('download');
    await page.locator('[data-make]').click();
    expect(Buffer.compare(await readFile(await (await saved).path()), made.zip)).toBe(0);
  });
});

test('a learner on a plain web server loads nothing for packages', async () => {
  const worker = await readFile(join(testPage(), 'sw.js'), 'utf8');
  const kept = [...worker.matchAll(/"?url"?:\s*["'`]([^"'`]+)["'`]/g)].map(([, file]) => file ?? '');
  const page = await readFile(join(testPage(), 'index.html'), 'utf8');
  const asked = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => file ?? '');
  const code = [...new Set([...kept, ...asked])].filter((file) => /\.(?:js|css|html)$/.test(file));
  expect(code.length).toBeGreaterThan(20);
  expect(code.filter((file) => file.includes('package'))).toEqual([]);
  for (const file of code) {
    const text = await readFile(join(testPage(), file), 'utf8');
    // These texts are in the code that starts a package, calls a platform, draws the buttons, and packs.
    expect(text, file).not.toMatch(/blind-copy-package|LMSInitialize|API_1484_11|data-finish|imsmanifest|cmi5/);
  }
});
