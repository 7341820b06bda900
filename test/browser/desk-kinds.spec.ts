import { openStatusDesk } from './desk-levels.ts';
import { expect, test } from './fixtures.ts';
import { card, tray } from './player.ts';
import { sideways } from './targets.ts';

/** What later levels add to the desk: threads, lists with members, an `instead` tray, an address line. */

const middle = async (locator: ReturnType<typeof card>) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error('Nothing is drawn.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

test('a reply fills the fields, and the whole email shows the quoted text and who received it', async ({ page }) => {
  await openStatusDesk(page, 'answer');
  await expect(card(page, 'kim')).toHaveAttribute('data-field', 'to');
  await expect(card(page, 'lee')).toHaveAttribute('data-field', 'to');
  await expect(card(page, 'kim')).toHaveAccessibleName(/Already on this thread/);
  await expect(card(page, 'customer')).toHaveAccessibleName(/External/);
  await page.locator('[data-read]').focus();
  await page.keyboard.press('Enter');
  const quoted = page.locator('dialog[open] [data-part]');
  await expect(quoted).toContainText('Kim Ito wrote: Line 4 is down');
  await expect(quoted).toContainText('To: Lee Novak');
  await expect(quoted).toContainText('Lee, you are on call tonight.');
});

for (const { width, height, finger } of [
  { width: 1280, height: 800, finger: false },
  { width: 390, height: 844, finger: true },
]) {
  test.describe(`at a width of ${String(width)}`, () => {
    test.use({ viewport: { width, height }, hasTouch: finger, isMobile: finger });

    test(`a ${finger ? 'tap' : 'click'} on a list offers to show its members${finger ? ' @thorough' : ''}`, async ({
      page,
    }) => {
      const at = (x: number, y: number) => (finger ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
      await openStatusDesk(page, 'answer');
      const { x, y } = await middle(card(page, 'all-staff'));
      await at(x, y);
      // The button is at the lower end of the desk, on the note of the list.
      const host = await page.locator('[data-stage-host]').boundingBox();
      if (!host) throw new Error('No desk.');
      await (width > 860 ? at(x, host.y + host.height - 45) : at(host.x + host.width - 36, host.y + host.height - 38));
      const behind = page.locator('dialog[open] [data-part]').first();
      await expect(behind).toContainText('Lee Novak');
      await expect(behind.getByText('Nora Weiss')).toBeHidden();
      await behind.getByText('Contractors').click();
      await expect(behind.getByText('Nora Weiss')).toBeVisible();
    });
  });
}

test('keys show the members of a list too, which costs nothing @thorough', async ({ page }) => {
  await openStatusDesk(page, 'answer');
  await card(page, 'all-staff').focus();
  await page.keyboard.press('Enter');
  const summary = page.locator('dialog[open] summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog[open]').getByText('Lee Novak')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page, 'all-staff')).toHaveAttribute('data-field', 'none');
  await expect(page.locator('[data-tool="undo"]')).toHaveAttribute('aria-disabled', 'true');
});

test('a list stays put when it is dropped on separate emails, and the desk says why', async ({ page }) => {
  await openStatusDesk(page, 'answer');
  await card(page, 'all-staff').press('4');
  await expect(page.locator('[data-news]')).toContainText('only its server knows who is on it');
  await expect(card(page, 'all-staff')).toHaveAttribute('data-field', 'none');
});

test('an `instead` tray has the name from the level, and says whether it reaches people', async ({ page }) => {
  await openStatusDesk(page, 'answer');
  await expect(tray(page, 'instead')).toHaveAttribute('aria-label', /^Status page: .*Reaches them/);
  await card(page, 'customer').press('5');
  await expect(card(page, 'customer')).toHaveAttribute('data-field', 'instead');
  await expect(page.locator('[data-news]')).toContainText('Status page');
});

test('after the first chapter the fields say who can see what only if the setting asks for it @thorough', async ({
  page,
}) => {
  await openStatusDesk(page, 'answer');
  await expect(tray(page, 'bcc')).not.toHaveAttribute('aria-label', /Nobody sees these/);
  await page.locator('[data-tool="settings"]').click();
  await page.locator('[data-switch="signs"]').check();
  await page.locator('[data-close]').click();
  await expect(tray(page, 'bcc')).toHaveAttribute('aria-label', /Nobody sees these/);
  await page.reload();
  await expect(tray(page, 'bcc')).toHaveAttribute('aria-label', /Nobody sees these/);
});

test('a later desk introduces new people before it asks for them', async ({ page }) => {
  await openStatusDesk(page, 'report', {}, false);
  const bridge = page.locator('[data-bridge]');
  await expect(bridge).toContainText('Sam Ortiz');
  await expect(bridge).toContainText('He writes the report.');
  await expect(bridge).not.toContainText('Kim Ito');
});

test.describe('the address line', () => {
  test('suggests the look-alike first and accepts a name by keyboard alone', async ({ page }) => {
    await openStatusDesk(page, 'report');
    await expect(card(page, 'sam-ortiz')).toHaveCount(0);
    const line = page.getByRole('combobox', { name: 'Add someone by name' });
    await line.focus();
    await page.keyboard.type('sam');
    const options = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
    await expect(options).toHaveCount(3);
    await expect(options.first()).toContainText('sam.okoro@mail.example');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await expect(line).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowDown');
    const active = await line.getAttribute('aria-activedescendant');
    await expect(page.locator(`#${active ?? ''}`)).toContainText('Sam Ortiz');
    await page.keyboard.press('Enter');
    await expect(card(page, 'sam-ortiz')).toHaveAttribute('data-field', 'to');
    await expect(page.locator('[data-news]')).toContainText('Sam Ortiz');
    await expect(line).toBeFocused();
    await expect(line).toHaveValue('');
    await expect(line).toHaveAttribute('aria-expanded', 'false');
    // In the text, undo is the browser's; with nothing typed it is the desk's.
    await page.keyboard.type('x');
    await page.keyboard.press('Control+z');
    await expect(card(page, 'sam-ortiz')).toHaveAttribute('data-field', 'to');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(line).toHaveValue('');
  });

  test('takes the first suggestion when the player only presses Enter, as mail programs do @thorough', async ({
    page,
  }) => {
    await openStatusDesk(page, 'report');
    await page.locator('[data-address-field]').selectOption('cc');
    await page.locator('[data-address-input]').pressSequentially('sam');
    await page.keyboard.press('Enter');
    await expect(card(page, 'sam-okoro')).toHaveAttribute('data-field', 'cc');
  });

  test.describe('by touch', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 568 } });

    test('lists everyone from its button and fits a small phone @thorough', async ({ page }) => {
      await openStatusDesk(page, 'report');
      await page.locator('[data-address-show]').tap();
      const ortiz = page.locator('[data-suggested="sam-ortiz"]');
      const box = await ortiz.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect((box?.x ?? -1) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
      await ortiz.tap();
      await expect(card(page, 'sam-ortiz')).toHaveAttribute('data-field', 'to');
      expect(await sideways(page)).toBe(0);
    });
  });
});
