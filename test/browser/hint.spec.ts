import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { keepAtFirst } from './player.ts';

const LOG = [
  { type: 'place', contacts: ['northwind', 'southgale'], field: 'cc' },
  { type: 'place', contacts: ['referee'], field: 'separate' },
  { type: 'send' },
];
const DONE = { stars: 0, score: 10, at: 0, routing: null };

/** Opens the debrief of a play in which two rivals see each other. */
async function openDebrief(page: Page, results: Readonly<Record<string, unknown>>) {
  const plays = { 'cv-to-rivals': { log: LOG, stage: 'debrief' } };
  await keepAtFirst(page, JSON.stringify({ version: 2, results, plays }));
  await page.goto('./#/level/cv-to-rivals');
}

test('a first debrief gives a hint, and the best way on request', async ({ page }) => {
  await openDebrief(page, {});
  const hint = page.locator('[data-hint]');
  await expect(hint).toContainText('Northwind');
  await expect(page.locator('[data-best-row]')).toHaveCount(0);
  for (const [width, height] of [
    [1280, 720],
    [390, 844],
    [320, 568],
  ] as const) {
    await page.setViewportSize({ width, height });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(wide, String(width)).toBe(false);
  }
  await hint.locator('[data-show-best]').click();
  await expect(page.locator('[data-best-row]').first()).toBeVisible();
  await expect(hint).toHaveCount(0);
});

test('a player who has played the level before sees the best way at once @thorough', async ({ page }) => {
  await openDebrief(page, { 'cv-to-rivals': DONE });
  await expect(page.locator('[data-best-row]').first()).toBeVisible();
  await expect(page.locator('[data-hint]')).toHaveCount(0);
});
