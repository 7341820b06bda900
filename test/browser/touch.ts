import type { Locator, Page } from '@playwright/test';

/** What can be pressed is at least so large on a screen that is touched, in CSS pixels (WCAG 2.5.5). */
export const TOUCH = 44;

/** Taps the middle of something, after scrolling to it. */
export async function tap(page: Page, what: Locator): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (!box) throw new Error(`Nothing is drawn for ${what.toString()}.`);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}
