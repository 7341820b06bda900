import { listen } from './ears.ts';
import { expect, test } from './fixtures.ts';
import { workshopTour } from './workshop-tour.ts';

test('the workshop announces what is removed and undone, and the score once the desk rests @thorough', async ({
  page,
}) => {
  const ears = await listen(page);
  await page.goto('./#/workshop');
  await page.locator('[data-start-level]').selectOption('cv-to-rivals');
  await page.locator('[data-start-open]').press('Enter');
  await expect.poll(() => ears.next()).toContain('One CV, two rivals');
  await page.locator('[data-section="people"]').press('Enter');
  await expect(page.locator('#section-heading')).toBeFocused();
  await ears.forget();

  const first = page.locator('[data-place]').first();
  await page.locator('[data-everyone="bcc"]').press('Enter');
  expect(await ears.next()).toMatch(/^\d+ of 100 points \d of 3 stars$/);
  await first.focus();
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowUp']) await first.press(key);
  expect(await ears.next()).toMatch(/^\d+ of 100 points \d of 3 stars$/);

  await page.locator('[data-card="contact-0"] summary').first().press('Enter');
  await page.locator('[data-card="contact-0"] [data-remove]').press('Enter');
  await expect(page.locator('#section-heading')).toBeFocused();
  expect(await ears.next()).toContain('Removed: Northwind');
  await ears.forget();
  await page.keyboard.press('Control+z');
  expect(await ears.next()).toContain('Undone');
});

test('a desk that is cleared says nothing of the score that it had @thorough', async ({ page }) => {
  await page.clock.install();
  const ears = await listen(page);
  await page.goto('./#/workshop');
  await page.locator('[data-start-level]').selectOption('cv-to-rivals');
  await page.locator('[data-start-open]').press('Enter');
  await expect(page.locator('[data-everyone="to"]')).toBeVisible();
  await page.evaluate(() => {
    for (const field of ['to', 'none']) document.querySelector<HTMLElement>(`[data-everyone="${field}"]`)?.click();
  });
  await page.clock.runFor(5000);
  expect((await ears.rest()).filter((said) => said.includes('points'))).toEqual([]);
  await page.locator('[data-everyone="to"]').click();
  await page.clock.runFor(5000);
  expect((await ears.rest()).filter((said) => said.includes('points'))).toHaveLength(1);
});

test('every control of the workshop has a name of its own, and what is wrong with a field describes it @thorough', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await workshopTour(page, async (state) => {
    const found = await page.evaluate(() => {
      const idsOf = (element: Element, name: string) => (element.getAttribute(name) ?? '').split(/\s+/).filter(Boolean);
      const wordsOf = (element: Element | null) => element?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
      const nameOf = (element: Element) =>
        idsOf(element, 'aria-labelledby')
          .map((id) => wordsOf(document.querySelector(`[id="${id}"]`)))
          .join(' ') ||
        (element.getAttribute('aria-label') ?? wordsOf(element));
      const groupOf = (element: Element) => {
        const group = element.closest('details.form-card') ?? element.closest('fieldset, [role="group"]');
        return group === null
          ? ''
          : (group.getAttribute('aria-label') ?? wordsOf(group.querySelector('legend, summary')));
      };
      const seen = new Map<string, number>();
      for (const button of document.querySelectorAll('main button, main summary')) {
        if (!button.checkVisibility()) continue;
        // The next section is in the menu, too.
        if (button.matches('[data-next-section]')) continue;
        // Those in a card are heard with its name, as the fields in it.
        const name = `${nameOf(button)} in ${groupOf(button)}`;
        seen.set(name, (seen.get(name) ?? 0) + 1);
      }
      const twice = [...seen].flatMap(([name, count]) =>
        count > 1 || name === '' ? [`${String(count)} × “${name}”`] : [],
      );
      const undescribed = [...document.querySelectorAll('main [id$="-problems"]')].flatMap((list) => {
        const id = list.id;
        const described = document.querySelector(`[aria-describedby~="${id}"]`);
        return described === null ? [`nothing refers to ${id}`] : [];
      });
      const dangling = [...document.querySelectorAll('[aria-describedby], [aria-labelledby]')].flatMap((element) =>
        [...idsOf(element, 'aria-describedby'), ...idsOf(element, 'aria-labelledby')]
          .filter((id) => document.querySelectorAll(`[id="${id}"]`).length !== 1)
          .map((id) => `${element.id || element.tagName} refers to ${id}, which is not there once`),
      );
      return [...twice, ...undescribed, ...dangling];
    });
    expect.soft(found, state).toEqual([]);
  });
});
