import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** What a person does, with a real pointer on the real page. */

/** Opens the desk of a level by its link, which takes a third less time than from the home page. */
export async function openDesk(page: Page, level: string): Promise<void> {
  await page.goto(`./#/level/${level}`);
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
}

/** Waits until the desk is drawn and its cards are at rest. */
export async function deskReady(page: Page): Promise<void> {
  await expect(page.locator('[data-tray="none"]')).toBeAttached();
  await expect(page.locator('[data-contact]').first()).toBeAttached();
}

export function card(page: Page, contact: string): Locator {
  return page.locator(`.twin-card[data-contact="${contact}"]`);
}

export function tray(page: Page, field: string): Locator {
  return page.locator(`[data-tray="${field}"]`);
}

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`Nothing is drawn for ${locator.toString()}.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Picks a card up and drops it on a tray, in steps, as a hand does. */
export async function drag(page: Page, contact: string, field: string): Promise<void> {
  const from = await middleOf(card(page, contact));
  const to = await middleOf(tray(page, field));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await expect(card(page, contact)).toHaveAttribute('data-field', field);
}

/** Draws a marquee around cards, which selects all that it touches. */
export async function frameAround(page: Page, contacts: readonly string[]): Promise<void> {
  const boxes = await Promise.all(contacts.map((contact) => card(page, contact).boundingBox()));
  const drawn = boxes.flatMap((box) => (box ? [box] : []));
  if (drawn.length < contacts.length) throw new Error('Not all of these cards are drawn.');
  await page.mouse.move(Math.min(...drawn.map(({ x }) => x)) - 4, Math.min(...drawn.map(({ y }) => y)) - 4);
  await page.mouse.down();
  const right = Math.max(...drawn.map(({ x, width }) => x + width));
  const bottom = Math.max(...drawn.map(({ y, height }) => y + height));
  await page.mouse.move(right - 4, bottom - 4, { steps: 4 });
  await page.mouse.up();
  for (const contact of contacts) await expect(card(page, contact)).toHaveAttribute('aria-selected', 'true');
}

/** Drags the named cards to their fields; other cards stay. */
export async function dragAll(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [contact, field] of Object.entries(fields)) {
    if ((await card(page, contact).getAttribute('data-field')) !== field) await drag(page, contact, field);
  }
}

/** The number that the tray of a field shows, whose key moves the focused card there. */
const KEYS: Readonly<Record<string, string>> = { to: '1', cc: '2', bcc: '3', separate: '4' };

/** Moves the named cards to their fields by keyboard, which is much faster than dragging; other cards stay. */
export async function placeAll(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [contact, field] of Object.entries(fields)) {
    await card(page, contact).press(KEYS[field] ?? '');
    await expect(card(page, contact)).toHaveAttribute('data-field', field);
  }
}

/** Sends, and opens the replay without waiting for the undo timer. */
export async function sendAndWatch(page: Page): Promise<void> {
  // By a key, after which nothing runs out.
  await page.locator('[data-send]').press('Enter');
  await page.locator('[data-watch]').click();
  await expect(page.locator('[data-replay]')).toBeVisible();
}

/** Goes to the end of the replay, where all its beats have been shown. */
export async function skipReplay(page: Page): Promise<void> {
  await page.locator('[data-transport="skip"]').click();
  await expect(page.locator('[data-go-on]')).toBeVisible();
}

export async function goOn(page: Page): Promise<void> {
  await page.locator('[data-go-on]').click();
}

/** The stars of the debrief. */
export function stars(page: Page): Locator {
  return page.locator('[data-stars]');
}

/** The name under which the page keeps the record of its own course. */
export function recordKey(page: Page): string {
  return `blind-copy:${new URL('.', page.url()).pathname}`;
}

/** Stores a record on the device before the first page of a tab opens; later changes by the page stay. */
export async function keepAtFirst(page: Page, record: string): Promise<void> {
  await page.addInitScript((text) => {
    if (sessionStorage.getItem('test-kept') !== null) return;
    sessionStorage.setItem('test-kept', '1');
    localStorage.setItem(`blind-copy:${new URL('.', location.href).pathname}`, text);
  }, record);
}

/** A card and its field, as in the log of a play. */
export type Placed = readonly [contacts: string | readonly string[], field: string];

/**
 * Opens the replay of an earlier play, as after a reload, without the desk.
 * @param placed what was placed before sending, in order
 * @param until `commit` if a file of the page never arrives
 */
export async function openReplayOf(
  page: Page,
  level: string,
  placed: readonly Placed[],
  until: 'load' | 'commit' = 'load',
): Promise<void> {
  const log = [
    ...placed.map(([contacts, field]) => ({ type: 'place', contacts: [contacts].flat(), field })),
    { type: 'send' },
  ];
  const record = {
    version: 1,
    settings: { language: null, sound: false, motion: 'system' },
    results: {},
    plays: { [level]: { log, stage: 'replay' } },
  };
  await keepAtFirst(page, JSON.stringify(record));
  await page.goto(`./#/level/${level}`, { waitUntil: until });
  await expect(page.locator('[data-transport="toggle"]')).toBeVisible();
}

/** Pauses the replay. */
export async function pauseReplay(page: Page): Promise<void> {
  await expect(page.locator('[data-transport="toggle"]')).toBeVisible();
  const toggle = page.getByRole('button', { name: 'Pause' });
  if (await toggle.isVisible()) await toggle.click();
  await expect(page.getByRole('button', { name: /^Play/ })).toBeVisible();
}
