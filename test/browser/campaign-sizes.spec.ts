import { startPlay } from '../../src/engine/play/play.ts';
import { CAMPAIGN } from './campaign.ts';
import { expect, test } from './fixtures.ts';
import { openReplayOf, skipReplay, type Placed } from './player.ts';
import { clashesAtSizes } from './sizes.ts';

// Words are measured.
test.use({ course: 'whole', deviceScaleFactor: 1 });

for (const level of CAMPAIGN) {
  test.describe(`${level.id} @thorough`, () => {
    test('nothing is cut off or covered on its first desk, at any size', async ({ page }) => {
      test.setTimeout(300_000);
      await page.goto(`./#/level/${level.id}`);
      await page.locator('[data-to-desk]').click();
      // A desk where names are typed has no card yet.
      await expect(page.locator('[data-tray="none"]')).toBeAttached();
      expect(await clashesAtSizes(page, `${level.id}, desk`)).toEqual([]);
    });

    test('nothing is cut off or covered at the end of the replay of everyone in Cc, at any size', async ({ page }) => {
      test.setTimeout(300_000);
      const { desk } = startPlay(level);
      const all: Placed = [desk?.contacts ?? [], 'cc'];
      await openReplayOf(page, level.id, [all]);
      await skipReplay(page);
      expect(await clashesAtSizes(page, `${level.id}, replay`)).toEqual([]);
    });
  });
}
