import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

async function begin(page: Page): Promise<void> {
  await page.goto('./#/workshop');
  await page.locator('[data-start-empty]').click();
}

test('a change of the level or of the course forgets what was undone of the other, after a reload too @thorough', async ({
  page,
}) => {
  const redo = page.locator('[data-redo]');
  const title = page.locator('#at-title');
  const course = page.locator('[data-course="title"]');
  await begin(page);
  await title.fill('Party');
  await page.locator('[data-section="share"]').click();
  await course.fill('Our course');
  await page.locator('[data-undo]').click();
  await expect(course).toHaveValue('');
  await page.locator('[data-section="story"]').click();
  await title.fill('Party at six');
  await expect(redo).toHaveAttribute('aria-disabled', 'true');
  await page.reload();
  await expect(title).toHaveValue('Party at six');
  await expect(redo).toHaveAttribute('aria-disabled', 'true');

  await page.locator('[data-undo]').click();
  await expect(redo).toHaveAttribute('aria-disabled', 'false');
  await page.locator('[data-section="share"]').click();
  await course.fill('Another course');
  await expect(redo).toHaveAttribute('aria-disabled', 'true');
  await page.reload();
  await expect(redo).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Control+z');
  await page.locator('[data-section="share"]').click();
  await expect(course).toHaveValue('');
});
