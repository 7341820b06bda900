import { LANGUAGES, PSEUDO } from '../../src/i18n/languages.ts';
import { expect, test } from './fixtures.ts';
import { losses } from './losses.ts';
import { clippedTexts } from './seen-texts.ts';
import { clashesAtSizes } from './sizes.ts';
import { sideways } from './targets.ts';
import { workshopTour } from './workshop-tour.ts';

// Words are measured.
test.use({ deviceScaleFactor: 1 });

test.describe('@thorough', () => {
  test.beforeEach(async ({ page }) => {
    test.setTimeout(900_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });

  test('the workshop can be read at every size, with and without a projector', async ({ page }) => {
    await workshopTour(page, async (state) => expect.soft(await clashesAtSizes(page, state), state).toEqual([]));
  });

  for (const { tag } of [...LANGUAGES, PSEUDO]) {
    test(`nothing of the workshop is lost at 400 % zoom in ${tag}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 256 });
      const whole = async (state: string) => {
        expect.soft(await losses(page), state).toEqual([]);
        expect.soft(await clippedTexts(page), state).toEqual([]);
        expect.soft(await sideways(page), state).toBeLessThanOrEqual(0);
      };
      await workshopTour(page, whole, `?lang=${tag}`);
    });
  }
});
