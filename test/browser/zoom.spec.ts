import { expect, test } from './fixtures.ts';
import { losses } from './losses.ts';
import { practiceTour } from './practice-tour.ts';
import { tour } from './tour.ts';

// Words are measured.
test.use({ deviceScaleFactor: 1 });

test('at 400 % zoom (320 by 256 CSS pixels) nothing is lost, and nothing scrolls sideways', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('./');
  await tour(page, async (state) => expect.soft(await losses(page), state).toEqual([]));
});

test('at 400 % zoom, nothing of practice is lost either @thorough', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('./');
  await practiceTour(page, async (state) => expect.soft(await losses(page), state).toEqual([]));
});
