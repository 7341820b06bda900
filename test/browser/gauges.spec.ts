import type { Page } from '@playwright/test';
import { simulate } from '../../src/engine/play/simulate.ts';
import { courseLevel } from '../engine/levels.ts';
import { expect, test } from './fixtures.ts';
import { keepAtFirst, openReplayOf, skipReplay } from './player.ts';

const rivals = courseLevel('cv-to-rivals');
const ROUTING = { cv: { northwind: 'to', southgale: 'cc', referee: 'cc' } } as const;
const LOG = [
  { type: 'place', contacts: ['northwind'], field: 'to' },
  { type: 'place', contacts: ['southgale', 'referee'], field: 'cc' },
  { type: 'send' },
];
const played = simulate(rivals, ROUTING);

const dial = (page: Page, gauge: string, within = 'body') => page.locator(`${within} [data-dial="${gauge}"]`);

test("the end of the replay and what-if show both gauges, with the engine's values", async ({ page }) => {
  await openReplayOf(page, 'cv-to-rivals', [
    ['northwind', 'to'],
    [['southgale', 'referee'], 'cc'],
  ]);
  await expect(page.locator('.log [data-gauges]')).toHaveCount(0);
  await skipReplay(page);
  await expect(dial(page, 'privacy', '.log')).toHaveAttribute('data-left', String(played.privacy));
  await expect(dial(page, 'purpose', '.log')).toHaveAttribute('data-left', String(played.purpose));
  await page.locator('[data-what-if]').click();
  await page.locator('[data-best]').click();
  await expect(dial(page, 'privacy', '[data-side="before"]')).toHaveAttribute('data-left', String(played.privacy));
  await expect(dial(page, 'privacy', '[data-side="after"]')).toHaveAttribute('data-left', '100');
});

test('the debrief shows and describes both gauges, and the lines of each add up to its loss', async ({ page }) => {
  const settings = { language: null, sound: false, motion: 'system' };
  const plays = { 'cv-to-rivals': { log: LOG, stage: 'debrief' } };
  await keepAtFirst(page, JSON.stringify({ version: 1, settings, results: {}, plays }));
  await page.goto('./#/level/cv-to-rivals');
  await expect(dial(page, 'privacy')).toContainText(`Privacy: ${String(played.privacy)} of 100`);
  await expect(dial(page, 'purpose')).toContainText(`Purpose: ${String(played.purpose)} of 100`);
  for (const gauge of ['privacy', 'purpose'] as const) {
    const lines = page.locator(`[data-gauge="${gauge}"] + ol > li .ledger-points`);
    const points = await lines.evaluateAll((all) =>
      all.map((line) => Number(/\d+/.exec(line.firstElementChild?.textContent ?? line.textContent)?.[0])),
    );
    expect(points.reduce((sum, point) => sum + point, 0)).toBe(100 - played[gauge]);
  }
});

test('the progress page and the certificate name both gauges @thorough', async ({ page }) => {
  const best = (id: string) => ({ stars: 3, score: 100, at: 0, routing: id === 'cv-to-rivals' ? ROUTING : null });
  const results = Object.fromEntries(
    ['cv-to-rivals', 'survey-mailing', 'forum-privacy-reply'].map((id) => [id, best(id)]),
  );
  await keepAtFirst(page, JSON.stringify({ version: 2, results }));
  await page.goto('./#/progress');
  await expect(dial(page, 'privacy', '.course-score')).toHaveAttribute('data-left', String(played.privacy));
  await expect(page.locator('[data-question="protect"]')).toContainText('Privacy');
  await expect(page.locator('[data-question="reach"]')).toContainText('Purpose');
  await page.goto('./#/certificate');
  await expect(page.locator('[data-certificate-gauge="privacy"]')).toContainText(String(played.privacy));
  await expect(page.locator('[data-certificate-gauge="purpose"]')).toContainText(String(played.purpose));
});
