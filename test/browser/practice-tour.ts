import type { Page } from '@playwright/test';
import { composeDay } from '../../src/engine/compose/index.ts';
import { NOTHING_YET } from '../../src/progress/record.ts';
import { expect } from './fixtures.ts';
import { recordKey } from './player.ts';
import { recordWith } from './practice-record.ts';
import { situationLanguage } from './situation-language.ts';

const COUNTS = { protect: { right: 20, wrong: 7 }, reach: { right: 25, wrong: 2 } };
const ANSWERED = { form: 'a', at: 1, skipped: false, finished: 0, discernment: COUNTS };
const PASSED = { stars: 3, score: 100, routing: null, at: 0 };
const COURSE = { 'cv-to-rivals': PASSED, 'survey-mailing': PASSED, 'forum-privacy-reply': PASSED };
const CHECK = { version: 1, ...ANSWERED, facts: '', emails: [] };

/**
 * Visits every screen of practice except the desk and the replay, which are those of the levels.
 * @param page shows any page of the game
 * @param look is called in each state with its name
 */
export async function practiceTour(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  /** Opens a page of practice on a device that keeps this about composed emails and results of levels, and no other. */
  const open = async (name: string, composed: object, shown: string, results: object = {}) => {
    await page.evaluate(
      ([key, empty, own]) => {
        const record = JSON.parse(localStorage.getItem(key) ?? empty) as object;
        localStorage.setItem(key, JSON.stringify({ ...record, ...(JSON.parse(own) as object) }));
        location.hash = '#/';
      },
      [recordKey(page), JSON.stringify(NOTHING_YET), JSON.stringify({ composed, results })] as const,
    );
    await expect(page.locator('.home')).toBeVisible();
    await page.evaluate((to) => (location.hash = `#/${to}`), name);
    await expect(page.locator(shown)).toBeVisible();
  };

  for (const name of ['day', 'today', 'refresh', 'check', 'spot']) {
    await open(name, {}, '[data-practice-start]');
    await look(`start of ${name}`);
  }
  await page.locator('[data-practice-start]').click();
  await page.locator('.spot-choice input').first().check();
  await look('a screen to read');
  await page.locator('[data-spot-answer]').press('Enter');
  await expect(page.locator('[data-spot-verdict]')).toBeFocused();
  await look('what a screen tells');

  const day = composeDay('a day', situationLanguage('en'), 8);
  const { composed } = JSON.parse(recordWith('day', 'a day', day, 7)) as { composed: object };
  await open('day', composed, '[data-practice-resume]');
  await look('start of a day under way');
  await page.locator('[data-practice-resume]').click();
  await expect(page.locator('[data-to-desk]')).toBeVisible();
  await look('briefing of a composed email');

  await open('check', { 'check.before': CHECK }, '[data-practice="note"]');
  await look('between the checks');
  await open('check', { 'check.before': CHECK }, '[data-practice-start]', COURSE);
  await look('start of the second check');
  await open('check', { 'check.before': CHECK, 'check.after': { ...CHECK, form: 'b' } }, '[data-check-table]', COURSE);
  await look('both checks');
}
