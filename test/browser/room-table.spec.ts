import { startPlay } from '../../src/engine/index.ts';
import { writeResultCode } from '../../src/room/result-code.ts';
import { campaignLevel } from '../engine/levels.ts';
import { expect, test } from './fixtures.ts';

test.use({ course: 'whole', viewport: { width: 1280, height: 720 } });

// German has the longest names of trays.
for (const lang of ['en', 'de'])
  test(`on a small projector the table of each level fits, with the best way in it, in ${lang} @thorough`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.goto(`./?present=1&room=codes&lang=${lang}#/room`);
    const options = page.locator('[data-room-level] option');
    await expect.poll(() => options.count()).toBeGreaterThanOrEqual(15);
    const ids = await options.evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
    const codes = ids.map((id) => {
      const level = campaignLevel(id);
      const placement = Object.fromEntries(
        (startPlay(level).desk?.contacts ?? []).map((contact) => [contact, 'cc' as const]),
      );
      return writeResultCode(level, { level: id, participant: 'ABCD', placement, prediction: null });
    });
    await page.locator('[data-codes]').fill(codes.join('\n'));
    await page.locator('[data-add-codes]').click();
    for (const id of ids) {
      await page.locator('[data-room-level]').selectOption(id);
      await page.locator('[data-show-best]').click();
      const table = page.locator('.room-scroll').first();
      // One tray is the best for each card.
      await expect(table.locator('.room-best')).toHaveCount(await table.locator('[data-spread]').count());
      const beyond = await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect.soft(beyond, id).toBeLessThanOrEqual(0);
    }
  });
