import type { Browser, BrowserContext, Page } from '@playwright/test';
import { HEADERS } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { openRoomBroker } from '../../src/room-server/broker.ts';
import { testPage } from './built-page.ts';
import { expect, test as base } from './fixtures.ts';
import { deskReady } from './player.ts';

export const SESSION = 'ABCDEFGH0123';
export const KEY = 'the-key-of-the-screen';

/** The link of the screen, as `npm run room` prints it. */
export const SCREEN = `./?present=1&room=${SESSION}&key=${KEY}#/room`;

/** The page with a broker beside it, as `npm run room` serves it. */
export const test = base.extend<object, { site: Pick<Awaited<ReturnType<typeof serve>>, 'url' | 'close'> }>({
  site: [
    async ({}, use) => {
      const site = await serve({ folder: testPage(), prefix: '/room/', headers: HEADERS });
      const broker = await openRoomBroker(site.server, '/room/room-broker', { session: SESSION, hostKey: KEY });
      await use(site);
      await broker.close();
      await site.close();
    },
    { scope: 'worker' },
  ],
});

/** The address of the broker beside a page. */
export const brokerOf = (site: string): string => new URL('room-broker', site.replace('http', 'ws')).href;

/** Opens phones: each has its own storage, as another device has. */
export async function openPhones(browser: Browser, screen: Page, count: number): Promise<BrowserContext[]> {
  const options = {
    baseURL: new URL('.', screen.url()).href,
    reducedMotion: 'reduce',
    viewport: { width: 390, height: 844 },
  } as const;
  return Promise.all(Array.from({ length: count }, () => browser.newContext(options)));
}

/** Opens one phone. */
export async function openPhone(browser: Browser, screen: Page): Promise<Page> {
  const [context] = await openPhones(browser, screen, 1);
  if (!context) throw new Error('There is no phone.');
  return context.newPage();
}

/** Joins the session that the page's link asks for. */
export async function join(phone: Page): Promise<void> {
  await expect(phone.locator('[data-room-join]')).toBeVisible();
  await phone.locator('[data-join]').click();
}

/** Opens a level by the session's link, joins, and goes on to the desk. */
export async function joinAtDesk(phone: Page, level = 'cv-to-rivals'): Promise<void> {
  await phone.goto(`./?room=${SESSION}#/level/${level}`);
  await join(phone);
  await phone.locator('[data-to-desk]').click();
  await deskReady(phone);
}
