import { expect, test } from './fixtures.ts';

test('a course that is put together is there after a reload, in every tab, with every step to undo @thorough', async ({
  page,
  context,
}) => {
  const titles = (tab = page) => tab.locator('.course-levels h3');
  const name = page.locator('[data-course="title"]');
  await page.goto('./#/workshop');
  await page.locator('[data-start-empty]').press('Enter');
  await page.locator('#at-title').fill('First');
  await page.locator('[data-start] summary').click();
  await page.locator('[data-start-empty]').press('Enter');
  await page.locator('#at-title').fill('Second');
  await page.locator('[data-section="share"]').press('Enter');
  await page.locator('[data-add-other]').press('Enter');
  await expect(titles()).toHaveText(['Second', 'First']);
  await page.locator('[data-move="up"]').last().press('Enter');
  await name.fill('Our course');
  await page.locator('[data-course="passMark"]').fill('80');
  await name.focus();

  await page.reload();
  await page.locator('[data-section="share"]').press('Enter');
  await expect(titles()).toHaveText(['First', 'Second']);
  await expect(name).toHaveValue('Our course');
  await expect(page.locator('[data-course="passMark"]')).toHaveValue('80');
  for (let step = 0; step < 3; step += 1) await page.locator('[data-undo]').press('Enter');
  await expect(titles()).toHaveText(['Second', 'First']);
  await page.locator('[data-redo]').press('Enter');
  await expect(titles()).toHaveText(['First', 'Second']);

  // What another tab has changed meanwhile is not written over.
  const other = await context.newPage();
  await other.goto('./#/workshop');
  await other.locator('[data-section="share"]').press('Enter');
  await expect(titles(other)).toHaveText(['First', 'Second']);
  await other.locator('[data-course="title"]').fill('Theirs');
  await other.close();
  await page.bringToFront();
  await name.fill('Mine');
  await expect(name).toHaveValue(/Theirs|Mine/);
  await page.reload();
  await page.locator('[data-section="share"]').press('Enter');
  await expect(name).toHaveValue(/Theirs|Mine/);

  await page.goto('./#/privacy');
  await page.locator('[data-page-erase]').click();
  await page.locator('[data-page-erase-yes]').click();
  await expect(page.locator('[data-page-erased]')).toBeVisible();
  await page.goto('./#/workshop');
  await page.locator('[data-section="share"]').press('Enter');
  await expect(name).toHaveValue('');
});

test('a copy of a level, made in another tab, takes its place in the course there @thorough', async ({
  page,
  context,
}) => {
  await page.goto('./#/workshop');
  await page.locator('[data-start-empty]').press('Enter');
  await page.locator('#at-title').fill('First');
  await page.locator('[data-section="share"]').press('Enter');
  await page.locator('[data-course="title"]').fill('Our course');

  const other = await context.newPage();
  const titles = other.locator('.course-levels h3');
  await other.goto('./#/workshop');
  await expect(other.locator('.workshop-notice')).toBeVisible();
  await other.locator('#at-title').fill('Second');
  await other.locator('[data-section="share"]').press('Enter');
  await expect(titles).toHaveText(['Second']);
  await expect(other.locator('[data-add-this]')).toHaveAttribute('aria-disabled', 'true');
  // The letters are undone before the place in the course.
  await other.locator('[data-undo]').press('Enter');
  await expect(titles).toHaveText(['First']);
  await other.locator('[data-undo]').press('Enter');
  await expect(other.locator('[data-add-this]')).toHaveAttribute('aria-disabled', 'false');
});
