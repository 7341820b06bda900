import { expect, test } from './fixtures.ts';
import { losses } from './losses.ts';
import { tour } from './tour.ts';

test('with the text spacing that readers may need (WCAG 1.4.12) nothing is lost @thorough', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./');
  await page.evaluate(() => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, spacing];
  });
  expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).wordSpacing)).not.toBe('0px');
  await tour(page, async (state) => expect.soft(await losses(page), state).toEqual([]));
});
