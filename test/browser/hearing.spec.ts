import type { Locator, Page } from '@playwright/test';
import { listen } from './ears.ts';
import { expect, test } from './fixtures.ts';
import { openReplayOf, skipReplay } from './player.ts';

/** As a screen reader presses what it reads: without a pointer and without a key. */
const press = (what: Locator) => what.dispatchEvent('click');

async function place(page: Page, name: RegExp, field: string): Promise<void> {
  await press(page.getByRole('button', { name }));
  await press(page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${field}`) }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('by the accessibility tree alone: found by role and name, heard once each, up to three stars', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const ears = await listen(page);
  await page.goto('./');
  await press(page.getByRole('link', { name: /^Start here.*One CV/ }));
  await expect(page.getByRole('heading', { level: 1, name: 'One CV, two rivals' })).toBeFocused();
  await expect(page.getByRole('definition').first()).toContainText('can read these addresses');
  await press(page.getByRole('button', { name: 'To the desk' }));

  const book = page.getByRole('group', { name: /^Left out:/ });
  await expect(book.getByRole('button', { name: /Northwind/ })).toHaveAttribute('aria-pressed', 'false');
  // The desk says that it is coming; from here on each action says one thing.
  const before = (await ears.rest()).length;
  for (let index = 0; index < before; index += 1) await ears.next();

  await place(page, /Northwind/, 'Cc');
  expect(await ears.next()).toMatch(/^Northwind.*: now in Cc\. Nobody else gets this email yet\.$/);
  await place(page, /Southgale/, 'Cc');
  expect(await ears.next()).toMatch(
    /^Southgale.*: now in Cc\. Everyone on the email can see this\. Visible addresses: 2\.$/,
  );
  await expect(
    page.getByRole('group', { name: /^Cc: 2 people/ }).getByRole('button', { name: /Southgale/ }),
  ).toBeAttached();
  await press(page.getByRole('button', { name: 'Undo' }));
  expect(await ears.next()).toMatch(/^Southgale.*: now in Left out\. They will not get this email\.$/);
  await place(page, /Northwind/, 'Separate emails');
  expect(await ears.next()).toMatch(/^Northwind.*: now in Separate emails\. Everyone here gets their own email\.$/);
  await place(page, /Southgale/, 'Separate emails');
  await ears.next();
  // Of several cards, by the name of a field: first all of one field, then where they go.
  await place(page, /Ines Maro/, 'Bcc');
  expect(await ears.next()).toContain('Nobody else can see this.');
  await press(page.getByRole('button', { name: 'Bcc: select all cards here' }));
  expect(await ears.next()).toBe('1 card selected');
  await press(page.getByRole('button', { name: 'Put the selected card in Separate emails' }));
  expect(await ears.next()).toContain('now in Separate emails');

  await press(page.getByRole('button', { name: 'Send' }));
  expect(await ears.next()).toMatch(/^Sent/);
  await press(page.getByRole('button', { name: 'Watch what happens' }));
  await expect(page.getByRole('heading', { level: 1, name: /^What happens/ })).toBeFocused();
  const laid = /being laid out/;
  let said = await ears.next();
  if (laid.test(said)) said = await ears.next();
  expect(said).toMatch(/^at once: /i);
  await press(page.getByRole('button', { name: 'To the end' }));
  const told = await ears.next();
  const log = page
    .getByRole('complementary')
    .getByRole('listitem')
    .filter({ has: page.locator('.log-text') });
  await expect(log.last()).toContainText(told.slice(told.indexOf(': ') + 2));
  expect(await ears.rest()).toEqual([]);

  await press(page.getByRole('button', { name: 'Continue to the debrief' }));
  await expect(page.getByText('3 of 3 stars')).toBeVisible();
});

test('the warning of the mail software is heard with what called it forth, and once', async ({ page }) => {
  const ears = await listen(page);
  await page.goto('./#/level/survey-mailing');
  await press(page.getByRole('button', { name: 'To the desk' }));
  await expect(page.getByRole('button', { name: /^Batch 1/ })).toBeAttached();
  const before = (await ears.rest()).length;
  for (let index = 0; index < before; index += 1) await ears.next();
  await place(page, /^Batch 1/, 'Cc');
  expect(await ears.next()).toMatch(/^Batch 1: now in Cc\. .*Your email program says: The 119 recipients/);
  await press(page.getByRole('button', { name: 'Use Bcc instead' }));
  expect(await ears.next()).toBe('Batch 1: now in Bcc. Nobody else can see this.');
  expect(await ears.rest()).toEqual([]);
});

test('what is tried, looked for and taken away in the replay is heard once each', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const ears = await listen(page);
  await openReplayOf(page, 'cv-to-rivals', [[['northwind', 'southgale'], 'cc']]);
  await skipReplay(page);
  // The replay's last event is told a moment after it is reached, and alone or after others.
  while (!(await ears.next()).includes('Dr Ines Maro'));

  await page.locator('[data-person-search]').fill('nobody at all');
  expect(await ears.next()).toBe('Nobody with this name got the email.');
  await page.locator('[data-person-search]').fill('southgale');
  expect(await ears.next()).toMatch(/^Southgale/);

  await page.locator('[data-take]').click();
  await page.locator('[data-take-way="copy"]').click();
  expect(await ears.next()).toBe(await page.locator('[data-copied="done"]').textContent());
  await page.keyboard.press('Escape');

  await page.locator('[data-what-if]').click();
  await page.locator('[data-best]').click();
  expect(await ears.next()).toContain('100');
  await page.locator('[data-watch-what-if]').click();
  expect(await ears.next()).toContain((await page.locator('[data-supposed] span').textContent()) ?? 'nothing');
});
