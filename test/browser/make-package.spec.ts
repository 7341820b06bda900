import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { makePackage } from '../../src/lms/package/make.ts';
import { testPage } from './built-page.ts';
import { expect, test } from './fixtures.ts';
import { testSource } from './package-platform.ts';

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
