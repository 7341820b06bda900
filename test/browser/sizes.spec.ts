import type { Page } from '@playwright/test';
import { HEADERS } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { wholePage } from './built-page.ts';
import { expect, test } from './fixtures.ts';
import { deskReady, openReplayOf, pauseReplay, recordKey, skipReplay } from './player.ts';
import { clashesAtSizes } from './sizes.ts';
import { tour } from './tour.ts';

// Words are measured.
test.use({ deviceScaleFactor: 1 });

/** The sizes at which most things clashed before. */
const NARROW_AND_LOW = [
  [320, 568],
  [844, 390],
  [1280, 600],
] as const;

test('home, briefing and desk can be read on a small phone, on one that lies on its side, and in a low window', async ({
  page,
}) => {
  await page.goto('./');
  await expect(page.locator('[data-level] a')).toHaveCount(3);
  expect.soft(await clashesAtSizes(page, 'home', NARROW_AND_LOW)).toEqual([]);
  await page.locator('[data-level="survey-mailing"] a').click();
  await expect(page.locator('[data-to-desk]')).toBeVisible();
  expect.soft(await clashesAtSizes(page, 'briefing', NARROW_AND_LOW)).toEqual([]);
  await page.locator('[data-to-desk]').click();
  await deskReady(page);
  expect(await clashesAtSizes(page, 'desk', NARROW_AND_LOW)).toEqual([]);
});

test('the end of a replay can be read there, too @thorough', async ({ page }) => {
  await openReplayOf(page, 'survey-mailing', [[['batch-1', 'batch-2', 'batch-3', 'priya'], 'cc']]);
  await skipReplay(page);
  expect(await clashesAtSizes(page, 'end of the replay', NARROW_AND_LOW)).toEqual([]);
});

test.describe('@thorough', () => {
  test('nothing is cut off or covered on any screen at any size, with and without a projector', async ({ page }) => {
    test.setTimeout(1_200_000);
    await page.goto('./');
    await tour(page, async (state) => {
      expect.soft(await clashesAtSizes(page, state), state).toEqual([]);
    });
  });

  test('nothing is on the desks and in the replays of the whole campaign', async ({ page }) => {
    test.setTimeout(2_400_000);
    const site = await serve({ folder: wholePage(), prefix: '/campaign/', headers: HEADERS });
    await page.goto(site.url);
    for (const level of await levelsAtHome(page)) {
      for (const [state, stage] of [
        ['desk', 'desk'],
        ['replay', 'replay'],
      ] as const) {
        await openAt(page, level, stage);
        const name = `${level}, ${state}`;
        expect.soft(await clashesAtSizes(page, name), name).toEqual([]);
      }
    }
    await site.close();
  });
});

async function levelsAtHome(page: Page): Promise<string[]> {
  await expect(page.locator('[data-level] a').first()).toBeVisible();
  return page
    .locator('[data-level]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['level'] ?? ''));
}

/** Opens a level where a record says that it was left: at its first desk, or in the replay of everybody in Cc. */
async function openAt(page: Page, level: string, stage: 'desk' | 'replay'): Promise<void> {
  const contacts = await page.evaluate(async (id) => {
    const answer = await fetch(`levels/${id}.json`);
    return ((await answer.json()) as { contacts: { id: string }[] }).contacts.map((one) => one.id);
  }, level);
  // Not every desk has each field: what it does not have is left out.
  const log = [
    ...(['to', 'cc'] as const).flatMap((field) =>
      contacts.map((contact) => ({ type: 'place', contacts: [contact], field })),
    ),
    { type: 'send' },
  ];
  const record = {
    version: 2,
    settings: { sound: false },
    plays: { [level]: { log: stage === 'desk' ? [] : log, stage } },
  };
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    recordKey(page),
    JSON.stringify(record),
  ] as const);
  await page.evaluate((id) => (location.hash = `#/level/${id}`), level);
  await page.reload();
  if (stage === 'desk') await deskReady(page);
  else {
    await pauseReplay(page);
    await skipReplay(page);
  }
}
