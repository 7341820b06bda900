import type { Page } from '@playwright/test';
import { HEADERS } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { openRoomBroker } from '../../src/room-server/broker.ts';
import { testPage } from './built-page.ts';
import { expect, test as base } from './fixtures.ts';
import { placeAll, sendAndWatch } from './player.ts';

const SESSION = 'ABCDEFGH0123';
const KEY = 'the-key-of-the-screen';

/** The page with a broker beside it, as `npm run room` serves it. */
const test = base.extend<object, { site: Pick<Awaited<ReturnType<typeof serve>>, 'url' | 'close'> }>({
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

async function join(page: Page): Promise<void> {
  await page.goto(`./?room=${SESSION}#/level/cv-to-rivals`);
  await expect(page.locator('[data-room-join]')).toBeVisible();
  await page.locator('[data-join]').click();
  await page.locator('[data-to-desk]').click();
}

async function play(page: Page, field: string): Promise<void> {
  await placeAll(page, { northwind: field, southgale: field });
  await sendAndWatch(page);
}

for (const { phones, tag } of [
  { phones: 2, tag: '' },
  { phones: 6, tag: ' @thorough' },
]) {
  test(`${String(phones)} phones send what they placed, and the screen shows who is here and what they did${tag}`, async ({
    page: screen,
    browser,
  }) => {
    await screen.goto(`./?present=1&room=${SESSION}&key=${KEY}#/room`);
    await expect(screen.locator('[data-live="connected"]')).toBeVisible();
    expect(screen.url()).not.toContain(KEY);

    const contexts = await Promise.all(
      Array.from({ length: phones }, () =>
        browser.newContext({ baseURL: new URL('.', screen.url()).href, reducedMotion: 'reduce' }),
      ),
    );
    for (const [index, context] of contexts.entries()) {
      const page = await context.newPage();
      await join(page);
      await play(page, index === 0 ? 'separate' : 'cc');
    }
    await expect(screen.locator('[data-here]')).toHaveAttribute('data-here', String(phones));
    await expect(screen.locator('[data-room-results]')).toHaveAttribute('data-room-results', String(phones));
    await expect(screen.locator('[data-spread="northwind"] [data-field="cc"]')).toContainText(String(phones - 1));

    // A reloaded screen counts nobody twice.
    await screen.reload();
    await expect(screen.locator('[data-here]')).toHaveAttribute('data-here', String(phones));
    await expect(screen.locator('[data-room-results]')).toHaveAttribute('data-room-results', String(phones));
    for (const context of contexts) await context.close();
    await expect(screen.locator('[data-here]')).toHaveAttribute('data-here', '0');
  });
}

test('a player who would rather play alone is not asked again, and sends nothing', async ({ page }) => {
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(`./?room=${SESSION}#/level/cv-to-rivals`);
  await page.locator('[data-alone]').click();
  await page.reload();
  await page.locator('[data-to-desk]').click();
  await play(page, 'separate');
  await expect(page.locator('[data-room-join]')).toHaveCount(0);
  expect(sockets).toEqual([]);
});
