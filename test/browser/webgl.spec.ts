import { expect, test } from './fixtures.ts';
import { card, drag, goOn, openDesk, sendAndWatch, skipReplay, stars } from './player.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

// Machines without a graphics card draw by the plain canvas; here the page is told that there is a card, so that what
// most players see is tested, too.
test('is drawn and played by WebGL where there is a graphics card', async ({ page }) => {
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
