import type { Page } from '@playwright/test';
import { writeResultCode } from '../../src/room/result-code.ts';
import { courseLevel } from '../engine/levels.ts';
import { expect, test } from './fixtures.ts';
import { deskReady, placeAll } from './player.ts';

const LEVEL = courseLevel('cv-to-rivals');
const placement = { northwind: 'cc', southgale: 'cc' } as const;
const ROOM = './?present=1&room=codes#/room';

/** Plays the level as a facilitator does for the room. */
async function playForRoom(page: Page): Promise<void> {
  await page.goto('./?present=1&room=codes#/level/cv-to-rivals');
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
  await placeAll(page, placement);
  await page.locator('[data-send]').press('Enter');
  await page.locator('[data-vote-go]').click();
  await page.locator('[data-watch]').click();
}

test.describe('@thorough', () => {
  test('raised hands, typed or tapped, stand beside what happened on the screen', async ({ page }) => {
    await page.goto(ROOM);
    await expect(page.locator('[data-room-readers]')).toHaveCount(0);
    await playForRoom(page);
    await page.goto(ROOM);
    const hands = page.locator('[data-hands="northwind"]');
    await hands.locator('input').fill('12');
    await hands.locator('input').press('Enter');
    await hands.locator('[data-more]').click();
    await hands.locator('[data-fewer]').click();
    await hands.locator('[data-more]').click();
    await expect(hands.locator('input')).toHaveValue('13');
    await page.locator('[data-hands=""] [data-fewer]').click();
    await expect(page.locator('[data-hands=""] input')).toHaveValue('0');
    await expect(page.locator('[data-room-readers]')).toContainText('Northwind');
    await page.locator('[data-next-group]').click();
    await expect(hands.locator('input')).toHaveValue('0');
  });

  test('a hidden score is hidden in the room and in the summary, also after a reload', async ({ page }) => {
    await page.goto(ROOM);
    const code = writeResultCode(LEVEL, { level: LEVEL.id, participant: 'ABCD', placement, prediction: null });
    await page.locator('[data-codes]').fill(code);
    await page.locator('[data-add-codes]').click();
    const scores = page.locator('.room-scores, [data-room-summary] [data-column="privacy"]');
    await expect(scores.first()).toBeVisible();
    await page.locator('[data-hide-score]').check();
    for (const score of await scores.all()) await expect(score).toBeHidden();
    await page.reload();
    await expect(page.locator('[data-room-summary]')).toBeVisible();
    for (const score of await scores.all()) await expect(score).toBeHidden();
    await expect(page.locator('[data-room-leak]')).toBeVisible();
  });
});
