import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { practiceTour } from './practice-tour.ts';
import { card, deskReady, recordKey, skipReplay, stars } from './player.ts';

const LEVEL = 'survey-mailing';

/** Opens another address of the game in the same page. */
async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((to) => (location.hash = `#/${to}`), place);
}

/** Selects a card, and all cards in its tray. */
async function selectAll(page: Page, beside: string): Promise<void> {
  await card(page, beside).focus();
  await page.keyboard.press('Control+a');
  await expect(card(page, beside)).toHaveAttribute('aria-selected', 'true');
}

/** Passes the course, as if another tab of the same browser had done so. */
async function passElsewhere(page: Page): Promise<void> {
  await page.evaluate((key) => {
    const record = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
    const result = { stars: 3, score: 100, routing: null, at: 0 };
    const results = { 'cv-to-rivals': result, 'survey-mailing': result, 'forum-privacy-reply': result };
    const newValue = JSON.stringify({ ...record, results });
    localStorage.setItem(key, newValue);
    dispatchEvent(new StorageEvent('storage', { key, newValue }));
  }, recordKey(page));
}

/** Drops the files of a level on the page, including all its languages, and an unfinished one. */
async function dropFiles(page: Page, level: string): Promise<void> {
  const files = await page.evaluateHandle(async (name) => {
    const read = async (file: string) => (await fetch(`levels/${file}`)).text();
    const data = new DataTransfer();
    const put = (file: string, text: string) => data.items.add(new File([text], file, { type: 'application/json' }));
    const text = await read(`${name}.json`);
    put(`${name}.json`, text);
    const { translations } = JSON.parse(text) as { translations: string[] };
    for (const tag of translations) put(`${name}.${tag}.json`, await read(`${name}.${tag}.json`));
    put('begun.json', '{');
    return data;
  }, level);
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
}

/**
 * Visits every screen and everything that can cover it, in one page without a reload, on the longest path: a warning
 * that is ignored, a breach, an apology that is addressed well, and the debrief; then the other pages.
 * @param page shows the home page, with reduced motion
 * @param look is called in each state, once nothing moves, with its name
 */
export async function tour(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  const close = async () => {
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  };
  const opened = async (state: string) => {
    await expect(page.locator('dialog[open]')).toBeVisible();
    await look(state);
  };
  const lookInto = async (opener: string, state: string) => {
    await page.locator(opener).first().focus();
    await page.keyboard.press('Enter');
    await opened(state);
    await close();
    // The focus is where it was.
    await expect(page.locator(opener).first()).toBeFocused();
  };
  const present = async (on: boolean) => {
    await page.locator('[data-settings], [data-tool="settings"]').first().click();
    await page.locator('[data-presenter]').setChecked(on);
    await close();
    await expect(page.locator('html[data-presenting]')).toHaveCount(on ? 1 : 0);
  };

  await expect(page.locator('[data-level] a')).toHaveCount(3);
  await look('home');
  await page.locator('[data-settings]').first().click();
  await opened('settings');
  await page.locator('[data-erase]').click();
  await look('erasing');
  await close();
  await page.keyboard.press('?');
  await opened('keys and words');
  await close();

  await page.locator(`[data-level="${LEVEL}"] a`).click();
  await expect(page.locator('[data-to-desk]')).toBeVisible();
  await look('briefing');
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
  await look('desk');
  await lookInto('.twin-card[data-contact="batch-1"]', 'card');
  await lookInto('[data-read]', 'letter');
  await selectAll(page, 'batch-1');
  await look('selected cards');
  await page.keyboard.press('2');
  await expect(page.locator('[data-warning]')).toBeVisible();
  await look('warning');
  // A key moves the focus to undo send, which stops the timer meanwhile.
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-take-back]')).toBeFocused();
  await look('sent');

  await page.locator('[data-watch]').click();
  await expect(page.locator('[data-transport="next"]')).toBeVisible();
  await page.locator('[data-transport="toggle"]').click();
  await page.locator('[data-transport="next"]').click();
  await page.locator('[data-transport="next"]').click();
  await look('replay');
  await skipReplay(page);
  await expect(page.locator('[data-log] [aria-current]')).toBeVisible();
  await look('end of the replay');
  await lookInto('[data-look]', 'screen of a reader');
  await lookInto('[data-what-if]', 'what if');
  await lookInto('[data-take]', 'to take away');

  await page.locator('[data-go-on]').click();
  await expect(page.locator('[data-bridge]')).toBeVisible();
  await look('bridge');
  await page.locator('[data-cross]').click();
  await selectAll(page, 'batch-1');
  await page.keyboard.press('4');
  await expect(card(page, 'batch-1')).toHaveAttribute('data-field', 'separate');
  for (const contact of ['priya', 'officer']) await card(page, contact).press('1');
  await expect(card(page, 'officer')).toHaveAttribute('data-field', 'to');
  await present(true);
  await page.locator('[data-send]').press('Enter');
  await opened('vote before sending');
  await page.locator('[data-vote-go]').click();
  await page.locator('[data-watch]').click();
  await opened('vote before the reveal');
  await goTo(page, '');
  await present(false);
  await goTo(page, `level/${LEVEL}`);
  await skipReplay(page);
  await look('replay of the apology');
  await page.locator('[data-go-on]').click();
  await expect(stars(page)).toBeVisible();
  await look('debrief');

  await goTo(page, 'no-such-level');
  await expect(page.locator('[data-note]')).toBeVisible();
  await look('no such level');
  for (const name of ['privacy', 'progress', 'certificate', 'host']) {
    await goTo(page, name);
    await expect(page.locator(`[data-page="${name}"]`)).toBeVisible();
    await look(name);
  }
  await passElsewhere(page);
  await goTo(page, 'certificate');
  await expect(page.locator('[data-certificate]')).toBeVisible();
  await look('certificate of a passed course');
  await goTo(page, '');
  await expect(page.locator('[data-level] a')).toHaveCount(3);
  await dropFiles(page, LEVEL);
  await expect(page.locator('[data-problem-board] li')).toHaveCount(1);
  await opened('problems of a file');
  await close();
  await page.locator(`[data-previews] [data-level="${LEVEL}"] a`).click();
  await expect(page.locator('[data-preview-mark]')).toBeVisible();
  await look('preview');
  // The ordinary run has little time; its longest screens are those above.
  if (process.env['THOROUGH'] || process.env['AXE'] === '1') await practiceTour(page, look);
}
