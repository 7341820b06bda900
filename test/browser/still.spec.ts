import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

// Motion as most people have it, and the resolution of a real screen.
test.use({ contextOptions: { reducedMotion: 'no-preference' }, deviceScaleFactor: 1 });

/** The position of an element in each frame, and how long it took to appear, in milliseconds. */
interface Seen {
  readonly after: number;
  readonly place: string;
  readonly comes: number;
}

/** Logs the elements that people want to click, from the first frame in which they exist. */
async function watchFrames(page: Page, selector: string): Promise<() => Promise<Seen[]>> {
  await page.addInitScript((wanted) => {
    const seen: Seen[] = [];
    let since = 0;
    const look = (now: number) => {
      requestAnimationFrame(look);
      const element = document.querySelector(wanted);
      if (!element) return;
      since ||= now;
      // Its words may become a few pixels wider or narrower as their font arrives.
      const { x, y, height } = element.getBoundingClientRect();
      const coming = document.getAnimations().filter(({ effect }) => {
        const { target = null } = effect instanceof KeyframeEffect ? effect : {};
        return target?.contains(element);
      });
      const comes = Math.max(0, ...coming.map(({ effect }) => Number(effect?.getComputedTiming().endTime)));
      seen.push({ after: now - since, place: [x, y, height].map(Math.round).join(' '), comes });
    };
    requestAnimationFrame(look);
    Object.assign(globalThis, { seen });
  }, selector);
  return () => page.evaluate(() => (globalThis as unknown as { seen: Seen[] }).seen);
}

for (const [what, address, selector] of [
  ['Start', './', '[data-first][href]'],
  ['To the desk', './#/level/cv-to-rivals', '[data-to-desk]'],
] as const) {
  test(`${what} stays in place from its first frame, and appears within 150 ms`, async ({ page }) => {
    const frames = await watchFrames(page, selector);
    await page.goto(address);
    await expect(page.locator(selector)).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    await expect.poll(async () => (await frames()).at(-1)?.after).toBeGreaterThan(800);
    const seen = await frames();
    expect([...new Set(seen.map(({ place }) => place))]).toHaveLength(1);
    expect(Math.max(...seen.map(({ comes }) => comes))).toBeLessThanOrEqual(150);
  });
}

test('a desk opens on a stage that started while the email was read @thorough', async ({ page }) => {
  await page.goto('./');
  await page.locator('[data-first]').click();
  await expect(page.locator('[data-to-desk]')).toBeVisible();
  // Phaser has started out of sight, so that only the desk is left to draw.
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /phaser-/.test(name)));
  await page.locator('[data-to-desk]').click();
  await expect(page.locator('[data-stage-host] canvas')).toHaveCount(1);
  await expect(page.locator('.twin-card').first()).toBeAttached();
});
