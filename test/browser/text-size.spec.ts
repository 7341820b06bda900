import { expect, test } from './fixtures.ts';
import { losses } from './losses.ts';
import { tour } from './tour.ts';

// The text size in the browser's own settings: twice the default.
test.use({
  deviceScaleFactor: 1,
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32'] });
  },
});

test('with text of 200 % nothing is lost, and nothing scrolls sideways @thorough', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
  await tour(page, async (state) => expect.soft(await losses(page), state).toEqual([]));
});
