import type { Page } from '@playwright/test';
import type { ContactId, Field } from '../../src/engine/level/level.ts';
import { bestPlay, CAMPAIGN, levelWords, type BestDesk, type BestPlay } from './campaign.ts';
import { expect, test } from './fixtures.ts';
import { arrive, enter, tabTo, walkTo } from './keyboard.ts';
import { card, stars, tray } from './player.ts';

/** The whole campaign by keys alone, from the home page to the certificate. */

test.use({ course: 'whole' });

const isExpandable = (kind: string | undefined) => kind === 'list' || kind === 'group';

/** Types part of a name into the address line, walks to whom is meant among the suggestions, and takes them. */
async function takeByName(page: Page, { level }: BestPlay, contact: ContactId, field: Field): Promise<void> {
  await tabTo(page, '[data-address-field]', 'Shift+Tab');
  const fields = page.locator('[data-address-field]');
  await page.keyboard.press('Home');
  for (let step = 0; (await fields.inputValue()) !== field; step += 1) {
    if (step > 6) throw new Error(`The arrow keys do not lead to ${field}.`);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-address-input]')).toBeFocused();
  await page.keyboard.type(levelWords(level, 'en').name(contact).slice(0, 3));
  const active = page.locator('[data-suggested][aria-selected="true"]');
  await expect(active).toBeVisible();
  for (let step = 0; (await active.getAttribute('data-suggested')) !== contact; step += 1) {
    if (step > 9) throw new Error(`${contact} is not suggested.`);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(card(page, contact)).toHaveAttribute('data-field', field);
}

/** Opens what folds in a dialog, and closes it: the focus is where it was. */
async function lookBehind(page: Page, opener: string): Promise<void> {
  await expect(page.locator(opener)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  const parts = await page.locator('dialog[open] > form > [data-part]').count();
  for (let part = 0; part < parts; part += 1) {
    await tabTo(page, 'dialog[open] > form > [data-part] > summary');
    const open = page.locator('dialog[open] > form > [data-part]').nth(part);
    const before = await open.evaluate((details: HTMLDetailsElement) => details.open);
    await page.keyboard.press('Enter');
    expect(await open.evaluate((details: HTMLDetailsElement) => details.open)).toBe(!before);
  }
  expect(parts).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator(opener)).toBeFocused();
}

async function address(page: Page, play: BestPlay, { desk, placement }: BestDesk): Promise<void> {
  // Without a card where the player has to type whom the mail is for.
  await expect(tray(page, 'none')).toBeAttached();
  await arrive(page, '[data-send]');
  if (desk.quoted.length > 0) {
    await tabTo(page, '[data-read]');
    await lookBehind(page, '[data-read]');
  }
  for (const contact of desk.contacts) {
    const field = placement[contact] ?? 'none';
    const behind = isExpandable(play.level.contacts.find(({ id }) => id === contact)?.kind);
    if ((await card(page, contact).count()) === 0) {
      if (field !== 'none') await takeByName(page, play, contact, field);
      continue;
    }
    if (!behind && (await card(page, contact).getAttribute('data-field')) === field) continue;
    await tabTo(page, '[data-contact]');
    await page.keyboard.press('Home');
    await walkTo(page, contact);
    if (behind) await lookBehind(page, `[data-contact="${contact}"]`);
    await page.keyboard.press(String(desk.fields.indexOf(field) + 1));
    await expect(card(page, contact)).toHaveAttribute('data-field', field);
  }
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-take-back]')).toBeFocused();
  await enter(page, '[data-watch]');
  await arrive(page, '[data-transport="skip"]');
  await enter(page, '[data-transport="skip"]');
  await enter(page, '[data-go-on]');
}

test('by keys alone through the whole campaign, with three stars each, to the certificate @thorough', async ({
  page,
}) => {
  test.setTimeout(900_000);
  await page.goto('./');
  await expect(page.locator('[data-level]').first()).toBeVisible();
  await enter(page, `[data-level="${CAMPAIGN[0]?.id ?? ''}"] a`);
  for (const [index, level] of CAMPAIGN.entries()) {
    const play = bestPlay(level);
    await arrive(page, '[data-to-desk]');
    await enter(page, '[data-to-desk]');
    for (const [turn, best] of play.desks.entries()) {
      if (turn > 0) {
        await expect(page.locator('[data-bridge]')).toBeVisible();
        await enter(page, '[data-cross]');
        await expect(page.locator('[data-bridge]')).toHaveCount(0);
      }
      await test.step(`${level.id}, ${best.desk.id}`, () => address(page, play, best));
    }
    await arrive(page, '[data-stars]');
    await expect(stars(page), level.id).toHaveAttribute('data-stars', '3');
    if (index < CAMPAIGN.length - 1) await enter(page, '[data-next]');
  }
  await enter(page, '[data-to-certificate]');
  await arrive(page, '[data-certificate]');
});
