import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { card, deskReady, stars } from './player.ts';

/**
 * Walks through every screen and what can lie over it, in one page without a reload.
 *
 * @param look is called in each state, with its name
 */
export async function tour(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  const close = async () => {
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  };
  const opened = async (state: string) => {
    await expect(page.locator('dialog[open]')).toBeVisible();
    await look(state);
  };
  await expect(page.locator('[data-level]').first()).toBeVisible();
  await look('home');
  await page.locator('[data-settings]').first().click();
  await opened('settings');
  await page.locator('[data-erase]').click();
  await look('erasing');
  await close();
  await page.keyboard.press('?');
  await opened('keys and words');
  await close();

  await page.locator('[data-level="survey-mailing"] a').click();
  await expect(page.locator('[data-to-desk]')).toBeVisible();
  await look('briefing');
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
  await look('desk');
  await card(page, 'batch-1').focus();
  await page.keyboard.press('Enter');
  await opened('card');
  await close();
  await page.locator('[data-read]').focus();
  await page.keyboard.press('Enter');
  await opened('letter');
  await close();
  await card(page, 'batch-1').focus();
  await page.keyboard.press('Control+a');
  await expect(page.locator('.twin-card[aria-pressed="true"]').first()).toBeAttached();
  await look('selected cards');
  await page.keyboard.press('2');
  await expect(page.locator('[data-warning]')).toBeVisible();
  await look('warning');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-snackbar]')).toBeVisible();
  await look('sent');
  await page.locator('[data-watch]').click();
  await expect(page.locator('[data-transport="skip"]')).toBeVisible();
  await look('replay');
  await page.locator('[data-transport="skip"]').click();
  await expect(page.locator('[data-log] [aria-current]')).toBeVisible();
  await look('end of the replay');
  await page.locator('[data-look]').first().click();
  await opened('screen of a reader');
  await close();
  await page.locator('[data-go-on]').click();
  await expect(page.locator('[data-bridge]')).toBeVisible();
  await look('bridge');
  await page.locator('[data-cross]').click();
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-watch]').click();
  await page.locator('[data-transport="skip"]').click();
  await page.locator('[data-go-on]').click();
  await expect(stars(page)).toBeVisible();
  await look('debrief');
  await page.evaluate(() => (location.hash = '#/no-such-level'));
  await expect(page.locator('[data-note]')).toBeVisible();
  await look('no such level');
  for (const name of ['privacy', 'progress', 'certificate', 'host']) {
    await page.evaluate((to) => (location.hash = `#/${to}`), name);
    await expect(page.locator(`[data-page="${name}"]`)).toBeVisible();
    await look(name);
  }
}
