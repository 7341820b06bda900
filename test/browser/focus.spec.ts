import { expect, test } from './fixtures.ts';
import { walkFocus } from './focus.ts';
import { goOn, openReplayOf, skipReplay } from './player.ts';
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

test('the heading takes the focus when a bridge to the next desk closes, however late a busy browser reports it', async ({
  page,
}) => {
  await openReplayOf(page, 'survey-mailing', [[['batch-1', 'batch-2'], 'cc']]);
  await skipReplay(page);
  await goOn(page);
  await expect(page.locator('[data-bridge]')).toBeVisible();
  // The browser draws a frame first, in which the button of the closed dialog loses the focus.
  await page.evaluate(() => {
    const late = (event: Event) => {
      event.stopImmediatePropagation();
      removeEventListener('close', late, { capture: true });
      requestAnimationFrame(() => setTimeout(() => event.target?.dispatchEvent(new Event('close')), 100));
    };
    addEventListener('close', late, { capture: true });
  });
  await page.locator('[data-cross]').press('Enter');
  await expect(page.locator('[data-bridge]')).toHaveCount(0);
  await expect(page.locator('h1[data-heading]')).toBeFocused();
});
