import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { keepAtFirst } from './player.ts';

/** A German word of 35 letters, and one that nobody would write. */
const WORD = 'Datenschutzfolgenabschätzungsbericht';
const ENDLESS = 'Kundenzufriedenheitsbefragungsabteilung'.repeat(2).slice(0, 60);

type Level = Record<string, unknown> & { contacts: Record<string, unknown>[] };

/** A course in which every text is one word. */
async function openCourse(page: Page): Promise<void> {
  const file = new URL('../course/cv-to-rivals.json', import.meta.url);
  const level = JSON.parse(await readFile(file, 'utf8')) as Level;
  const long: Level = {
    ...level,
    title: WORD,
    summary: ENDLESS,
    briefing: ENDLESS,
    sender: { ...(level['sender'] as object), name: WORD, role: WORD },
    contacts: level.contacts.map((contact) => ({
      ...contact,
      name: `${WORD} ${String(contact['id'])}`,
      about: ENDLESS,
    })),
  };
  delete long['translations'];
  await page.route('**/levels/cv-to-rivals.json', (route) => route.fulfill({ json: long }));
  await page.route('**/levels/course.json', (route) =>
    route.fulfill({
      json: {
        format: 1,
        title: ENDLESS,
        languages: ['de'],
        chapters: [{ title: WORD, levels: ['cv-to-rivals.json'] }],
        brand: { name: ENDLESS },
      },
    }),
  );
}

/** The record of a play that has reached a stage. */
function played(stage: string): string {
  const log = [{ type: 'place', contacts: ['northwind', 'southgale'], field: 'cc' }, { type: 'send' }];
  const settings = { language: 'de', sound: false, motion: 'system' };
  return JSON.stringify({ version: 1, settings, results: {}, plays: { 'cv-to-rivals': { log, stage } } });
}

async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Finds what extends beyond the window, or is cut off within its own box. */
async function cut(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, p, a, button, li, dt, dd, label, span, strong')].flatMap((element) => {
      if (element.closest('.visually-hidden, svg') || element.getClientRects().length === 0) return [];
      const { left, right } = element.getBoundingClientRect();
      const over = right > innerWidth + 1 || left < -1;
      const clips = getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      return over || clips
        ? [`${element.tagName} ${element.className}: ${element.textContent.trim().slice(0, 40)}`]
        : [];
    }),
  );
}

test.describe('words without an end, at 320 CSS pixels', () => {
  test.use({ viewport: { width: 320, height: 568 }, locale: 'de' });

  for (const [name, address, stage] of [
    ['the home page', './'],
    ['the briefing', './#/level/cv-to-rivals'],
    ['the progress page', './#/progress'],
    ['the page for hosts', './#/host'],
    ['the debrief', './#/level/cv-to-rivals', 'debrief'],
  ] as const) {
    const tag = name === 'the home page' || name === 'the debrief' ? '' : ' @thorough';
    test(`${name} scrolls vertically only, and cuts nothing off${tag}`, async ({ page }) => {
      await openCourse(page);
      if (stage) await keepAtFirst(page, played(stage));
      await page.goto(address);
      await expect(page.getByText(WORD).first()).toBeVisible();
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      expect(await cut(page)).toEqual([]);
    });
  }
});
