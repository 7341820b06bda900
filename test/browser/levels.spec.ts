import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  card,
  deskReady,
  drag,
  dragAll,
  frameAround,
  goOn,
  openDesk,
  placeAll,
  sendAndWatch,
  skipReplay,
  stars,
} from './player.ts';

const BATCHES = [1, 2, 3, 4, 5, 6, 7].map((number) => `batch-${String(number)}`);
const batchesIn = (field: string) => Object.fromEntries(BATCHES.map((batch) => [batch, field]));

/** Draws a marquee around the batches, and drags them all by one. */
async function dragBatches(page: Page, field: string): Promise<void> {
  await frameAround(page, BATCHES);
  await drag(page, 'batch-1', field);
  for (const batch of BATCHES) await expect(card(page, batch)).toHaveAttribute('data-field', field);
}

test.describe('the survey of 1,136 victims', () => {
  test('with separate mails: three stars, and nobody is exposed @thorough', async ({ page }) => {
    await openDesk(page, 'survey-mailing');
    await dragBatches(page, 'separate');
    await drag(page, 'priya', 'to');
    await sendAndWatch(page);
    await skipReplay(page);
    await expect(page.locator('[data-beat-kind="nobody-exposed"]')).toBeVisible();
    await goOn(page);
    await expect(stars(page)).toHaveAttribute('data-stars', '3');
  });

  test('in Cc: each victim is seen by 118 to 197 strangers, and an apology follows, which can put it right', async ({
    page,
  }) => {
    await openDesk(page, 'survey-mailing');
    await dragBatches(page, 'cc');
    await drag(page, 'priya', 'to');
    await expect(page.locator('[data-warning]')).toBeVisible();
    await sendAndWatch(page);
    await skipReplay(page);
    await expect(page.locator('[data-figure]')).toContainText('118 to 197');
    await expect(page.locator('[data-beat-kind="apology-due"]')).toContainText('1,136');
    await goOn(page);

    await deskReady(page);
    await expect(page.locator('[data-bridge]')).toBeVisible();
    await page.locator('[data-cross]').click();
    // The mail program has put everyone into Cc again, from the earlier mail.
    await expect(page.locator('.twin-card[data-contact="batch-1"]')).toHaveAttribute('data-field', 'cc');
    await placeAll(page, { ...batchesIn('separate'), priya: 'to', officer: 'to' });
    await sendAndWatch(page);
    await skipReplay(page);
    await expect(page.locator('[data-beat-kind="decided"]')).toBeVisible();
    await expect(page.locator('[data-beat-kind="apology-repeats"]')).toHaveCount(0);
    await goOn(page);
    await expect(stars(page)).toHaveAttribute('data-stars', '0');
    await expect(page.locator('.debrief')).toContainText('People were exposed to strangers');
  });
});

test.describe('one CV and two rivals', () => {
  test('with two separate mails: three stars', async ({ page }) => {
    await openDesk(page, 'cv-to-rivals');
    await dragAll(page, { northwind: 'separate', southgale: 'separate', referee: 'separate' });
    await sendAndWatch(page);
    await skipReplay(page);
    await goOn(page);
    await expect(stars(page)).toHaveAttribute('data-stars', '3');
  });

  test('in Cc: both rivals read about each other @thorough', async ({ page }) => {
    await openDesk(page, 'cv-to-rivals');
    await dragAll(page, { northwind: 'cc', southgale: 'cc' });
    await sendAndWatch(page);
    await skipReplay(page);
    await page.locator('[data-look="southgale"]').first().click();
    const copy = page.locator('dialog[data-copy]');
    await expect(copy.locator('[data-copy-header="cc"]')).toContainText('northwind');
    await copy.locator('[data-copy-close]').click();
    await goOn(page);
    await expect(stars(page)).toHaveAttribute('data-stars', '0');
  });
});

test.describe('the reply to a million people who asked for privacy', () => {
  test('with separate mails: three stars @thorough', async ({ page }) => {
    await openDesk(page, 'forum-privacy-reply');
    await dragAll(page, { petitioners: 'separate', tom: 'to' });
    await sendAndWatch(page);
    await skipReplay(page);
    await goOn(page);
    await expect(stars(page)).toHaveAttribute('data-stars', '3');
  });

  test('in Cc: each is seen by 999,999 others @thorough', async ({ page }) => {
    await openDesk(page, 'forum-privacy-reply');
    await dragAll(page, { petitioners: 'cc', tom: 'to' });
    await sendAndWatch(page);
    await skipReplay(page);
    await expect(page.locator('[data-figure]')).toContainText('999,999');
    await page.locator('[data-look="petitioners"]').first().click();
    const copy = page.locator('dialog[data-copy]');
    await copy.locator('[data-copy-person]').fill('500000');
    await expect(copy.locator('[data-copy-header="cc"]')).toContainText('999,9');
    await page.keyboard.press('Escape');
    await goOn(page);
    await expect(stars(page)).toHaveAttribute('data-stars', '0');
  });
});
