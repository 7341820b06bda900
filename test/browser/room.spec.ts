import { expect, test } from './fixtures.ts';
import { goOn, openDesk, placeAll, sendAndWatch, skipReplay } from './player.ts';

const ROOM = '?room=codes';

test('a phone shows a code for its first placement, and the screen counts the codes of the room', async ({
  page,
  context,
}) => {
  await page.goto(`./${ROOM}#/level/cv-to-rivals`);
  await page.locator('[data-to-desk]').click();
  await placeAll(page, { northwind: 'cc', southgale: 'cc' });
  await sendAndWatch(page);
  await skipReplay(page);
  await goOn(page);
  const code = await page.locator('[data-result-code]').getAttribute('data-result-code');
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{1,4})+$/);
  await expect(page.locator('[data-qr]')).toHaveAttribute('data-qr', code ?? '');

  // Trying again keeps the code, because the room compares everyone's first try.
  await page.locator('[data-again]').click();
  await placeAll(page, { northwind: 'separate', southgale: 'separate' });
  await sendAndWatch(page);
  await skipReplay(page);
  await goOn(page);
  await expect(page.locator('[data-result-code]')).toHaveAttribute('data-result-code', code ?? '');

  const screen = await context.newPage();
  await screen.goto('./?present=1&room=codes#/room');
  await screen.locator('[data-codes]').fill(`${code ?? ''} ${code ?? ''}\nWR0NG-C0DE`);
  await screen.locator('[data-add-codes]').click();
  await expect(screen.locator('[data-added] li')).toHaveCount(3);
  await expect(screen.locator('[data-room-results]')).toHaveAttribute('data-room-results', '1');
  await expect(screen.locator('[data-spread="northwind"] [data-field="cc"]')).toContainText('1');
  await expect(screen.locator('[data-room-leak]')).toContainText('Northwind');

  await screen.locator('[data-hands=""] [data-more]').click();
  await screen.reload();
  await expect(screen.locator('[data-hands=""] input')).toHaveValue('1');
  await screen.locator('[data-next-group]').click();
  await expect(screen.locator('[data-room-results]')).toHaveAttribute('data-room-results', '0');
  await screen.locator('[data-bring-back]').click();
  await expect(screen.locator('[data-room-results]')).toHaveAttribute('data-room-results', '1');

  await screen.locator('[data-replay-leak]').click();
  await expect(screen.locator('[data-replay]')).toBeVisible();
  await expect(screen.locator('[data-guest]')).toHaveText('What the room did. It changes no score.');
  await screen.goBack();
  await expect(screen.locator('[data-page="room"]')).toBeVisible();
});

test('a phone shows and copies its code although the network has failed, and without TLS', async ({
  page,
  context,
}) => {
  // As browsers give it to pages without TLS.
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
  });
  const screen = await context.newPage();
  await screen.goto(`./${ROOM}&present=1#/room`);
  // The last file that an idle page fetches.
  const prefetched = page.waitForResponse(/forum-privacy-reply\.json$/);
  await page.goto(`./${ROOM}#/level/cv-to-rivals`);
  await prefetched;
  // Pictures may be missing, as only the debrief shows some.
  await page.route(/\.(js|css|json)$/, (route) => route.abort('internetdisconnected'));
  await page.locator('[data-to-desk]').click();
  await placeAll(page, { northwind: 'cc', southgale: 'cc' });
  await sendAndWatch(page);
  await skipReplay(page);
  await goOn(page);
  const code = (await page.locator('[data-result-code]').getAttribute('data-result-code')) ?? '';
  await page.locator('[data-copy-code]').click();
  await expect(page.locator('[data-copy-code] svg')).toBeVisible();
  await expect(page.locator('[data-copy-code]')).toBeFocused();
  await screen.bringToFront();
  await screen.locator('[data-codes]').press('ControlOrMeta+v');
  await expect(screen.locator('[data-codes]')).toHaveValue(code);
});

test('without a session the page shows no code, and does not load what makes it', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await openDesk(page, 'cv-to-rivals');
  await placeAll(page, { northwind: 'separate', southgale: 'separate' });
  await sendAndWatch(page);
  await skipReplay(page);
  await goOn(page);
  await expect(page.locator('[data-stars]')).toBeVisible();
  await expect(page.locator('[data-result-code]')).toHaveCount(0);
  expect(loaded.filter((url) => /room|qr-code|result-code/.test(url))).toEqual([]);
});

test('the host page shows both links as QR codes, large enough for the room', async ({ page }) => {
  await page.goto('./#/host');
  for (const name of ['screen', 'room']) {
    const link = await page.locator(`[data-host-link="${name}"]`).inputValue();
    await expect(page.locator(`[data-qr-enlarge="${name}"] [data-qr]`)).toHaveAttribute('data-qr', link);
  }
  await page.locator('[data-qr-enlarge="room"]').click();
  await expect(page.locator('dialog[open] [data-qr]')).toBeVisible();
  await page.locator('[data-qr-close]').click();
  await expect(page.locator('dialog[open]')).toHaveCount(0);
});
