import { expect, test } from './fixtures.ts';
import { walkFocus } from './focus.ts';
import { tour } from './tour.ts';

const SIZES = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
] as const;

for (const size of SIZES) {
  const name = `${String(size.width)} by ${String(size.height)}`;
  test(`Tab reaches everything on every screen, with its whole focus ring in view, at ${name} @thorough`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await page.setViewportSize(size);
    await page.goto('./');
    await tour(page, async (state) => expect.soft(await walkFocus(page), state).toEqual([]));
  });
}
