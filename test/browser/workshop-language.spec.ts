import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

test('a trainer with a German page writes in English, and changes the language of the texts without losing one', async ({
  page,
}) => {
  const title = page.locator('#at-title');
  const menu = page.getByRole('combobox', { name: 'Sprache der Texte' });
  await page.goto('./?lang=de#/workshop');
  await expect(menu).toHaveValue('de');
  await title.fill('Two patients');
  // The texts are English already.
  await menu.selectOption('en');
  await page.locator('[data-relabel]').press('Enter');
  await expect(menu).toBeFocused();
  await expect(title).toHaveValue('Two patients');
  await expect(title).toHaveAttribute('lang', 'en');

  // A French version stands beside the English one.
  await menu.selectOption('fr');
  await page.locator('[data-add-language]').press('Enter');
  await expect(title).toHaveValue('');
  await title.fill('Deux patients');
  await menu.selectOption('en');
  await expect(title).toHaveValue('Two patients');

  await page.reload();
  await expect(menu).toHaveValue('en');
  await page.locator('[data-section="share"]').press('Enter');
  const saving = page.waitForEvent('download');
  await page.locator('[data-save-level]').press('Enter');
  const { title: texts } = JSON.parse(await readFile(await (await saving).path(), 'utf8')) as { title: unknown };
  expect(texts).toEqual({ en: 'Two patients', fr: 'Deux patients' });
});

test('templates are in the language of the page, which may change, or in the one that the trainer wants @thorough', async ({
  page,
}) => {
  const template = page.locator('[data-template="list-is-secret"] b');
  await page.goto('./?lang=de#/workshop');
  const german = await template.textContent();
  await page.locator('[data-settings]').click();
  await page.getByRole('radio', { name: 'English' }).check();
  await page.keyboard.press('Escape');
  await expect(template).not.toHaveText(german ?? '');
  const english = await template.textContent();
  await page.locator('[data-start-language]').selectOption('de');
  await expect(template).toHaveText(german ?? '');
  await page.locator('[data-start-language]').selectOption('en');
  await expect(template).toHaveText(english ?? '');
  await template.click();
  await expect(page.locator('#at-title')).toHaveValue(english ?? '');
});

test('a file whose languages have no proper tags opens, also after a reload @thorough', async ({ page }) => {
  const title = page.locator('#at-title');
  const menu = page.locator('[data-writing-language]');
  await page.goto('./#/workshop');
  const choosing = page.waitForEvent('filechooser');
  await page.locator('[data-start-file]').click();
  await (
    await choosing
  ).setFiles({
    name: 'party.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{ "id": "party", "format": 2, "title": { "en_US": "Party", "*": "Feier" } }\n'),
  });
  await expect(title).toHaveValue('Party');
  await expect(menu).toHaveValue('en_US');
  // A reload before the level is open would lose it.
  await expect(page.locator('#section-heading')).toBeFocused();
  await page.reload();
  await expect(title).toHaveValue('Party');
  await menu.selectOption({ label: '*' });
  await expect(title).toHaveValue('Feier');
  await page.locator('[data-section="languages"]').click();
  // The trainer translates from the language that they write in.
  await expect(page.locator('[data-translate="source"]')).toHaveValue('*');
});
