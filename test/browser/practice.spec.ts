import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
  CHECK_SEEDS,
  compose,
  composeCheck,
  composeDay,
  composeSpot,
  possiblyBlind,
  rightField,
  type Situation,
} from '../../src/engine/compose/index.ts';
import { card, deskReady, drag, goOn, keepAtFirst, placeAll, recordKey, skipReplay } from './player.ts';
import { expect, test } from './fixtures.ts';
import { recordWith } from './practice-record.ts';
import { situationLanguage } from './situation-language.ts';

const ENGLISH = situationLanguage('en');
/** The time on the page's clock, from which it takes its seeds. */
const NOW = new Date('2026-12-01T10:00:00');

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(NOW);
});

/** Addresses the email on the screen in the best way, or puts all cards in To, and sends it. */
async function answer(page: Page, situation: Situation, well: boolean): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titleOf(situation));
  await page.locator('[data-to-desk]').click();
  await address(page, situation, well);
  await page.locator('[data-send]').click();
  await page.locator('[data-watch]').click();
}

/** Leaves the practice: another link right after this one would otherwise find it still on the screen. */
async function goHome(page: Page): Promise<void> {
  await page.goto('./#/');
  await expect(page.locator('.home')).toBeVisible();
}

const titleOf = ({ level }: Situation) => String(Object.values(level.title)[0]);

async function address(page: Page, { level, best }: Situation, well: boolean): Promise<void> {
  await deskReady(page);
  for (const id of level.mails[0]?.contacts ?? []) {
    const field = well ? (best[id] ?? 'none') : 'to';
    if ((await card(page, id).getAttribute('data-field')) === field) continue;
    if (field === 'none' || field === 'instead') await drag(page, id, field);
    else await placeAll(page, { [id]: field });
  }
}

test('the email of the day has one try, and a line to share', async ({ page }) => {
  await page.goto('./#/today');
  await page.locator('[data-practice-start]').click();
  await answer(page, compose('2026-12-01', ENGLISH), true);
  await skipReplay(page);
  await goOn(page);
  await expect(page.locator('[data-end-score="100"]')).toBeVisible();
  await expect(page.locator('[data-share]')).toHaveText(/^Blind Copy 2026-12-01 ★★★ 100\/100 🟩+$/u);
  await expect(page.locator('[data-streak="1"]')).toBeVisible();
  await expect(page.locator('[data-practice-again]')).toHaveCount(0);
  await goHome(page);
  await page.goto('./#/today');
  await expect(page.locator('[data-end-score="100"]')).toBeVisible();
  await expect(page.locator('[data-practice-start]')).toHaveCount(0);
});

test('a day at the office brings mistakes back, replays the worst and ends with a postmark @thorough', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const day = composeDay(String(NOW.getTime()), ENGLISH, 8);
  await page.goto('./#/day');
  await page.locator('[data-practice-clock]').check();
  await page.locator('[data-practice-start]').click();
  await expect(page.locator('[data-day-clock]')).toContainText('09:0');
  for (const [index, situation] of day.entries()) {
    await answer(page, situation, index !== 1);
    await expect(page.locator(`[data-between-stars="${index === 1 ? '0' : '3'}"]`)).toBeVisible();
    await expect(page.locator('[data-returned]')).toHaveCount(index === 3 ? 1 : 0);
    await page.locator('[data-practice-on]').click();
  }
  await skipReplay(page);
  await goOn(page);
  await expect(page.locator('[data-practice="end"] .postmark')).toBeVisible();
  await expect(page.locator('.practice-emails li')).toHaveCount(8);
});

test('the check shows no result before the second one, and then both side by side', async ({ page }) => {
  const before = composeCheck('a', ENGLISH);
  await keepAtFirst(page, recordWith('before', CHECK_SEEDS.a, before, 7));
  await page.goto('./?check=1');
  await page.locator('[data-first]').click();
  await expect(page.locator('[data-practice-skip]')).toHaveCount(0);
  await page.locator('[data-practice-resume]').click();
  await expect(page.locator('[data-field-words]')).toHaveCount(0);
  await answer(page, before[7] as Situation, true);
  await expect(page.locator('[data-practice="note"]')).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/\d/);
  await page.locator('[data-practice-home]').click();
  // The level comes next, and no other check.
  await expect(page.locator('[data-first]')).toHaveAttribute('href', '#/level/cv-to-rivals');
  await page.evaluate((key) => {
    const record = JSON.parse(localStorage.getItem(key) ?? '{}') as { composed: Record<string, object> };
    const first = record.composed['check.before'];
    const discernment = { protect: { right: 20, wrong: 6 }, reach: { right: 27, wrong: 0 } };
    record.composed['check.after'] = { ...first, form: 'b', discernment };
    localStorage.setItem(key, JSON.stringify(record));
  }, recordKey(page));
  await page.goto('./?check=1#/check');
  const row = (name: string) => page.locator(`[data-check-row="${name}"] td`);
  await expect(row('hits')).toHaveText(['26 of 26', '20 of 26']);
  await expect(row('alarms')).toHaveText(['0 of 27', '0 of 27']);
  await expect(row('criterion')).toContainText(['neither way', 'to showing']);
  const saved = page.waitForEvent('download');
  await page.locator('[data-check-json]').click();
  expect((await saved).suggestedFilename()).toBe('blind-copy-check.json');
});

test('a screen asks where someone was, and says what it cannot tell', async ({ page }) => {
  const round = composeSpot(String(NOW.getTime()), ENGLISH, 8);
  await page.goto('./#/spot');
  await page.locator('[data-practice-start]').click();
  for (const [index, question] of round.slice(0, 3).entries()) {
    await expect(page.locator(`[data-spot="${question.kind}"]`)).toBeVisible();
    // The second is answered wrongly.
    if (question.kind === 'bcc') {
      for (const id of index === 1 ? [question.reader] : possiblyBlind(question))
        await page.locator(`[data-spot-card="${id}"]`).check();
    } else {
      const right = rightField(question);
      await page.locator(`[data-spot-field="${index === 1 ? (right === 'cc' ? 'to' : 'cc') : right}"]`).check();
    }
    await page.locator('[data-spot-answer]').press('Enter');
    await expect(page.locator('[data-spot-verdict]')).toBeFocused();
    await expect(page.locator('[data-spot-right]')).toHaveAttribute('data-spot-right', String(index !== 1));
    await page.locator('[data-spot-on]').click();
  }
});

test('a day survives a reload, and Back goes one step @thorough', async ({ page }) => {
  const day = composeDay(String(NOW.getTime()), ENGLISH, 8);
  const [first, second] = day as [Situation, Situation];
  await page.goto('./#/day');
  await page.locator('[data-practice-start]').click();
  await answer(page, first, true);
  await page.locator('[data-practice-on]').click();
  await page.locator('[data-to-desk]').click();
  const [moved = ''] = second.level.mails[0]?.contacts ?? [];
  await deskReady(page);
  await placeAll(page, { [moved]: 'bcc' });
  await page.reload();
  await deskReady(page);
  await expect(card(page, moved)).toHaveAttribute('data-field', 'bcc');
  await page.goBack();
  await expect(page.locator('[data-to-desk]')).toBeVisible();
  await page.goBack();
  await expect(page.locator('[data-practice="between"]')).toBeVisible();
  // The desk of an email that was sent is passed over.
  await page.goBack();
  await expect(page.locator('[data-practice="start"]')).toBeVisible();
  await page.locator('[data-practice-resume]').click();
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
  await expect(card(page, moved)).toHaveAttribute('data-field', 'bcc');
  // A link shows the start, and does not lose the day either.
  await goHome(page);
  await page.goto('./#/day');
  await expect(page.locator('[data-practice-resume]')).toContainText('email 2 of 8');
  // The one button erases it as well.
  await page.goto('./#/privacy');
  await expect(page.locator('[data-kept="rounds"]')).toHaveAttribute('data-entries', '1');
  await page.locator('[data-page-erase]').click();
  await page.locator('[data-page-erase-yes]').click();
  await expect(page.locator('[data-kept="rounds"]')).toHaveAttribute('data-entries', '0');
  await page.goto('./#/day');
  await expect(page.locator('[data-practice-start]')).toBeVisible();
  await expect(page.locator('[data-practice-resume]')).toHaveCount(0);
});

test('a reload gives no second try of the email of the day @thorough', async ({ page }) => {
  const situation = compose('2026-12-01', ENGLISH);
  await page.goto('./#/today');
  await page.locator('[data-practice-start]').click();
  await page.locator('[data-to-desk]').click();
  await address(page, situation, false);
  await page.reload();
  await deskReady(page);
  await page.locator('[data-send]').press('Enter');
  await expect(page.locator('[data-take-back]')).toBeVisible();
  // Sent, but not watched yet.
  await page.reload();
  await expect(page.locator('[data-replay]')).toBeVisible();
  await skipReplay(page);
  await goOn(page);
  await expect(page.locator('[data-end-score]')).toBeVisible();
  await expect(page.locator('[data-share]')).not.toContainText('100/100');
  await page.reload();
  await expect(page.locator('[data-end-score]')).toBeVisible();
  await expect(page.locator('[data-practice-start]')).toHaveCount(0);
});

test('the replay of a composed email is saved, and opens again elsewhere @thorough', async ({ page, context }) => {
  await page.goto('./#/today');
  await page.locator('[data-practice-start]').click();
  await answer(page, compose('2026-12-01', ENGLISH), false);
  await skipReplay(page);
  await page.locator('[data-take]').click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-take-way="save-play"]').click(),
  ]);
  const path = await file.path();
  const other = await context.newPage();
  await other.goto('./');
  const [chooser] = await Promise.all([other.waitForEvent('filechooser'), other.locator('[data-open-play]').click()]);
  await chooser.setFiles(path);
  await expect(other.locator('[data-replay]')).toBeVisible();
});

test('a check is played from its start to its file, and can be skipped @thorough', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('./?check=2');
  await page.locator('[data-first]').click();
  await page.locator('[data-practice-start]').click();
  for (const [index, situation] of composeCheck('b', ENGLISH).entries()) await answer(page, situation, index % 2 === 0);
  await expect(page.locator('[data-practice="note"]')).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-practice="note"]')).toBeVisible();
  await page.evaluate((key) => {
    const record = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
    const result = { stars: 3, score: 100, routing: null, at: 0 };
    const results = { 'cv-to-rivals': result, 'survey-mailing': result, 'forum-privacy-reply': result };
    localStorage.setItem(key, JSON.stringify({ ...record, results }));
  }, recordKey(page));
  await page.goto('./?check=2#/');
  await page.reload();
  await expect(page.locator('[data-first]')).toHaveAttribute('href', '#/check');
  await page.locator('[data-first]').click();
  await page.locator('[data-practice-skip]').click();
  await expect(page.locator('[data-first]')).toHaveAttribute('href', '#/certificate');
  await page.goto('./?check=2#/check');
  await expect(page.locator('[data-check-row="hits"] td')).toHaveText([/^\d+ of 26$/, 'Not taken']);
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-check-csv]').click()]);
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines).toHaveLength(9);
  expect(lines[1]).toMatch(/^before,b,2026-12-01,0,1,/);
});
