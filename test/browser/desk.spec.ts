import { expect, test } from './fixtures.ts';
import { card, deskReady, drag, frameAround, keepAtFirst, openDesk, placeAll, skipReplay, tray } from './player.ts';
import { sideways } from './targets.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test.describe('the desk', () => {
  test('moves a card by a tap on it and a tap on a tray', async ({ page }) => {
    await openDesk(page, 'cv-to-rivals');
    const from = await card(page, 'northwind').boundingBox();
    const to = await tray(page, 'separate').boundingBox();
    if (!from || !to) throw new Error('Nothing is drawn.');
    await page.mouse.click(from.x + from.width / 2, from.y + from.height / 2);
    await expect(card(page, 'northwind')).toHaveAttribute('aria-selected', 'true');
    await page.mouse.click(to.x + to.width / 2, to.y + to.height / 2);
    await expect(card(page, 'northwind')).toHaveAttribute('data-field', 'separate');
  });

  test('moves all cards inside a marquee, and undoes and redoes the move', async ({ page }) => {
    await openDesk(page, 'survey-mailing');
    await frameAround(page, ['batch-1', 'batch-2', 'batch-3', 'batch-4']);
    await expect(page.locator('.twin-card[aria-selected="true"]')).toHaveCount(4);
    await drag(page, 'batch-2', 'bcc');
    await expect(page.locator('.twin-card[data-field="bcc"]')).toHaveCount(4);
    await page.locator('[data-tool="undo"]').click();
    await expect(page.locator('.twin-card[data-field="bcc"]')).toHaveCount(0);
    await page.locator('[data-tool="redo"]').click();
    await expect(page.locator('.twin-card[data-field="bcc"]')).toHaveCount(4);
  });

  test('does not send without recipients, and undoes sending', async ({ page }) => {
    // A player who is asked to predict has all the time they like.
    await keepAtFirst(page, JSON.stringify({ version: 2, settings: { sound: false, predictions: false } }));
    await openDesk(page, 'cv-to-rivals');
    await expect(page.locator('[data-send]')).toHaveAttribute('aria-disabled', 'true');
    await placeAll(page, { northwind: 'to' });
    await page.locator('[data-send]').click();
    // The replay begins by itself, and the mail is still on its way.
    await expect(page.locator('[data-replay]')).toBeVisible();
    await page.locator('[data-take-back]').click();
    await expect(page.locator('[data-snackbar]')).toHaveCount(0);
    await expect(card(page, 'northwind')).toHaveAttribute('data-field', 'to');
    // A player who looks further has seen what it led to: it is out for good.
    await page.locator('[data-send]').click();
    await expect(page.locator('[data-take-back]')).toBeVisible();
    await skipReplay(page);
    await expect(page.locator('[data-take-back]')).toHaveCount(0);
  });

  test("follows the mail program's warning on request: everyone goes to Bcc", async ({ page }) => {
    await openDesk(page, 'forum-privacy-reply');
    // The mail program has put the million into To.
    await expect(page.locator('[data-warning]')).toContainText('1,000,000');
    await page.locator('[data-use-bcc]').click();
    await expect(card(page, 'petitioners')).toHaveAttribute('data-field', 'bcc');
    await expect(page.locator('[data-warning]')).toHaveCount(0);
  });

  test('is restored by a reload in mid-level, with every card in its field', async ({ page }) => {
    await openDesk(page, 'cv-to-rivals');
    await placeAll(page, { northwind: 'to', southgale: 'bcc' });
    await page.reload();
    await deskReady(page);
    await expect(card(page, 'northwind')).toHaveAttribute('data-field', 'to');
    await expect(card(page, 'southgale')).toHaveAttribute('data-field', 'bcc');
    await page.locator('[data-tool="undo"]').click();
    await expect(card(page, 'southgale')).toHaveAttribute('data-field', 'none');
  });

  for (const size of [
    { width: 390, height: 844 },
    { width: 844, height: 390 },
  ]) {
    const tag = size.width < size.height ? '' : ' @thorough';
    test(`fits a phone of ${String(size.width)} by ${String(size.height)}${tag}`, async ({ page }) => {
      await page.setViewportSize(size);
      await openDesk(page, 'survey-mailing');
      await drag(page, 'priya', 'separate');
      await drag(page, 'batch-1', 'to');
      await expect(page.locator('[data-warning]')).toBeVisible();
      await page.locator('[data-tool="undo"]').click();
      await expect(card(page, 'batch-1')).toHaveAttribute('data-field', 'none');
      expect(await sideways(page)).toBe(0);
    });
  }
});
