import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { card, deskReady, openDesk, keepAtFirst } from './player.ts';

/** What a keyboard and a screen reader find on the desk, and where the focus goes. */

async function arrive(page: Page, level: string): Promise<void> {
  await page.goto(`./#/level/${level}`);
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
}

/** Records the names of focused elements at that moment, from now on. */
async function watchFocus(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const names: string[] = [];
    Object.assign(globalThis, { focusNames: names });
    document.addEventListener('focusin', ({ target }) => {
      const element = target as HTMLElement;
      names.push(`${element.ariaLabel ?? element.textContent}${element.hasAttribute('aria-describedby') ? ' +' : ''}`);
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { focusNames: string[] }).focusNames.splice(0));
}

test('all cards are options of one list, and all fields buttons of one bar: one Tab stop each', async ({ page }) => {
  await arrive(page, 'survey-mailing');
  const list = page.getByRole('listbox', { name: 'Cards' });
  await expect(list).toHaveAttribute('aria-multiselectable', 'true');
  await expect(list.getByRole('option')).toHaveCount(8);
  await expect(list.locator('[tabindex="0"]')).toHaveCount(1);
  const bar = page.getByRole('toolbar', { name: 'Fields' });
  await expect(bar.getByRole('button')).toHaveCount(5);
  await expect(bar.locator('[tabindex="0"]')).toHaveCount(1);

  // The Tab stop of a list is where the focus was last.
  await card(page, 'batch-3').focus();
  await page.keyboard.press('Tab');
  await expect(bar.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Shift+Tab');
  await expect(card(page, 'batch-3')).toBeFocused();
  await expect(list.locator('[tabindex="0"]')).toHaveAttribute('data-contact', 'batch-3');
});

test('a card that a digit moves stays the same element with the focus, and is not read out again', async ({ page }) => {
  await arrive(page, 'cv-to-rivals');
  await card(page, 'southgale').focus();
  const element = await card(page, 'southgale').elementHandle();
  const names = await watchFocus(page);
  await page.keyboard.press('4');
  await expect(card(page, 'southgale')).toHaveAttribute('data-field', 'separate');
  await expect(card(page, 'southgale')).toHaveAccessibleName('Southgale, HR, in: Separate emails');
  expect(await element?.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await names()).toEqual([]);
});

test('the dialog of a card starts at its name, its choices follow, and the card says its new field first', async ({
  page,
}) => {
  await arrive(page, 'cv-to-rivals');
  await card(page, 'southgale').press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Southgale, HR' });
  await expect(dialog).toBeFocused();
  await expect(dialog).toHaveAttribute('tabindex', '-1');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-choice="to"]')).toBeFocused();
  await expect(dialog.getByRole('button', { name: 'It is here now' })).toHaveAttribute('data-choice', 'none');
  const names = await watchFocus(page);
  await page.locator('[data-choice="bcc"]').press('Enter');
  await expect(dialog).toHaveCount(0);
  // Only the name and the field, as the dialog has read out the rest.
  expect((await names()).slice(-1)).toEqual(['Southgale, HR, in: Bcc']);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(card(page, 'southgale')).toHaveAttribute('aria-describedby');
});

test('the desk keeps every digit from the browser, which may search for it', async ({ page }) => {
  await arrive(page, 'cv-to-rivals');
  await page.evaluate(() => {
    const left: string[] = [];
    Object.assign(globalThis, { leftKeys: left });
    addEventListener('keydown', (event) => {
      if (!event.defaultPrevented) left.push(event.key);
    });
  });
  await card(page, 'southgale').press('9');
  await page.locator('[data-put="to"]').press('1');
  await card(page, 'southgale').press('Enter');
  await page.keyboard.press('8');
  await page.keyboard.press('1');
  await expect(card(page, 'southgale')).toHaveAttribute('data-field', 'to');
  expect(await page.evaluate(() => (globalThis as unknown as { leftKeys: string[] }).leftKeys)).toEqual([]);
});

test.describe('undo send', () => {
  const sent = async (page: Page, press: () => Promise<void>) => {
    await page.clock.install();
    await openDesk(page, 'cv-to-rivals');
    await card(page, 'northwind').press('1');
    await press();
    await expect(page.locator('[data-take-back]')).toBeVisible();
  };

  test('stays as long as assistive technology reads on, however it pressed Send', async ({ page }) => {
    await sent(page, async () => {
      const box = await page.locator('[data-send]').boundingBox();
      const [clientX, clientY] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
      const init = { detail: 1, clientX, clientY, pointerType: 'mouse' };
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        await page.locator('[data-send]').dispatchEvent(type, init);
      }
    });
    await expect(page.locator('[data-take-back]')).toBeFocused();
    await page.locator('h1').focus();
    await page.clock.runFor('10:00');
    await page.locator('[data-take-back]').click();
    await expect(card(page, 'northwind')).toHaveAttribute('data-field', 'to');
    await expect(page.locator('[data-send]')).toBeFocused();
  });

  test('runs out for a pointer that moved, where nothing is asked @thorough', async ({ page }) => {
    await keepAtFirst(page, JSON.stringify({ version: 2, settings: { predictions: false } }));
    await sent(page, async () => {
      await page.mouse.move(5, 5);
      await page.locator('[data-send]').click();
      await page.mouse.move(6, 300);
    });
    await page.clock.runFor('00:07');
    await expect(page.locator('[data-replay]')).toBeVisible();
  });
});

test.describe('the focus moves on when its element disappears', () => {
  for (const [way, tag] of [
    ['[data-use-bcc]', ''],
    ['[data-keep-public]', ' @thorough'],
  ] as const) {
    test(`to the cards after ${way}${tag}`, async ({ page }) => {
      await arrive(page, 'survey-mailing');
      await card(page, 'batch-2').press('2');
      await page.locator(way).press('Enter');
      await expect(page.locator('[data-warning]')).toHaveCount(0);
      await expect(card(page, 'batch-2')).toBeFocused();
    });
  }

  test('to the heading, when there is no other place @thorough', async ({ page }) => {
    await arrive(page, 'cv-to-rivals');
    await card(page, 'northwind').press('1');
    await page.locator('[data-back]').click();
    await page.locator('[data-start-over]').press('Enter');
    await expect(page.locator('[data-start-over]')).toHaveCount(0);
    await expect(page.locator('h1[data-heading]')).toBeFocused();
  });
});

test('the reading position of the previous screen is dropped: Firefox would read on from the end of the page @thorough', async ({
  page,
}) => {
  await page.goto('./');
  const link = page.locator('[data-level="cv-to-rivals"] a');
  await link.evaluate((element) => getSelection()?.selectAllChildren(element));
  await link.press('Enter');
  await expect(page.locator('h1[data-heading]')).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.rangeCount)).toBe(0);
  // Orca in Chromium says nothing of a heading whose first text is its own, where the control with the focus is gone.
  await expect(page.locator('h1[data-heading] > strong:only-child')).toHaveText('One CV, two rivals');
});

test('the document has the language before the first text is inserted', async ({ page }) => {
  await page.addInitScript(() => {
    const languages: string[] = [];
    Object.assign(globalThis, { languages });
    new MutationObserver(() => {
      if (document.querySelector('h1')) languages.push(document.documentElement.lang);
    }).observe(document, { subtree: true, childList: true });
  });
  await page.goto('./?lang=ar');
  await expect(page.locator('h1')).toBeVisible();
  const languages = await page.evaluate(() => (globalThis as unknown as { languages: string[] }).languages);
  expect(new Set(languages)).toEqual(new Set(['ar']));
});

test('the key hints appear once each, and Help stays with large type @thorough', async ({ page }) => {
  await arrive(page, 'cv-to-rivals');
  await expect(page.getByText(/Keys 1 to 5 put a card/)).toHaveCount(1);
  await expect(page.locator('[aria-describedby="twin-keys"]')).toHaveCount(0);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expect(page.locator('.bar-tools [data-help]')).toBeVisible();
});
