import type { Page } from '@playwright/test';
import { COLLECT } from '../../src/room/live/collected-results.ts';
import { joinRoom } from '../../src/room/live/phone.ts';
import { newParticipant } from '../../src/room/participant.ts';
import { expect } from './fixtures.ts';
import { brokerOf, join, joinAtDesk, KEY, openPhone, openPhones, SCREEN, SESSION, test } from './live-site.ts';
import { goOn, placeAll, sendAndWatch, skipReplay } from './player.ts';

async function send(page: Page, field: string): Promise<void> {
  await placeAll(page, { northwind: field, southgale: field });
  await sendAndWatch(page);
}

test('phones send what they placed, and the screen shows who is here and what they did, also after a reload', async ({
  page: screen,
  browser,
  site,
}) => {
  await screen.goto(SCREEN);
  await expect(screen.locator('[data-live="connected"]')).toBeVisible();
  expect(screen.url()).not.toContain('key');

  const page = await openPhone(browser, screen);
  await joinAtDesk(page);
  await send(page, 'cc');
  // A second phone, without a browser.
  const participant = newParticipant();
  const other = joinRoom({ url: brokerOf(site.url), session: SESSION, participant }, () => null);
  const placement = { northwind: 'separate', southgale: 'separate' } as const;
  other.send({ level: 'cv-to-rivals', participant, placement, prediction: null });
  const both = async () => {
    await expect(screen.locator('[data-here]')).toHaveAttribute('data-here', '2');
    await expect(screen.locator('[data-room-results]')).toHaveAttribute('data-room-results', '2');
  };
  await both();
  // What others chose does not lead those who have not sent anything.
  await expect(screen.locator('[data-hidden]')).toBeVisible();
  for (const shown of ['[data-spread]', '[data-room-leak]', '[data-room-summary]'])
    await expect(screen.locator(shown)).toHaveCount(0);
  // A reloaded screen counts nobody twice.
  await screen.reload();
  await both();
  await screen.locator('[data-phase="closed"]').click();
  await expect(screen.locator('[data-spread="northwind"] [data-field="cc"]')).toContainText('1');
  await expect(screen.locator('[data-room-leak]')).toContainText('Northwind');
  await expect(screen.locator('[data-room-summary] tbody tr')).toHaveCount(1);
  other.close();
  await page.context().close();
  await expect(screen.locator('[data-here]')).toHaveAttribute('data-here', '0');
});

test('what has arrived just before the next group begins belongs to the last group', async ({ page: screen, site }) => {
  // The screen takes messages, but comes to count them only when the test lets it.
  await screen.addInitScript((collect) => {
    const { setTimeout } = globalThis;
    const waiting: (() => void)[] = [];
    const hold = (run: () => void, ms?: number) => (ms === collect ? waiting.push(run) : setTimeout(run, ms));
    const count = () => waiting.splice(0).forEach((run) => run());
    Object.assign(globalThis, { setTimeout: hold, count });
  }, COLLECT);
  const count = () => screen.evaluate<void>('count()');
  await screen.goto(SCREEN);
  await expect(screen.locator('[data-room-level]')).toHaveValue('cv-to-rivals');
  const participant = newParticipant();
  let received = 0;
  const phone = joinRoom({ url: brokerOf(site.url), session: SESSION, participant }, (view) => {
    received = view.received.size;
  });
  const placement = { northwind: 'cc', southgale: 'cc' } as const;
  phone.send({ level: 'cv-to-rivals', participant, placement, prediction: null });
  await expect.poll(() => received).toBe(1);
  const results = screen.locator('[data-room-results]');
  await expect(results).toHaveAttribute('data-room-results', '0');
  await screen.locator('[data-next-group]').click();
  await count();
  await expect(results).toHaveAttribute('data-room-results', '0');
  await screen.locator('[data-bring-back]').click();
  await expect(results).toHaveAttribute('data-room-results', '1');
  phone.close();
});

test('without a connection the screen claims no number of phones, and says how to continue if it is refused', async ({
  page: screen,
  context,
}) => {
  await screen.routeWebSocket(/room-broker/, (socket) => void socket.close());
  await screen.goto(SCREEN);
  await expect(screen.locator('[data-live="lost"] [data-here]')).toHaveText(
    'The connection is lost. It comes back by itself, and nothing is lost.',
  );
  const refused = await context.newPage();
  await refused.goto(SCREEN.replace(KEY, 'another-key'));
  await expect(refused.locator('[data-live="refused"]')).toContainText('continue with result codes and hands');
});

test('six phones come by the QR code, play, and leave a summary; then the next group begins @thorough', async ({
  page: screen,
  browser,
}) => {
  test.setTimeout(240_000);
  await screen.goto(SCREEN);
  const link = (await screen.locator('[data-qr-enlarge="room"] [data-qr]').getAttribute('data-qr')) ?? '';
  expect(link).not.toContain('key');
  const contexts = await openPhones(browser, screen, 6);
  const phones = await Promise.all(contexts.map((context) => context.newPage()));
  for (const [index, phone] of phones.entries()) {
    await phone.goto(link);
    await join(phone);
    await phone.locator('[data-level="cv-to-rivals"] a').click();
    await phone.locator('[data-to-desk]').click();
    await send(phone, index === 0 ? 'separate' : 'cc');
  }
  await expect(screen.locator('[data-room-results]')).toHaveAttribute('data-room-results', '6');
  await screen.locator('[data-phase="closed"]').click();
  await expect(screen.locator('[data-spread="northwind"] [data-field="cc"]')).toContainText('5');
  await expect(screen.locator('[data-room-leak]')).toContainText('Northwind');
  await expect(screen.locator('[data-room-summary] tbody tr')).toHaveCount(1);

  // A phone shows that the screen has its result; one that was reloaded is not counted again.
  const [first, second] = [phones[0] as Page, phones[1] as Page];
  await skipReplay(first);
  await goOn(first);
  await expect(first.locator('[data-received="true"]')).toBeVisible();
  await second.reload();
  await expect(second.locator('[data-room-join]')).toHaveCount(0);
  await expect(screen.locator('[data-here]')).toHaveAttribute('data-here', '6');
  await expect(screen.locator('[data-room-results]')).toHaveAttribute('data-room-results', '6');

  // A phone without a network plays on, and its result comes later.
  await screen.locator('[data-room-level]').selectOption('survey-mailing');
  await contexts[2]?.setOffline(true);
  await expect(screen.locator('[data-room-results]')).toHaveAttribute('data-room-results', '0');
  await contexts[2]?.setOffline(false);

  await screen.locator('[data-next-group]').click();
  await expect(second.locator('[data-room-join]')).toBeVisible();
  await expect(screen.locator('[data-here]')).toHaveAttribute('data-here', '0');
  await screen.locator('[data-room-level]').selectOption('cv-to-rivals');
  await join(second);
  await expect(screen.locator('[data-here]')).toHaveAttribute('data-here', '1');
  await expect(screen.locator('[data-room-results]')).toHaveAttribute('data-room-results', '0');
  for (const context of contexts) await context.close();
});

test('six phones show their codes, and the screen leads to the summary without a server @thorough', async ({
  page: screen,
  browser,
}) => {
  test.setTimeout(240_000);
  await screen.goto('./?present=1&room=codes#/room');
  const link = (await screen.locator('[data-qr-enlarge="room"] [data-qr]').getAttribute('data-qr')) ?? '';
  const codes: string[] = [];
  for (const [index, context] of (await openPhones(browser, screen, 6)).entries()) {
    const phone = await context.newPage();
    await phone.goto(link);
    await phone.locator('[data-level="cv-to-rivals"] a').click();
    await phone.locator('[data-to-desk]').click();
    await send(phone, index < 2 ? 'separate' : 'cc');
    await skipReplay(phone);
    await goOn(phone);
    codes.push((await phone.locator('[data-result-code]').getAttribute('data-result-code')) ?? '');
    await context.close();
  }
  // As people type them: in lower case, with spaces, one twice.
  await screen.locator('[data-codes]').fill(codes.slice(0, 3).join('\n').toLowerCase().replaceAll('-', ' '));
  await screen.locator('[data-add-codes]').click();
  await screen.locator('[data-codes]').fill([...codes.slice(3), codes[0]].join(' '));
  await screen.locator('[data-add-codes]').click();
  await expect(screen.locator('[data-room-results]')).toHaveAttribute('data-room-results', '6');
  await expect(screen.locator('[data-spread="northwind"] [data-field="cc"]')).toContainText('4');
  await expect(screen.locator('[data-room-summary] tbody tr')).toHaveCount(1);
});

test('a player who would rather play alone is not asked again, and sends nothing @thorough', async ({ page }) => {
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(`./?room=${SESSION}#/level/cv-to-rivals`);
  await page.locator('[data-alone]').click();
  await page.reload();
  await page.locator('[data-to-desk]').click();
  await send(page, 'separate');
  await expect(page.locator('[data-room-join]')).toHaveCount(0);
  expect(sockets).toEqual([]);
});
