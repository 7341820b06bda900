import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { arrive, enter, tabTo, walkTo } from './keyboard.ts';
import { deskReady, stars } from './player.ts';

const WAYS = [
  {
    level: 'cv-to-rivals',
    keys: { northwind: '4', southgale: '4', referee: '4' },
    all: null,
    reducedMotion: 'no-preference',
  },
  // All cards of the address book together, then the person who must be seen.
  { level: 'survey-mailing', keys: { priya: '1' }, all: '4', reducedMotion: 'reduce' },
  { level: 'forum-privacy-reply', keys: { petitioners: '4', tom: '1' }, all: null, reducedMotion: 'reduce' },
] as const;

/** Plays a level from its briefing to the debrief, without a mistake. */
async function play(page: Page, { keys, all }: (typeof WAYS)[number]): Promise<void> {
  await arrive(page, '[data-to-desk]');
  await enter(page, '[data-to-desk]');
  await deskReady(page);
  await arrive(page, '[data-send]');
  await tabTo(page, '[data-contact]');
  if (all !== null) {
    await page.keyboard.press('Control+a');
    await page.keyboard.press(all);
    await expect(page.locator('[data-contact][data-field="separate"]').nth(6)).toBeAttached();
  }
  for (const [contact, key] of Object.entries(keys)) {
    await page.keyboard.press('Home');
    await walkTo(page, contact);
    await page.keyboard.press(key);
    const field = key === '1' ? 'to' : 'separate';
    await expect(page.locator(`[data-contact="${contact}"]`)).toHaveAttribute('data-field', field);
  }
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-take-back]')).toBeFocused();
  await enter(page, '[data-watch]');
  await arrive(page, '[data-transport="skip"]');
  await enter(page, '[data-transport="skip"]');
  await enter(page, '[data-go-on]');
  await arrive(page, '[data-stars]');
  await expect(stars(page)).toHaveAttribute('data-stars', '3');
}

test('by keyboard alone from home through all three levels, with three stars each, to the certificate', async ({
  page,
}) => {
  test.slow();
  await page.goto('./');
  await expect(page.locator('[data-level]').first()).toBeVisible();
  for (const way of WAYS) {
    // The first level with full motion, the others with reduced motion.
    await page.emulateMedia({ reducedMotion: way.reducedMotion });
    await enter(page, `[data-level="${way.level}"] a`);
    await play(page, way);
    // Only the last level completes the course: its debrief leads to the certificate, the others to the next level.
    if (way === WAYS[WAYS.length - 1]) break;
    await expect(page.locator('.debrief-foot .primary')).toHaveAttribute('data-next');
    await expect(page.locator('[data-to-certificate]')).toHaveCount(0);
    await enter(page, '[data-home]');
    await arrive(page, '[data-level]');
    await expect(page.locator('[data-first]')).not.toHaveAttribute('href', '#/certificate');
  }
  await expect(page.locator('.debrief-foot .primary')).toHaveText('Your certificate');
  await enter(page, '.debrief-foot .primary');
  await arrive(page, '[data-certificate]');
  // From now on the first thing on the home page does so too.
  await enter(page, '[data-home]');
  await arrive(page, '[data-level]');
  await expect(page.locator('[data-first]')).toHaveText('Your certificate');
  await enter(page, '[data-first]');
  await arrive(page, '[data-certificate]');
  await tabTo(page, '[data-certificate-form] input[type="text"]');
  await page.keyboard.type('Robin Hale');
  await expect(page.locator('[data-certificate]')).toContainText('Robin Hale');
  await expect(page.locator('[data-certificate]')).toContainText('100 of 100 points');
  await tabTo(page, '[data-keep-name]');
  await page.keyboard.press('Space');
  await expect(page.locator('[data-keep-name]')).toBeChecked();
  await page.evaluate(() => {
    Object.assign(globalThis, { print: () => document.body.setAttribute('data-printed', '') });
  });
  await enter(page, '[data-print]');
  await expect(page.locator('body')).toHaveAttribute('data-printed');
});

test('keys: undo and redo, selections, the list of keys, and the switch that turns them off', async ({ page }) => {
  await page.goto('./#/level/cv-to-rivals');
  await expect(page.locator('[data-to-desk]')).toBeVisible();
  await enter(page, '[data-to-desk]');
  await deskReady(page);
  await arrive(page, '[data-send]');
  const field = (contact: string) => page.locator(`[data-contact="${contact}"]`);
  await tabTo(page, '[data-contact]');
  await walkTo(page, 'northwind');
  await page.keyboard.press('3');
  await expect(field('northwind')).toHaveAttribute('data-field', 'bcc');
  await expect(field('northwind')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(field('northwind')).toHaveAttribute('data-field', 'none');
  await page.keyboard.press('Control+y');
  await expect(field('northwind')).toHaveAttribute('data-field', 'bcc');
  // Arrow keys also reach trays without cards, and Space on a card selects it.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['stop'])).toMatch(
    /^(tray|card|read)/,
  );
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(page.locator('[data-contact][aria-selected="true"]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-contact][aria-selected="true"]')).toHaveCount(0);

  await page.keyboard.press('?');
  await expect(page.locator('dialog.help')).toContainText('Ctrl + Enter');
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog.help')).toHaveCount(0);

  await enter(page, '[data-tool="settings"]');
  await expect(page.locator('dialog[open]')).toBeVisible();
  await tabTo(page, '[data-switch="keys"]');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.locator('dialog.help')).toHaveCount(0);
  await tabTo(page, '[data-contact]');
  await walkTo(page, 'southgale');
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await expect(page.locator('.twin-dialog')).toBeVisible();
  await expect(field('southgale')).toHaveAttribute('data-field', 'none');
});

test('undo send stays open for as long as the player likes @thorough', async ({ page }) => {
  await page.clock.install();
  await page.goto('./#/level/cv-to-rivals');
  await page.locator('[data-settings]').first().click();
  await page.getByRole('radio', { name: 'Until I continue' }).check();
  await page.keyboard.press('Escape');
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
  await page.locator('[data-contact="northwind"]').press('1');
  await page.locator('[data-send]').click();
  await page.mouse.move(5, 5);
  await page.clock.runFor('10:00');
  await page.locator('[data-take-back]').click();
  await expect(page.locator('[data-contact="northwind"]')).toHaveAttribute('data-field', 'to');
});
