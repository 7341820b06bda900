import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openReplayOf, pauseReplay } from './player.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** Translates the page as Chrome, Edge and Safari do: with two font elements in place of each text. */
async function translatePage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text && node.data.trim() !== '') texts.push(node);
    }
    for (const text of texts) {
      if (text.parentElement?.closest('[translate="no"], script, style')) continue;
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      inner.textContent = `«${text.data}»`;
      outer.append(inner);
      text.replaceWith(outer);
    }
  });
}

test.describe("if the page lacks the reader's language", () => {
  test.use({ locale: 'pl-PL' });

  test('a translated page keeps working: the words follow the replay', async ({ page }) => {
    await openReplayOf(page, 'cv-to-rivals', [
      ['northwind', 'to'],
      ['southgale', 'cc'],
    ]);
    await pauseReplay(page);
    await page.keyboard.press('Home');
    const parts = ['[data-caption]', '.transport-time', '[data-scene]', '.log-left'];
    const read = () => Promise.all(parts.map((part) => page.locator(part).textContent()));
    await expect(page.locator('html')).not.toHaveAttribute('translate', 'no');
    await translatePage(page);
    const before = await read();
    expect(before.join()).toContain('«');
    await page.locator('[data-transport="next"]').click();
    await page.locator('[data-transport="next"]').click();
    for (const [index, part] of parts.entries()) {
      await expect(page.locator(part), part).not.toHaveText(before[index] ?? '');
    }
    // New text is not translated yet; the browser does so later.
    await expect(page.locator('[data-caption]')).not.toContainText('«');
  });

  test('addresses and the names of fields stay as they are @thorough', async ({ page }) => {
    await page.goto('./#/level/cv-to-rivals');
    await expect(page.locator('.screen .address').first()).toBeVisible();
    await translatePage(page);
    await expect(page.locator('.screen .address').first()).toHaveText('robin.hale@post.example');
    const fields = page.locator('.screen dt');
    await expect(fields.filter({ hasText: /^Bcc$/ })).toHaveCount(1);
  });
});

test("if the page has the reader's language, no browser needs to translate it @thorough", async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('html')).toHaveAttribute('translate', 'no');
});
