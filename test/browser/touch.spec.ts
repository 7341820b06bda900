import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { card, deskReady, openReplayOf, pauseReplay, skipReplay, stars } from './player.ts';
import { smallTargets } from './targets.ts';
import { tap, TOUCH } from './touch.ts';
import { tour } from './tour.ts';

test.use({ hasTouch: true, isMobile: true, deviceScaleFactor: 1 });

async function put(page: Page, contact: string, field: string): Promise<void> {
  await tap(page, card(page, contact));
  await expect(card(page, contact)).toHaveAttribute('aria-selected', 'true');
  await tap(page, page.locator(`[data-put="${field}"]`));
  await expect(card(page, contact)).toHaveAttribute('data-field', field);
}

const WAYS = [
  {
    size: { width: 390, height: 844 },
    reducedMotion: 'no-preference',
    level: 'cv-to-rivals',
    fields: { northwind: 'separate', southgale: 'separate', referee: 'separate' },
  },
  {
    size: { width: 844, height: 390 },
    reducedMotion: 'reduce',
    level: 'forum-privacy-reply',
    fields: { petitioners: 'separate', tom: 'to' },
  },
] as const;

for (const { size, reducedMotion, level, fields } of WAYS) {
  test(`by taps alone on a phone of ${String(size.width)} by ${String(size.height)}, to three stars${size.width === 390 ? '' : ' @thorough'}`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion });
    await page.setViewportSize(size);
    await page.goto('./');
    await tap(page, page.locator(`[data-level="${level}"] a`));
    await tap(page, page.locator('[data-to-desk]'));
    await deskReady(page);
    const large = async (state: string) => expect.soft(await smallTargets(page, TOUCH), state).toEqual([]);
    await large('desk');
    for (const [contact, field] of Object.entries(fields)) await put(page, contact, field);
    await large('desk with cards in their fields');
    await tap(page, page.locator('[data-send]'));
    await tap(page, page.locator('[data-watch]'));
    await tap(page, page.locator('[data-transport="skip"]'));
    await large('replay');
    await tap(page, page.locator('[data-go-on]'));
    await expect(stars(page)).toHaveAttribute('data-stars', '3');
  });
}

test('a finger on the picture of the replay chooses the person there @thorough', async ({ page }) => {
  await openReplayOf(page, 'cv-to-rivals', [
    ['northwind', 'to'],
    ['southgale', 'bcc'],
    ['referee', 'cc'],
  ]);
  await pauseReplay(page);
  await skipReplay(page);
  const host = await page.locator('[data-stage-host]').boundingBox();
  if (!host) throw new Error('The picture is not drawn.');
  await page.touchscreen.tap(host.x + host.width * 0.46, host.y + host.height * 0.2);
  await expect(page.locator('[data-person]')).toHaveAttribute('data-person', 'northwind');
});

test('everything that can be pressed is large enough for a finger, and two fingers zoom @thorough', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./');
  const zoom = await page.locator('meta[name="viewport"]').getAttribute('content');
  expect(zoom).not.toMatch(/user-scalable|maximum-scale/);
  await tour(page, async (state) => {
    expect.soft(await smallTargets(page, TOUCH), state).toEqual([]);
    if (await page.locator('.stage-host').count()) {
      expect(await page.locator('.stage-host').evaluate((host) => getComputedStyle(host).touchAction)).toMatch(
        /auto|pinch-zoom|manipulation/,
      );
    }
  });
});

test('a screen is read and answered by taps alone @thorough', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./#/spot');
  await page.locator('[data-practice-start]').tap();
  await page.locator('.spot-choice').first().tap();
  await page.locator('[data-spot-answer]').tap();
  await expect(page.locator('[data-spot-right]')).toBeVisible();
  await page.locator('[data-spot-on]').tap();
  await expect(page.locator('[data-spot-answer]')).toBeVisible();
});
