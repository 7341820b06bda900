import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const LEVEL = 'survey-mailing';

/** Unfolds every card and every box of the section that is shown. */
export async function unfoldSection(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () =>
      new Promise((done) => {
        requestAnimationFrame(done);
      });
    for (;;) {
      const folded = document.querySelector('section[aria-labelledby="section-heading"] details:not([open])');
      if (!folded) return;
      folded.querySelector('summary')?.click();
      // Its event comes with the next frame, and draws its content.
      await frame();
      await frame();
    }
  });
}

async function openSection(page: Page, name: string): Promise<void> {
  await page.evaluate((section) => document.querySelector<HTMLElement>(`[data-section="${section}"]`)?.click(), name);
  await expect(page.locator(`[data-section="${name}"]`)).toHaveAttribute('aria-current', 'true');
  await unfoldSection(page);
}

const click = (page: Page, what: string) =>
  page.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.click(), what);

/**
 * Visits the page on which levels are written: each section with everything unfolded, as a level of the course has it,
 * with more of what few levels have, and with what is wrong in an unfinished one.
 *
 * @param page at any size
 * @param look is called in each state with its name
 * @param query such as `?lang=de`
 */
export async function workshopTour(page: Page, look: (state: string) => Promise<void>, query = ''): Promise<void> {
  await page.goto(`./${query}#/workshop`);
  await expect(page.locator('[data-template]').first()).toBeVisible();
  await look('start');
  await page.locator('[data-start-level]').selectOption(LEVEL);
  await page.locator('[data-start-open]').press('Enter');
  await expect(page.locator('#section-heading')).toBeFocused();
  await expect(page.locator('[data-start]')).not.toHaveAttribute('open');

  await click(page, '[data-best]');
  await expect(page.locator('[data-score]')).toBeAttached({ timeout: 30_000 });
  await click(page, '[data-expect]');
  for (const section of ['story', 'expected', 'lesson', 'languages', 'share'] as const) {
    await openSection(page, section);
    if (section === 'expected') await expect(page.locator('[data-best-score]')).toBeVisible({ timeout: 30_000 });
    await look(`workshop, ${section}`);
  }
  // What few levels have, and what is wrong while it is new.
  const added = [
    ['mails', ['received']],
    ['traps', ['suggestion']],
    ['events', ['beat', 'condition']],
    ['shared', ['circle']],
    ['people', ['list']],
  ] as const;
  for (const [section, parts] of added) {
    await openSection(page, section);
    for (const part of parts) {
      await click(page, `[data-add="${part}"]`);
      await unfoldSection(page);
    }
    await look(`workshop, ${section}`);
  }

  await click(page, '[data-everyone="to"]');
  await expect(page.locator('[data-live-desk] .ledger')).toBeAttached();
  // A narrow window shows the form or the desk.
  if (await page.locator('[data-show-side="desk"]').isVisible()) await click(page, '[data-show-side="desk"]');
  await expect(page.locator('[data-live-desk] .ledger')).toBeVisible();
  await look('workshop, desk');
}
