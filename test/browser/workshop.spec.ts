import { expect, test } from './fixtures.ts';

test('a host writes a level of two people by keyboard, sees its score change, and finds it again', async ({ page }) => {
  const press = async (what: string) => page.locator(what).press('Enter');
  const score = page.locator('[data-score]');
  await page.goto('./#/host');
  await press('[data-to-workshop]');
  await expect(page.locator('[data-heading]')).toBeFocused();

  await press('[data-start-empty]');
  await page.locator('#at-title').pressSequentially('Two patients');
  await press('[data-section="people"]');
  await press('[data-add="person"]');
  // The new card is open, and its name has the focus.
  await page.keyboard.type('Ana Pol');
  await press('[data-add="person"]');
  await page.keyboard.type('Ben Ray');
  await press('[data-section="mails"]');
  await press('[data-add="mail"]');
  await page.keyboard.type('Your results');
  await page.locator('#at-mails-0-sensitivity-3').press('Space');

  await press('[data-everyone="to"]');
  await expect(score.locator('[data-stars="0"]')).toBeVisible();
  await expect(page.locator('[data-live-desk] .ledger')).toContainText('Ana Pol');
  const leaked = await score.getAttribute('data-score');
  await page.locator('#at-mails-0-sensitivity').press('Space');
  await expect(score).not.toHaveAttribute('data-score', leaked ?? '');
  await page.keyboard.press('Control+z');
  await expect(score).toHaveAttribute('data-score', leaked ?? '');
  await press('[data-everyone="separate"]');
  await expect(score).toHaveAttribute('data-score', '100');

  // An error stands at its field, in the words of the checker.
  await press('[data-section="story"]');
  await expect(page.locator('#at-summary-problems [data-problem="missing-field"]')).toBeVisible();
  await expect(page.locator('#at-summary')).toHaveAttribute('aria-describedby', /at-summary-problems/);

  await page.reload();
  await expect(page.locator('#at-title')).toHaveValue('Two patients');
  await press('[data-section="people"]');
  await expect(page.locator('.card-title', { hasText: 'Ben Ray' })).toBeVisible();
  // Every step can still be undone.
  await press('[data-undo]');
  await press('[data-section="mails"]');
  await expect(page.locator('.card-more').first()).not.toHaveText('');
});
