import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Opens a level, and waits for the heading to have the focus, which the page moves there once the level is open. */
async function openLevel(page: Page, button: string): Promise<void> {
  await page.locator(button).press('Enter');
  await expect(page.locator('#section-heading')).toBeFocused();
}

test('the way back from watching leads to the same level, section and desk @thorough', async ({ page }) => {
  await page.goto('./#/workshop');
  await openLevel(page, '[data-template="count-contexts"]');
  await page.locator('[data-best]').press('Enter');
  await expect(page.locator('[data-score="100"]')).toBeVisible();
  // A second level is the latest, but the first one is open.
  await page.locator('[data-start] summary').click();
  await openLevel(page, '[data-start-empty]');
  await page.locator('#at-title').fill('Another');
  await page.locator('[data-start] summary').click();
  await openLevel(page, '[data-open-draft]');
  await page.locator('[data-section="people"]').press('Enter');
  await page.locator('[data-card="contact-1"] summary').first().click();
  await page.locator('[data-everyone="to"]').press('Enter');
  const score = await page.locator('[data-score]').getAttribute('data-score');
  const name = await page.locator('#at-contacts-1-name').inputValue();

  await page.locator('[data-watch]').press('Enter');
  await expect(page.locator('[data-go-on]')).toBeVisible();
  await expect(page.locator('[data-guest]')).toHaveCount(0);
  await page.locator('[data-preview-mark] [data-to-workshop]').click();
  await expect(page.locator('#at-contacts-1-name')).toHaveValue(name);
  await expect(page.locator('[data-section="people"]')).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('[data-score]')).toHaveAttribute('data-score', score ?? '');
  await expect(page.locator('.workshop-notice')).toHaveCount(0);
});

test('while the level cannot be played, its last version is watched', async ({ page }) => {
  await page.goto('./#/workshop');
  await openLevel(page, '[data-template="count-contexts"]');
  await page.locator('[data-best]').press('Enter');
  await expect(page.locator('[data-score="100"]')).toBeVisible();
  await page.locator('[data-section="traps"]').press('Enter');
  await page.locator('[data-card="traps-0"] summary').first().press('Enter');
  // A suggestion for no letters.
  await page.locator('[data-add="suggestion"]').press('Enter');
  await expect(page.locator('[data-live-desk] .try-note')).toBeVisible();
  await page.locator('[data-watch]').press('Enter');
  await expect(page.locator('[data-transport="skip"]')).toBeVisible();
  await page.locator('[data-preview-mark] [data-to-workshop]').click();
  await expect(page.locator('#at-mails-0-suggestions-0-typed')).toBeVisible();
  await expect(page.locator('[data-start]')).not.toHaveAttribute('open');
});
