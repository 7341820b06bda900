import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { SCREEN, SESSION } from './live-site.ts';
import { goOn, placeAll, sendAndWatch, skipReplay } from './player.ts';

/**
 * Visits what only a session with a group shows, on the site of a live session: the facilitator's page and a phone.
 *
 * @param look is called in each state, once nothing moves, with its name
 * @param query such as `&lang=de`
 */
export async function roomTour(page: Page, look: (state: string) => Promise<void>, query = ''): Promise<void> {
  const ask = (address: string) => page.goto(address.replace('#', `${query}#`));
  await ask(SCREEN);
  await expect(page.locator('[data-live="connected"]')).toBeVisible();
  await look('room, live');
  await page.locator('[data-phase="closed"]').click();
  await page.locator('[data-end-session]').click();
  await expect(page.locator('[data-live="over"]')).toBeVisible();
  await look('room, after the session');
  await page.locator('[data-qr-enlarge="room"]').click();
  await expect(page.locator('dialog[open] [data-qr]')).toBeVisible();
  await look('room, large code');
  await page.locator('[data-qr-close]').click();

  await ask(`./?room=${SESSION}#/level/cv-to-rivals`);
  await expect(page.locator('[data-room-join]')).toBeVisible();
  await look('question to join');
  await page.locator('[data-join]').click();
  await page.locator('[data-to-desk]').click();
  await placeAll(page, { northwind: 'cc', southgale: 'cc' });
  await sendAndWatch(page);
  await skipReplay(page);
  await goOn(page);
  await expect(page.locator('[data-received="false"]')).toBeVisible();
  await look('phone, result code');
  const code = (await page.locator('[data-result-code]').getAttribute('data-result-code')) ?? '';

  await ask('./?present=1&room=codes#/room');
  await page.locator('[data-codes]').fill(`${code} ${code}\nWR0NG-C0DE`);
  await page.locator('[data-add-codes]').click();
  await page.locator('[data-hands=""] [data-more]').click();
  await page.locator('[data-show-best]').click();
  await expect(page.locator('[data-room-summary]')).toBeVisible();
  await look('room, results');
  await page.locator('[data-next-group]').click();
  await expect(page.locator('[data-bring-back]')).toBeVisible();
  await look('room, next group');
}
