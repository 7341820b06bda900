import type { CDPSession, Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { card, openDesk, tray } from './player.ts';

/**
 * A drag that never gets its release must not leave a card on the pointer, where the next click would drop it in any
 * field.
 */

const LEVEL = 'cv-to-rivals';
const CARD = 'northwind';

interface Place {
  readonly x: number;
  readonly y: number;
}

async function middle(what: Locator): Promise<Place> {
  const box = await what.boundingBox();
  if (!box) throw new Error(`Nothing is drawn for ${what.toString()}.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const host = (page: Page) => page.locator('.stage-host');
const dragging = (page: Page) => host(page).evaluate((element: HTMLElement) => element.style.cursor === 'grabbing');

/** Picks a card up and moves it over Cc, with the button held. */
async function dragOverCc(page: Page): Promise<{ from: Place; to: Place }> {
  const from = await middle(card(page, CARD));
  const to = await middle(tray(page, 'cc'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  expect(await dragging(page)).toBe(true);
  return { from, to };
}

/** How many fields say on the canvas that the card can be put there. */
function fieldsThatInvite(page: Page): Promise<number> {
  return page.locator('[data-stage-host] canvas').evaluate((canvas) => {
    type Shown = { readonly written: readonly { readonly text: string }[] };
    const { shownImages } = canvas as HTMLCanvasElement & { readonly shownImages: () => readonly Shown[] };
    return shownImages().filter(({ written }) => written.some(({ text }) => text === 'Put it here')).length;
  });
}

/** The card is in the address book, and a click on Cc does not move it there. */
async function expectNothingHeld(page: Page, at: Place): Promise<void> {
  await expect.poll(() => dragging(page)).toBe(false);
  await page.mouse.up();
  await page.mouse.click(at.x, at.y);
  await expect(card(page, CARD)).toHaveAttribute('data-field', 'none');
}

test('a move without a pressed button ends a drag whose release got lost', async ({ page }) => {
  await openDesk(page, LEVEL);
  expect(await fieldsThatInvite(page)).toBe(0);
  const { to } = await dragOverCc(page);
  await expect.poll(() => fieldsThatInvite(page)).toBe(5);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: to.x + 3, y: to.y, buttons: 0 });
  await expectNothingHeld(page, to);
  await expect.poll(() => fieldsThatInvite(page)).toBe(0);
});

test('a drag ends when its pointer capture is lost @thorough', async ({ page }) => {
  await openDesk(page, LEVEL);
  const from = await middle(card(page, CARD));
  const to = await middle(tray(page, 'cc'));
  await page.mouse.move(from.x, from.y + 1);
  await page.mouse.down();
  await host(page).evaluate((element: HTMLElement) => {
    element.addEventListener('pointermove', ({ pointerId }) => element.releasePointerCapture(pointerId), {
      once: true,
    });
  });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await expectNothingHeld(page, to);
});

test('a drag ends when the window loses the focus @thorough', async ({ page }) => {
  await openDesk(page, LEVEL);
  const { to } = await dragOverCc(page);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentWindow?.focus();
    frame.remove();
  });
  await expectNothingHeld(page, to);
});

test.describe('with a pen', () => {
  test.use({ hasTouch: true });

  const pen = (cdp: CDPSession, type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Place) =>
    cdp.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: type === 'mouseMoved' ? 'none' : 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: type === 'mouseMoved' ? 0 : 1,
      pointerType: 'pen',
    });

  test('cancelling a palm does not end a drag', async ({ page }) => {
    await openDesk(page, LEVEL);
    const heard = await host(page).evaluateHandle((element: HTMLElement) => {
      const types: string[] = [];
      for (const type of ['pointerdown', 'pointercancel'] as const) {
        element.addEventListener(type, ({ pointerType }) => types.push(`${type} ${pointerType}`));
      }
      return types;
    });
    const cdp = await page.context().newCDPSession(page);
    const from = await middle(card(page, CARD));
    const to = await middle(tray(page, 'separate'));
    await pen(cdp, 'mousePressed', from);
    await pen(cdp, 'mouseMoved', { x: (from.x + to.x) / 2, y: to.y });
    const palm = { x: from.x, y: from.y + 90, radiusX: 30, radiusY: 40 };
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [palm] });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
    await pen(cdp, 'mouseMoved', to);
    await pen(cdp, 'mouseReleased', to);
    await expect(card(page, CARD)).toHaveAttribute('data-field', 'separate');
    expect(await heard.jsonValue()).toEqual(['pointerdown pen', 'pointerdown touch', 'pointercancel touch']);
  });
});
