import type { Page } from '@playwright/test';
import { joinRoom, type LivePhone } from '../../src/room/live/phone.ts';
import { newParticipant } from '../../src/room/participant.ts';
import { expect } from './fixtures.ts';
import { brokerOf, join, joinAtDesk, openPhone, SCREEN, SESSION, test } from './live-site.ts';
import { deskReady, goOn, placeAll, sendAndWatch, skipReplay } from './player.ts';

const results = (screen: Page, count: number) =>
  expect(screen.locator('[data-room-results]')).toHaveAttribute('data-room-results', String(count));

async function send(phone: Page, field: string): Promise<void> {
  await deskReady(phone);
  await placeAll(phone, { northwind: field, southgale: field });
  await sendAndWatch(phone);
}

async function toDebrief(phone: Page): Promise<void> {
  await skipReplay(phone);
  await goOn(phone);
}

test.describe('@thorough', () => {
  test('a device that the next group uses counts the new play, and not the one that it shows', async ({
    page: screen,
    browser,
  }) => {
    await screen.goto(SCREEN);
    const phone = await openPhone(browser, screen);
    await joinAtDesk(phone);
    await send(phone, 'cc');
    await toDebrief(phone);
    await expect(phone.locator('[data-received="true"]')).toBeVisible();

    await screen.locator('[data-phase="closed"]').click();
    await screen.locator('[data-next-group]').click();
    // The next group can vote at once.
    await expect(screen.locator('[data-phase="closed"]')).toBeVisible();
    await expect(phone.locator('[data-next-group-began]')).toBeVisible();
    await expect(phone.locator('[data-result-code]')).toHaveCount(0);
    await join(phone);
    await expect(screen.locator('[data-here]')).toHaveAttribute('data-here', '1');
    await phone.reload();
    await expect(phone.locator('[data-stars]').first()).toBeVisible();
    await expect(phone.locator('[data-result-code]')).toHaveCount(0);
    await results(screen, 0);

    await phone.locator('[data-again]').click();
    await send(phone, 'separate');
    await results(screen, 1);
    await screen.locator('[data-phase="closed"]').click();
    await expect(screen.locator('[data-spread="northwind"] [data-field="separate"]')).toContainText('1');
    await toDebrief(phone);
    await expect(phone.locator('[data-received="true"]')).toBeVisible();
    await phone.context().close();
  });

  test('what was sent without a network arrives later, also after the page was loaded again', async ({
    page: screen,
    browser,
  }) => {
    await screen.goto(SCREEN);
    const phone = await openPhone(browser, screen);
    let network = false;
    await phone.routeWebSocket(/room-broker/, (socket) => {
      if (network) socket.connectToServer();
      else void socket.close();
    });
    await joinAtDesk(phone);
    await send(phone, 'cc');
    await toDebrief(phone);
    await expect(phone.locator('[data-received="false"]')).toBeVisible();
    await phone.reload();
    await expect(phone.locator('[data-received="false"]')).toBeVisible();
    await results(screen, 0);
    network = true;
    await expect(phone.locator('[data-received="true"]')).toBeVisible();
    await results(screen, 1);
    await phone.context().close();
  });

  test('a send that the player undoes does not count', async ({ page: screen, browser }) => {
    await screen.goto(SCREEN);
    const phone = await openPhone(browser, screen);
    await joinAtDesk(phone);
    await placeAll(phone, { northwind: 'cc', southgale: 'cc' });
    await phone.locator('[data-send]').press('Enter');
    await phone.locator('[data-take-back]').click();
    await send(phone, 'separate');
    await results(screen, 1);
    await screen.locator('[data-phase="closed"]').click();
    await expect(screen.locator('[data-spread="northwind"] [data-field="separate"]')).toContainText('1');
    await phone.context().close();
  });

  test('voting stays closed when the screen is loaded again, until the next group begins', async ({ page: screen }) => {
    await screen.goto(SCREEN);
    await screen.locator('[data-phase="closed"]').click();
    await expect(screen.locator('[data-phase="open"]')).toBeVisible();
    await screen.reload();
    await expect(screen.locator('[data-live="connected"] [data-phase="open"]')).toBeVisible();
    await screen.locator('[data-next-group]').click();
    await expect(screen.locator('[data-phase="closed"]')).toBeVisible();
  });

  test('what was erased on the screen does not come back with what arrives later', async ({ page: screen, site }) => {
    const sendAnother = async () => {
      const participant = newParticipant();
      const placement = { northwind: 'cc', southgale: 'cc' } as const;
      const received = new Promise<void>((done) => {
        phones.push(
          joinRoom({ url: brokerOf(site.url), session: SESSION, participant }, (view) => {
            if (view.received.size > 0) done();
          }),
        );
      });
      phones.at(-1)?.send({ level: 'cv-to-rivals', participant, placement, prediction: null });
      await received;
    };
    const phones: LivePhone[] = [];
    await screen.goto(SCREEN);
    await expect(screen.locator('[data-room-level]')).toHaveValue('cv-to-rivals');
    await sendAnother();
    await results(screen, 1);
    await screen.locator('[data-settings]').click();
    await screen.locator('[data-erase]').click();
    await screen.locator('[data-erase-yes]').click();
    await screen.locator('[data-close]').click();
    await sendAnother();
    await screen.goBack();
    await results(screen, 1);
    for (const phone of phones) phone.close();
  });
});
