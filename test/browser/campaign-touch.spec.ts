import type { Page } from '@playwright/test';
import { isExpandable } from '../../src/engine/level/contact.ts';
import type { ContactId, Field } from '../../src/engine/level/level.ts';
import { bestPlay, CAMPAIGN, levelWords, type BestDesk, type BestPlay } from './campaign.ts';
import { expect, test } from './fixtures.ts';
import { card, stars, tray } from './player.ts';
import { smallTargets, sideways } from './targets.ts';
import { tap, TOUCH } from './touch.ts';

/** The whole campaign by taps alone, on a phone that is held upright. */

test.use({
  course: 'whole',
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 1,
  viewport: { width: 390, height: 844 },
});

const large = async (page: Page, state: string) => expect.soft(await smallTargets(page, TOUCH), state).toEqual([]);

/** Selects a card by a tap; where it lies on another page of its tray, the pages are turned first. */
async function select(page: Page, contact: ContactId): Promise<void> {
  const one = card(page, contact);
  for (let turn = 0; turn < 9; turn += 1) {
    await tap(page, one);
    // Without a wait: a tap that turned a page selected nothing.
    if ((await one.getAttribute('aria-selected')) === 'true') return;
  }
  throw new Error(`Taps do not lead to ${contact}.`);
}

/** Finds somebody by name, with the keyboard on the screen, and takes them from the list by a tap. */
async function takeByName(page: Page, { level }: BestPlay, contact: ContactId, field: Field): Promise<void> {
  // The list of a select is the device's own, and no finger of a test reaches it.
  await page.locator('[data-address-field]').selectOption(field);
  await tap(page, page.locator('[data-address-input]'));
  await page.keyboard.type(levelWords(level, 'en').name(contact).slice(0, 3));
  await large(page, 'suggestions');
  await tap(page, page.locator(`[data-suggested="${contact}"]`));
}

/** Looks behind a list by the button that lies on its note. */
async function lookBehind(page: Page, contact: ContactId): Promise<void> {
  await select(page, contact);
  const host = await page.locator('[data-stage-host]').boundingBox();
  if (!host) throw new Error('No desk.');
  await page.touchscreen.tap(host.x + host.width - 36, host.y + host.height - 38);
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[data-part]').first()).toHaveAttribute('open');
  await large(page, 'behind a list');
  await tap(page, dialog.getByRole('button', { name: 'Close' }));
  await expect(dialog).toHaveCount(0);
}

async function address(page: Page, play: BestPlay, { desk, placement }: BestDesk): Promise<void> {
  await expect(tray(page, 'none')).toBeAttached();
  await large(page, 'desk');
  await tap(page, page.locator('[data-read]'));
  await large(page, 'the whole email');
  await tap(page, page.getByRole('dialog').getByRole('button', { name: 'Close' }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const id of desk.contacts) {
    const field = placement[id] ?? 'none';
    const contact = play.level.contacts.find((one) => one.id === id);
    if ((await card(page, id).count()) === 0) {
      if (field === 'none') continue;
      await takeByName(page, play, id, field);
    } else {
      if (contact && isExpandable(contact)) await lookBehind(page, id);
      if ((await card(page, id).getAttribute('data-field')) === field) continue;
      if ((await card(page, id).getAttribute('aria-selected')) !== 'true') await select(page, id);
      await tap(page, page.locator(`[data-put="${field}"]`));
    }
    await expect(card(page, id)).toHaveAttribute('data-field', field);
  }
  await large(page, 'desk with cards in their fields');
  await tap(page, page.locator('[data-send]'));
  await tap(page, page.locator('[data-watch]'));
  await tap(page, page.locator('[data-transport="skip"]'));
  await tap(page, page.locator('[data-go-on]'));
}

async function tapThrough(page: Page, play: BestPlay): Promise<void> {
  await page.goto(`./#/level/${play.level.id}`);
  expect.soft(await sideways(page), 'briefing').toBeLessThanOrEqual(0);
  await tap(page, page.locator('[data-to-desk]'));
  for (const [turn, best] of play.desks.entries()) {
    if (turn > 0) await tap(page, page.locator('[data-cross]'));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await address(page, play, best);
  }
  await expect(stars(page)).toHaveAttribute('data-stars', '3');
  expect.soft(await sideways(page), 'debrief').toBeLessThanOrEqual(0);
}

for (const level of CAMPAIGN) {
  test(`by taps alone on a phone through ${level.id}, to three stars @thorough`, async ({ page }) => {
    test.slow();
    await tapThrough(page, bestPlay(level));
  });
}
