import { expect, test } from './fixtures.ts';
import { deskReady, openReplayOf, skipReplay } from './player.ts';
import { clashesAtSizes } from './sizes.ts';
import { tour } from './tour.ts';

// Words are measured.
test.use({ deviceScaleFactor: 1 });

/** The sizes at which most things clashed before. */
const NARROW_AND_LOW = [
  [320, 568],
  [844, 390],
  [1280, 600],
] as const;

test('home, briefing and desk can be read on a small phone, on one that lies on its side, and in a low window', async ({
  page,
}) => {
  await page.goto('./');
  await expect(page.locator('[data-level] a')).toHaveCount(3);
  expect.soft(await clashesAtSizes(page, 'home', NARROW_AND_LOW)).toEqual([]);
  await page.locator('[data-level="survey-mailing"] a').click();
  await expect(page.locator('[data-to-desk]')).toBeVisible();
  expect.soft(await clashesAtSizes(page, 'briefing', NARROW_AND_LOW)).toEqual([]);
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
  expect(await clashesAtSizes(page, 'desk', NARROW_AND_LOW)).toEqual([]);
});

test('the end of a replay can be read there, too @thorough', async ({ page }) => {
  await openReplayOf(page, 'survey-mailing', [[['batch-1', 'batch-2', 'batch-3', 'priya'], 'cc']]);
  await skipReplay(page);
  expect(await clashesAtSizes(page, 'end of the replay', NARROW_AND_LOW)).toEqual([]);
});

test.describe('@thorough', () => {
  test('nothing is cut off or covered on any screen at any size, with and without a projector', async ({ page }) => {
    test.setTimeout(1_200_000);
    await page.goto('./');
    await tour(page, async (state) => {
      expect.soft(await clashesAtSizes(page, state), state).toEqual([]);
    });
  });
});
