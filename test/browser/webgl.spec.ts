import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { card, drag, goOn, openDesk, placeAll, sendAndWatch, skipReplay, stars } from './player.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/**
 * Machines without a graphics card draw with the plain canvas. Here the page believes that there is a card, so that
 * what most players see is tested too.
 */
async function withGraphicsCard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Method = (this: unknown, ...values: unknown[]) => unknown;
    const replace = (prototype: object, name: string, by: (before: Method) => Method) => {
      Object.assign(prototype, { [name]: by(Reflect.get(prototype, name) as Method) });
    };
    replace(HTMLCanvasElement.prototype, 'getContext', (before) => {
      return function (kind, wish) {
        return before.call(this, kind, { ...(wish as object), failIfMajorPerformanceCaveat: false });
      };
    });
    replace(WebGLRenderingContext.prototype, 'getParameter', (before) => {
      return function (name) {
        return name === WebGLRenderingContext.RENDERER ? 'A graphics card' : before.call(this, name);
      };
    });
  });
}

test('the game draws and plays with WebGL if there is a graphics card @thorough', async ({ page }) => {
  await withGraphicsCard(page);
  await openDesk(page, 'cv-to-rivals');
  const canvas = page.locator('[data-stage-host] canvas');
  expect(await canvas.evaluate((element: HTMLCanvasElement) => element.getContext('webgl') !== null)).toBe(true);

  const box = await card(page, 'northwind').boundingBox();
  if (!box) throw new Error('Nothing is drawn.');
  const before = await page.screenshot({ clip: box });
  await drag(page, 'northwind', 'separate');
  // Its old place is empty now.
  await expect.poll(async () => (await page.screenshot({ clip: box })).equals(before)).toBe(false);
  await drag(page, 'southgale', 'separate');
  await drag(page, 'referee', 'separate');
  await sendAndWatch(page);
  await skipReplay(page);
  await expect(page.locator('[data-beat-kind="nobody-exposed"]')).toBeVisible();
  await goOn(page);
  await expect(stars(page)).toHaveAttribute('data-stars', '3');
});

test('a desk and a replay at rest are redrawn when their WebGL context comes back', async ({ page, problems }) => {
  problems.expect(/WebGL Context (lost|restored)/);
  await withGraphicsCard(page);
  /** Counts the pixels that are drawn as soon as the context is back. */
  const drawnAgain = () =>
    page.locator('[data-stage-host] canvas:not([data-dots])').evaluate(async (canvas: HTMLCanvasElement) => {
      const extension = canvas.getContext('webgl')?.getExtension('WEBGL_lose_context');
      if (!extension) throw new Error('This browser cannot lose a context.');
      const heard = <Told>(name: string, tell: () => Told) =>
        new Promise<Told>((done) => {
          canvas.addEventListener(name, () => done(tell()), { once: true });
        });
      const lost = heard('webglcontextlost', () => setTimeout(() => extension.restoreContext()));
      extension.loseContext();
      await lost;
      // Within the event, because a browser clears a WebGL canvas after showing it.
      return heard('webglcontextrestored', () => {
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
        copy?.drawImage(canvas, 0, 0);
        const { data } = copy?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        return data.filter((value, index) => index % 4 === 3 && value > 0).length;
      });
    });

  await openDesk(page, 'cv-to-rivals');
  expect(await drawnAgain()).toBeGreaterThan(1000);
  await placeAll(page, { northwind: 'to', southgale: 'cc' });
  await sendAndWatch(page);
  await skipReplay(page);
  expect(await drawnAgain()).toBeGreaterThan(1000);
});
