import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { card, deskReady, goOn, skipReplay } from './player.ts';

const BATCHES = [1, 2, 3, 4, 5, 6, 7].map((number) => `batch-${String(number)}`);

/** Puts cards into fields by the keys that the trays show. */
async function route(page: Page, contacts: readonly string[], key: string): Promise<void> {
  for (const contact of contacts) {
    await card(page, contact).focus();
    await page.keyboard.press(key);
  }
}

/**
 * Goes through every screen of the game, on the longest way: a warning that is not heeded, a breach, an apology that is
 * addressed well, and the debrief.
 *
 * @param look is called on each screen, when it stands still
 */
export async function walkScreens(
  page: Page,
  language: string,
  look: (screen: string) => Promise<void>,
): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`./?lang=${language}`);
  await expect(page.locator('[data-level] a')).toHaveCount(3);
  await look('home');
  await page.locator('[data-settings]').first().click();
  await look('settings');
  await page.locator('[data-erase]').click();
  await look('settings, asked whether to erase');
  await page.keyboard.press('Escape');
  await page.locator('[data-level="survey-mailing"] a').click();
  await expect(page.locator('[data-to-desk]')).toBeVisible();
  await look('briefing');

  await page.locator('[data-to-desk]').click();
  await deskReady(page);
  await look('desk');
  await card(page, 'batch-1').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog[open]')).toBeVisible();
  await look('desk, a card');
  await page.keyboard.press('Escape');
  await page.locator('[data-read]').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog[open]')).toBeVisible();
  await look('desk, the whole mail');
  await page.keyboard.press('Escape');
  await route(page, [...BATCHES, 'priya'], '2');
  await expect(page.locator('[data-warning]')).toBeVisible();
  await look('desk, warned');
  // By a key the focus comes onto the way back, which holds the time while somebody looks.
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-take-back]')).toBeFocused();
  await look('desk, sent');

  await page.locator('[data-watch]').click();
  await expect(page.locator('[data-transport="next"]')).toBeVisible();
  await page.locator('[data-transport="toggle"]').click();
  await page.locator('[data-transport="next"]').click();
  await page.locator('[data-transport="next"]').click();
  await look('replay');
  await skipReplay(page);
  await look('replay, at its end');
  await page.locator('[data-look]').first().click();
  await expect(page.locator('[data-copy]')).toBeVisible();
  await look('a copy');
  await page.keyboard.press('Escape');

  await goOn(page);
  await expect(page.locator('[data-bridge]')).toBeVisible();
  await look('desk, an apology is due');
  await page.locator('[data-cross]').click();
  await route(page, BATCHES, '4');
  await route(page, ['priya', 'officer'], '1');
  await page.locator('[data-send]').click();
  await page.locator('[data-watch]').click();
  await skipReplay(page);
  await look('replay of the apology');
  await goOn(page);
  await expect(page.locator('[data-stars]')).toBeVisible();
  await look('debrief');
  await page.goto(`./?lang=${language}#/nothing`);
  await page.reload();
  await expect(page.locator('[data-note]')).toBeVisible();
  await look('no such level');
}
