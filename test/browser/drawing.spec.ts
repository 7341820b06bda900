import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openDesk, placeAll, sendAndWatch, skipReplay } from './player.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

const stage = (page: Page) => page.locator('[data-stage-host] canvas:not([data-dots])');

/**
 * Empties the canvas and all textures, as a reset of the graphics card does, and lets the browser report it.
 * @returns the drawn pixels before, at once afterwards, and when the frame after that has been drawn
 */
async function losePictures(page: Page): Promise<number[]> {
  return stage(page).evaluate(async (canvas: HTMLCanvasElement) => {
    const images = (Reflect.get(canvas, 'shownImages') as () => { readonly source: HTMLCanvasElement }[])();
    const drawn = () => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      return data.filter((value, index) => index % 4 === 3 && value > 0).length;
    };
    const before = drawn();
    for (const one of [canvas, ...images.map(({ source }) => source)]) {
      // Setting a size clears a canvas.
      const { width } = one;
      one.width = width;
    }
    const empty = drawn();
    canvas.dispatchEvent(new Event('contextrestored'));
    for (let frame = 0; frame < 60 && drawn() < before / 2; frame++) await new Promise(requestAnimationFrame);
    return [before, empty, drawn()];
  });
}

test('a desk and a replay at rest are drawn again when the graphics card was reset', async ({ page }) => {
  await openDesk(page, 'cv-to-rivals');
  const [before = 0, empty, after = 0] = await losePictures(page);
  expect(before).toBeGreaterThan(1000);
  expect(empty).toBe(0);
  expect(after / before).toBeCloseTo(1, 2);

  await placeAll(page, { northwind: 'to', southgale: 'cc' });
  await sendAndWatch(page);
  await skipReplay(page);
  const [told = 0, gone, again = 0] = await losePictures(page);
  expect(told).toBeGreaterThan(1000);
  expect(gone).toBe(0);
  expect(again / told).toBeCloseTo(1, 1);
});

test('a desk is drawn once when it opens, and not while nothing moves', async ({ page }) => {
  // Phaser clears the canvas before each drawing.
  await page.addInitScript(() => {
    const prototype: object = CanvasRenderingContext2D.prototype;
    const clear = Reflect.get(prototype, 'clearRect') as (...box: number[]) => void;
    Object.assign(globalThis, { drawings: 0 });
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      if (this.canvas.parentElement?.matches('[data-stage-host]')) {
        Object.assign(globalThis, { drawings: (Reflect.get(globalThis, 'drawings') as number) + 1 });
      }
      clear.apply(this, box);
    };
  });
  await openDesk(page, 'cv-to-rivals');
  const drawings = () => page.evaluate(() => Reflect.get(globalThis, 'drawings') as number);
  await expect.poll(drawings).toBeGreaterThan(0);
  await page.evaluate(async () => {
    for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame);
  });
  // A font that arrives late is one more reason to draw.
  expect(await drawings()).toBeLessThanOrEqual(2);
});
