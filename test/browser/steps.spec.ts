import { expect, test } from './fixtures.ts';
import { card, deskReady, goOn, openDesk, placeAll, sendAndWatch, skipReplay, stars } from './player.ts';

test.describe('the steps of a level', () => {
  test('are history entries of the browser: Back goes one step back, Forward returns to the debrief', async ({
    page,
  }) => {
    await openDesk(page, 'cv-to-rivals');
    await placeAll(page, { northwind: 'to', southgale: 'to' });
    await sendAndWatch(page);
    await skipReplay(page);
    await goOn(page);
    await expect(stars(page)).toBeVisible();
    const score = await stars(page).getAttribute('data-stars');

    await page.goBack();
    await expect(page.locator('[data-replay]')).toBeVisible();
    await page.goBack();
    // The desk, with the cards in their fields.
    await deskReady(page);
    await expect(card(page, 'southgale')).toHaveAttribute('data-field', 'to');
    await page.goBack();
    await expect(page.locator('[data-to-desk]')).toBeVisible();
    for (const step of [1, 2, 3]) {
      await page.goForward();
      if (step === 1) await deskReady(page);
      if (step === 2) await expect(page.locator('[data-replay]')).toBeVisible();
    }
    await expect(stars(page)).toHaveAttribute('data-stars', score ?? '');

    // From home, Back also leads to the debrief, and not to a new play.
    await page.locator('[data-home]').click();
    await expect(page.locator('[data-level]').first()).toBeVisible();
    await page.goBack();
    await expect(stars(page)).toHaveAttribute('data-stars', score ?? '');
    // Even after a reload, when the page knows only the stage of each step.
    await page.reload();
    await expect(stars(page)).toHaveAttribute('data-stars', score ?? '');
    await page.goBack();
    await expect(page.locator('[data-replay]')).toBeVisible();
  });

  test('can be reopened from home: the debrief of a level that was played, and its replay @thorough', async ({
    page,
  }) => {
    await openDesk(page, 'cv-to-rivals');
    await placeAll(page, { northwind: 'to', southgale: 'bcc' });
    await sendAndWatch(page);
    await expect(page.locator('.replay-bar [data-home]')).toBeVisible();
    await skipReplay(page);
    await goOn(page);
    const score = await stars(page).getAttribute('data-stars');
    await page.goto('./');
    await page.locator('[data-result="cv-to-rivals"]').click();
    await expect(stars(page)).toHaveAttribute('data-stars', score ?? '');
    await page.locator('[data-watch-again]').click();
    await expect(page.locator('[data-replay]')).toBeVisible();
    await skipReplay(page);
    await goOn(page);
    // Trying again plays the level, at its own address.
    await page.locator('[data-again]').click();
    await deskReady(page);
    expect(new URL(page.url()).hash).toBe('#/level/cv-to-rivals');
  });

  test('begin again after a link away and a link back, even if one follows the other at once', async ({ page }) => {
    await openDesk(page, 'cv-to-rivals');
    await placeAll(page, { northwind: 'to', southgale: 'bcc' });
    await sendAndWatch(page);
    await skipReplay(page);
    await goOn(page);
    await expect(stars(page)).toBeVisible();
    await page.evaluate(() => {
      location.hash = '#/';
      location.hash = '#/level/cv-to-rivals';
    });
    await expect(page.locator('[data-to-desk]')).toBeVisible();
    // Both have been announced by now, so the next link leads on as any other.
    await page.evaluate(() => {
      for (const place of ['privacy', 'progress', 'host']) location.hash = `#/${place}`;
    });
    await expect(page.locator('[data-page="host"]')).toBeVisible();
    await page.evaluate(() => {
      location.hash = '#/privacy';
    });
    await expect(page.locator('[data-page="privacy"]')).toBeVisible();
  });

  test('say visibly why Send does nothing when every field is empty', async ({ page }) => {
    await openDesk(page, 'cv-to-rivals');
    await page.locator('[data-send]').dispatchEvent('click');
    await expect(page.locator('[data-send-why]')).toBeInViewport();
    await placeAll(page, { northwind: 'to' });
    await expect(page.locator('[data-send-why]')).toHaveCount(0);
  });
});
