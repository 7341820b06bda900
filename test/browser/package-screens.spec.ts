import axe from 'axe-core';
import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { recordStoreStub } from '../lms/record-store-stub.ts';
import { violations } from './axe.ts';
import { test as onHost } from './fixtures.ts';
import { losses } from './losses.ts';
import { expect, playRivals, test } from './package-platform.ts';
import { cmi5Address } from './platform-server.ts';
import { smallTargets } from './targets.ts';

/* What packages add to the page, looked at as every other screen is: by axe, in every language, and at 400 % zoom. */

/** The least size of anything that can be pressed, in CSS pixels (WCAG 2.5.8). */
const MOUSE = 24;
const ZOOMED = { width: 320, height: 256 };
const USUAL = { width: 714, height: 666 };

/** Expects that axe finds nothing and that nothing is too small or lost. */
async function isClean(page: Page, state: string): Promise<void> {
  expect.soft(await violations(page, ['dark', 'contrast']), state).toEqual([]);
  expect.soft(await smallTargets(page, MOUSE), state).toEqual([]);
  await page.setViewportSize(ZOOMED);
  expect.soft(await losses(page), `${state}, zoomed`).toEqual([]);
  await page.setViewportSize(USUAL);
}

for (const { tag } of LANGUAGES) {
  test(
    `what a package adds to the page is accessible in ${tag}`,
    { tag: '@thorough' },
    async ({ page, platform, site, problems }) => {
      test.setTimeout(180_000);
      problems.expect(/xapi/);
      await page.addInitScript(axe.source);
      await page.setViewportSize(USUAL);
      const open = (token: string, launchMode = 'Normal') => {
        platform.store = recordStoreStub({ languagePreference: tag, launchMode });
        return page.goto(`${cmi5Address(site.url, token)}&debug=lms`);
      };

      await open('?k=1', 'Review');
      await expect(page.locator('html')).toHaveAttribute('lang', tag);
      await expect(page.locator('[data-recording="review"]')).toBeVisible();
      await isClean(page, 'home, for review');
      await page.locator('[data-noticed]').click();
      await page.locator('[data-debug-lms] summary').click();
      await expect(page.locator('[data-debug-lms] tbody tr').first()).toBeVisible();
      await isClean(page, 'debug view');
      await page.locator('[data-debug-lms] summary').click();
      await page.locator('[data-settings]').first().click();
      await expect(page.locator('dialog[open]')).toBeVisible();
      await isClean(page, 'settings');
      await page.locator('dialog [data-to="privacy"]').click();
      await expect(page.locator('[data-page="privacy"][data-package]')).toBeVisible();
      await isClean(page, 'privacy');

      await open('?k=2');
      await playRivals(page.locator('html'), '4');
      platform.down = true;
      await page.locator('[data-finish]').click();
      await expect(page.locator('[data-finished="failed"]')).toBeVisible();
      await isClean(page, 'Finish without a connection');
      await page.locator('[data-finished] [data-close]').click();
      await expect(page.locator('[data-recording="lost"]')).toBeVisible();
      await isClean(page, 'debrief without a connection');
      platform.down = false;
      await expect(page.locator('[data-recording="lost"]')).toHaveCount(0, { timeout: 20_000 });
      await page.locator('[data-finish]').click();
      await expect(page.locator('[data-finished="ended"]')).toBeVisible();
      await isClean(page, 'the visit has ended');
      await page.locator('[data-finished] [data-close]').click();
      await page.reload();
      await expect(page.locator('[data-recording="ended"]')).toBeVisible();
      await isClean(page, 'the visit is over');

      await page.goto('./scorm12/index.html');
      await expect(page.locator('[data-recording="none"]')).toBeVisible();
      await isClean(page, 'no platform');
    },
  );

  onHost(`the part that makes packages is accessible in ${tag}`, { tag: '@thorough' }, async ({ page, problems }) => {
    problems.expect(/404/);
    await page.addInitScript(axe.source);
    await page.setViewportSize(USUAL);
    // Otherwise this part would fetch every file of the page.
    await page.route('**/package-files.json', (route) => route.fulfill({ status: 404 }));
    await page.goto(`./?lang=${tag}#/host`);
    await page.locator('[data-make-package] summary').click();
    await expect(page.locator('[data-package-id]')).toBeVisible();
    await isClean(page, 'make a package');
    await page.locator('[data-make]').click();
    await expect(page.locator('[data-made="failed"]')).not.toBeEmpty();
    await isClean(page, 'no package was made');
  });
}
