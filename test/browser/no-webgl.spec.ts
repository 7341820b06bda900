import { expect, test } from './fixtures.ts';
import { openReplayOf, skipReplay } from './player.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--disable-3d-apis'] });
  },
});

test('without WebGL the replay plays, and says how many of the people are drawn', async ({ page }) => {
  await openReplayOf(page, 'forum-privacy-reply', [
    ['petitioners', 'cc'],
    ['tom', 'to'],
  ]);
  await expect(page.locator('canvas[data-dots="canvas"]')).toBeVisible();
  const note = page.locator('[data-drawn="2000"][data-people="1000000"]');
  await expect(note).toContainText('2,000 of 1,000,000');
  const seek = page.locator('[data-seek]');
  await expect.poll(async () => Number(await seek.inputValue())).toBeGreaterThan(1);
  await skipReplay(page);
  await expect(page.locator('[data-figure]')).toContainText('999,999');
});
