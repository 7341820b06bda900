import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { keepAtFirst, openReplayOf, skipReplay } from './player.ts';

/** Finds words (and numbers) in a selector's matches that are broken across lines. */
async function brokenWords(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const broken: string[] = [];
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (const { 0: word, index } of (text.textContent ?? '').matchAll(/[\p{L}\p{N}.,]+/gu)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
        }
      }
      return broken;
    }),
  );
}

// German has the longest words; the other languages are in the thorough tests.
for (const [language, tag] of [
  ['de', ''],
  ['en', ' @thorough'],
  ['fr', ' @thorough'],
  ['es', ' @thorough'],
] as const) {
  test(`no word of the best way breaks, at any width (${language})${tag}`, async ({ page }) => {
    const log = [
      { type: 'place', contacts: ['petitioners'], field: 'cc' },
      { type: 'place', contacts: ['tom'], field: 'to' },
      { type: 'send' },
    ];
    const settings = { language, sound: false, motion: 'system' };
    const plays = { 'forum-privacy-reply': { log, stage: 'debrief' } };
    await keepAtFirst(page, JSON.stringify({ version: 1, settings, results: {}, plays }));
    await page.goto('./#/level/forum-privacy-reply');
    // After a first try the best way appears on request.
    await page.locator('[data-show-best]').click();
    await expect(page.locator('[data-best-row]')).toHaveCount(3);
    for (const width of [390, 800, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await brokenWords(page, '[data-best-row] :is(th, td)'), String(width)).toEqual([]);
    }
  });
}

test('the number of disclosures is whole beside the other, on a phone @thorough', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openReplayOf(page, 'forum-privacy-reply', [
    ['petitioners', 'cc'],
    ['tom', 'to'],
  ]);
  await skipReplay(page);
  await page.locator('[data-what-if]').click();
  await expect(page.locator('[data-disclosures]').first()).toContainText('999,999,000,000');
  expect(await brokenWords(page, '[data-disclosures]')).toEqual([]);
});
