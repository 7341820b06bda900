import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { makePackage } from '../../src/lms/package/make.ts';
import { testPage } from './built-page.ts';
import { expect, test } from './fixtures.ts';
import { testSource } from './package-platform.ts';

test('the host page makes the same package as the command line, of its own files', async ({ page }) => {
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
