import { expect, test } from './fixtures.ts';
import { card, deskReady, placeAll, skipReplay } from './player.ts';

test.describe('a session', () => {
  test('opens by a link from the host page: these levels, in this language, for a projector', async ({ page }) => {
    await page.goto('./#/host');
    // The levels arrive one by one, and a tick counts only when all have arrived.
    await expect(page.locator('[data-host-level="forum-privacy-reply"]')).toBeVisible();
    await page.locator('[data-host-level="survey-mailing"]').check();
    await page.locator('[data-host-level="cv-to-rivals"]').check();
    await page.locator('[data-host-lang]').selectOption('de');
    const link = page.locator('[data-host-link="screen"]');
    await expect(link).toHaveValue(/\?lang=de&present=1&room=codes&levels=survey-mailing,cv-to-rivals#\/$/);
    // Phones in the room get the same levels, without the projector's settings.
    await expect(page.locator('[data-host-link="room"]')).toHaveValue(
      /\?lang=de&room=codes&levels=survey-mailing,cv-to-rivals#\/$/,
    );
    await page.goto(await link.inputValue());
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.locator('html')).toHaveAttribute('data-presenting');
    const levels = page.locator('[data-level]');
    await expect(levels).toHaveCount(2);
    await expect(levels.first()).toHaveAttribute('data-level', 'survey-mailing');
  });

  test('waits for a vote before Send and before the reveal', async ({ page }) => {
    await page.goto('./?present=1#/level/cv-to-rivals');
    await page.locator('[data-to-desk]').click();
    await deskReady(page);
    await placeAll(page, { northwind: 'to', southgale: 'bcc' });
    await page.locator('[data-send]').click();
    const vote = page.locator('[data-vote="send"]');
    await expect(vote).toBeVisible();
    await page.locator('[data-vote-back]').click();
    await expect(vote).toHaveCount(0);
    await expect(page.locator('[data-snackbar]')).toHaveCount(0);
    await expect(card(page, 'southgale')).toHaveAttribute('data-field', 'bcc');

    await page.locator('[data-send]').press('Enter');
    await page.locator('[data-vote-go]').click();
    await page.locator('[data-watch]').click();
    await expect(page.locator('[data-vote="reveal"]')).toBeVisible();
    // Nothing gives the outcome away yet.
    await expect(page.locator('[data-beat-kind]')).toHaveCount(0);
    await page.locator('[data-vote-go]').click();
    await expect(page.locator('[data-replay]')).toBeVisible();
    await skipReplay(page);
  });

  test('can be led with the setting alone @thorough', async ({ page }) => {
    await page.goto('./');
    await page.locator('[data-settings]').first().click();
    await page.locator('[data-presenter]').check();
    await expect(page.locator('html')).toHaveAttribute('data-presenting');
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-presenting');
  });
});
