import type { Page } from '@playwright/test';
import { compose, composeDay, type Situation } from '../../src/engine/compose/index.ts';
import { card, deskReady, drag, goOn, placeAll, skipReplay } from './player.ts';
import { expect, test } from './fixtures.ts';
import { situationLanguage } from './situation-language.ts';

const ENGLISH = situationLanguage('en');
/** The time on the page's clock, from which it takes its seeds. */
const NOW = new Date('2026-12-01T10:00:00');

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(NOW);
});

/** Addresses the email on the screen in the best way, or puts all cards in To. */
async function answer(page: Page, { level, best }: Situation, well: boolean): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText(String(Object.values(level.title)[0]));
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
  for (const id of level.mails[0]?.contacts ?? []) {
    const field = well ? (best[id] ?? 'none') : 'to';
    if ((await card(page, id).getAttribute('data-field')) === field) continue;
    if (field === 'none' || field === 'instead') await drag(page, id, field);
    else await placeAll(page, { [id]: field });
  }
  await page.locator('[data-send]').click();
  await page.locator('[data-watch]').click();
}

test('the email of the day has one try, and a line to share', async ({ page }) => {
  await page.goto('./#/today');
  await page.locator('[data-practice-start]').click();
  await answer(page, compose('2026-12-01', ENGLISH), true);
  await skipReplay(page);
  await goOn(page);
  await expect(page.locator('[data-end-score="100"]')).toBeVisible();
  await expect(page.locator('[data-share]')).toHaveText(/^Blind Copy 2026-12-01 ★★★ 100\/100 🟩+$/u);
  await expect(page.locator('[data-streak="1"]')).toBeVisible();
  await expect(page.locator('[data-practice-again]')).toHaveCount(0);
  await page.goto('./#/');
  await page.goto('./#/today');
  await expect(page.locator('[data-end-score="100"]')).toBeVisible();
  await expect(page.locator('[data-practice-start]')).toHaveCount(0);
});

test('a day at the office brings mistakes back, replays the worst and ends with a postmark @thorough', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const day = composeDay(String(NOW.getTime()), ENGLISH, 8);
  await page.goto('./#/day');
  await page.locator('[data-practice-clock]').check();
  await page.locator('[data-practice-start]').click();
  await expect(page.locator('[data-day-clock]')).toContainText('09:0');
  for (const [index, situation] of day.entries()) {
    await answer(page, situation, index !== 1);
    await expect(page.locator(`[data-between-stars="${index === 1 ? '0' : '3'}"]`)).toBeVisible();
    await expect(page.locator('[data-returned]')).toHaveCount(index === 3 ? 1 : 0);
    await page.locator('[data-practice-on]').click();
  }
  await skipReplay(page);
  await goOn(page);
  await expect(page.locator('[data-practice="end"] .postmark')).toBeVisible();
  await expect(page.locator('.practice-emails li')).toHaveCount(8);
});
