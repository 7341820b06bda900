import type { Page } from '@playwright/test';
import { clashes } from './clashes.ts';

/** Windows of phones, tablets, laptops and projectors. */
export const SIZES = [
  [320, 568],
  [390, 844],
  [768, 1024],
  [844, 390],
  [1024, 768],
  [1280, 600],
  [1280, 720],
  [1366, 768],
  [1920, 1080],
] as const;

/** The page stands still: it has its new size, and so has the canvas. */
async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () =>
      new Promise((done) => {
        requestAnimationFrame(done);
      });
    for (let count = 0; count < 3; count++) await frame();
    await document.fonts.ready;
    await Promise.all(
      document.getAnimations().flatMap((one) => {
        const end = one.effect?.getComputedTiming().endTime;
        return typeof end === 'number' && end < 2000 ? [one.finished.catch(() => null)] : [];
      }),
    );
    await frame();
  });
}

/** With PICTURES=folder the tour keeps a picture of each state at each size, for people to look at. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

/**
 * What clashes on the page as it is, at each size of the window, with and without large type for a projector. The page keeps
 * its state, and gets back the size that it had.
 *
 * @param state its name
 */
export async function clashesAtSizes(
  page: Page,
  state: string,
  sizes: readonly (readonly [number, number])[] = SIZES,
): Promise<string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  const wasPresenting = await page.evaluate(() => document.documentElement.hasAttribute('data-presenting'));
  const found: string[] = [];
  for (const presenting of [false, true]) {
    await page.evaluate((on) => document.documentElement.toggleAttribute('data-presenting', on), presenting);
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await still(page);
      const name = `${String(width)}×${String(height)}${presenting ? ' presenting' : ''}`;
      found.push(...(await clashes(page)).map((clash) => `${name}: ${clash}`));
      await keepPicture(page, `${state} ${name}`);
    }
  }
  await page.evaluate((on) => document.documentElement.toggleAttribute('data-presenting', on), wasPresenting);
  await page.setViewportSize(before);
  await still(page);
  return found;
}
