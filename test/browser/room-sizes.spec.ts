import { expect } from './fixtures.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { test } from './live-site.ts';
import { losses } from './losses.ts';
import { roomTour } from './room-tour.ts';
import { clashesAtSizes } from './sizes.ts';

// Words are measured.
test.use({ deviceScaleFactor: 1 });

test.describe('@thorough', () => {
  test('a session can be read at every size, with and without a projector', async ({ page }) => {
    test.setTimeout(600_000);
    await roomTour(page, async (state) => expect.soft(await clashesAtSizes(page, state), state).toEqual([]));
  });

  for (const { tag } of LANGUAGES)
    test(`nothing of a session is lost at 400 % zoom in ${tag}`, async ({ page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width: 320, height: 256 });
      await roomTour(page, async (state) => expect.soft(await losses(page), state).toEqual([]), `&lang=${tag}`);
    });
});
