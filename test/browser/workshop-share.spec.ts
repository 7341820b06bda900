import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

test('a level of the course is translated, goes to a translator and back, and is saved @thorough', async ({ page }) => {
  await page.goto('./#/workshop');
  await page.locator('[data-start-level]').selectOption('cv-to-rivals');
  await page.locator('[data-start-open]').press('Enter');
  // A level that has been fetched opens at its story.
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('One CV, two rivals');
  await page.locator('[data-section="languages"]').press('Enter');
  await page.locator('[data-translate="target"]').selectOption('fr');
  await expect(page.locator('[data-missing="0"]')).toBeVisible();
  const manager = page.getByRole('textbox', { name: /Kim Adler/ });
  await manager.fill('');
  await expect(page.locator('[data-missing="1"]')).toBeVisible();

  const saving = page.waitForEvent('download');
  await page.locator('[data-exchange-save]').press('Enter');
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('cv-to-rivals.fr.xlf');
  const sent = await readFile(await saved.path(), 'utf8');
  // The translator fills in what is missing, and loses an id.
  const returned = sent
    .replace('Does not know you want to leave.</source>', '$&<target>Ne sait rien.</target>')
    .replace('id="summary"', 'id="gone"');
  const choosing = page.waitForEvent('filechooser');
  await page.locator('[data-exchange-load]').press('Enter');
  await (await choosing).setFiles({ name: 'back.xlf', mimeType: 'application/xml', buffer: Buffer.from(returned) });
  await expect(page.locator('[data-exchange-fault="unknown-text"]')).toContainText('gone');
  await expect(manager).toHaveValue('Ne sait rien.');

  await page.locator('[data-section="share"]').press('Enter');
  const downloading = page.waitForEvent('download');
  await page.locator('[data-save-level]').press('Enter');
  const level = await downloading;
  expect(level.suggestedFilename()).toBe('cv-to-rivals.json');
  expect(await readFile(await level.path(), 'utf8')).toContain('"fr": "Ne sait rien."');
  await expect(page.locator('[data-share-link]')).toHaveValue(/\?level=levels\/cv-to-rivals\.json$/);
});
