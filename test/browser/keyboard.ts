import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { lookAtFocus } from './focus.ts';

/** What a person does who has only keys. */

/**
 * Goes on by Tab alone until what is meant has the focus; each stop on the way must be seen.
 *
 * @param key `Shift+Tab` goes back
 */
export async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press(key);
    const { on, there, faults } = await lookAtFocus(page, selector);
    expect(faults, on ?? '').toEqual([]);
    if (there) return;
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

/** Goes on by an arrow key alone until a card has the focus. @param key towards the end of the line, which is on the left in Arabic */
export async function walkTo(
  page: Page,
  contact: string,
  key: 'ArrowRight' | 'ArrowLeft' = 'ArrowRight',
): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    const here = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['contact']);
    if (here === contact) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The arrow keys do not lead to ${contact}.`);
}

/** Goes to what is meant by Tab, and presses Enter there. */
export async function enter(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
}

/**
 * Waits until another screen stands there and its heading has taken the focus, from which Tab goes on. A Tab that came
 * before would be overtaken by the heading, which itself is no stop and has no ring.
 */
export async function arrive(page: Page, landmark: string): Promise<void> {
  await expect(page.locator(landmark).first()).toBeVisible();
  await expect(page.locator('h1[data-heading]')).toBeFocused();
}
