import type { Browser, BrowserContext, Page } from '@playwright/test';
import { HEADERS } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { openRoomBroker } from '../../src/room-server/broker.ts';
import { testPage } from './built-page.ts';
import { test as base } from './fixtures.ts';

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

/** Opens phones: each has its own storage, as another device has. */
export async function openPhones(browser: Browser, screen: Page, count: number): Promise<BrowserContext[]> {
  const options = {
    baseURL: new URL('.', screen.url()).href,
    reducedMotion: 'reduce',
    viewport: { width: 390, height: 844 },
  } as const;
  return Promise.all(Array.from({ length: count }, () => browser.newContext(options)));
}
