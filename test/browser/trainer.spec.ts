import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Command } from '../../src/engine/play/play.ts';
import { writePlayFile } from '../../src/engine/play/play-file.ts';
import { courseLevel } from '../engine/levels.ts';
import { expect } from './fixtures.ts';
import { drop, levelFile, put, test } from './hosted-folder.ts';
import { card, deskReady, goOn, placeAll, sendAndWatch, skipReplay } from './player.ts';

async function kept(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify(localStorage));
}

async function pick(page: Page, button: string, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.locator(button).press('Enter');
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test.describe('on a hosted page', () => {
  test('a level that is added to levels/ and to the course can be played', async ({ page, folder }) => {
    await put(folder, 'levels/team-lunch.json', await levelFile({ id: 'team-lunch', title: 'The team lunch' }));
    const course = join(folder, 'levels/course.json');
    const before = await readFile(course, 'utf8');
    await writeFile(course, before.replace('"levels": [', '"levels": ["team-lunch.json", '));
    await page.goto('./');
    await page.locator('[data-level="team-lunch"] a').click();
    await expect(page.locator('h1')).toHaveText('The team lunch');
    await page.locator('[data-to-desk]').click();
    await deskReady(page);
    await writeFile(course, before);
  });

  test('?level= opens a level of the site, and survives a reload, the other pages and the languages', async ({
    page,
    folder,
  }) => {
    const title = { en: 'One from elsewhere', de: 'Eins von anderswo' };
    const briefing = { en: 'You write to two companies.' };
    await put(folder, 'elsewhere/mine.json', await levelFile({ id: 'mine', title, briefing }));
    await page.goto('./?level=elsewhere/mine.json');
    await expect(page.locator('h1')).toHaveText('One from elsewhere');
    await page.locator('[data-to-desk]').click();
    await deskReady(page);
    await placeAll(page, { northwind: 'to' });
    await page.reload();
    await deskReady(page);
    await expect(card(page, 'northwind')).toHaveAttribute('data-field', 'to');
    await page.locator('[data-tool="settings"]').click();
    await page.getByRole('radio', { name: 'Deutsch' }).check();
    await page.keyboard.press('Escape');
    await expect(page.locator('.bar h1')).toContainText('Eins von anderswo');
    await page.locator('[data-back]').click();
    // Text that the level lacks in German is marked as English.
    await expect(page.locator('.briefing-text')).toHaveAttribute('lang', 'en');
    await expect(page.locator('h1 [lang]')).toHaveCount(0);
    await page.locator('[data-home]').click();
    await expect(page.locator('[data-level]')).toHaveCount(1);
    expect(page.url()).toContain('?level=elsewhere/mine.json#/');
    await page.locator('[data-whole-course]').click();
    await expect(page.locator('[data-level="survey-mailing"]')).toBeVisible();
  });

  test('?level= of another site is refused with a reason, and nothing is requested from that site', async ({
    page,
  }) => {
    await page.goto('./?level=https://other.example/levels/mine.json');
    const broken = page.locator('[data-broken]');
    await expect(broken.locator('[data-problem="other-site"]')).toBeVisible();
    await page.locator('[data-whole-course]').click();
    await expect(page.locator('[data-level="cv-to-rivals"]')).toBeVisible();
  });

  test('?level= that does not exist says so @thorough', async ({ page, problems }) => {
    problems.expect(/404/);
    await page.goto('./?level=levels/not-there.json');
    await expect(page.locator('[data-broken] [data-problem="not-found"]')).toContainText('levels/not-there.json');
  });

  test('?course= opens another course, with its chapters, its look and its languages', async ({ page, folder }) => {
    await put(folder, 'night/one.json', await levelFile({ id: 'one' }));
    await put(folder, 'night/more/two.json', await levelFile({ id: 'two' }));
    await put(folder, 'night/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="24"/>');
    await put(folder, 'night/course.json', {
      format: 1,
      title: 'Mail at night',
      languages: ['de'],
      chapters: [
        { title: 'Der Anfang', levels: ['one.json'] },
        { title: 'Die Mitte', levels: ['more/two.json'] },
      ],
      brand: { name: 'Northmoor', logo: 'logo.svg', accent: '#7a1f5c', stamp: '#1f5c2a' },
    });
    await page.goto('./?course=night/course.json');
    await expect(page.locator('h1')).toHaveText('Mail at night');
    // The first chapter is due, and the others are folded.
    await page.getByRole('region', { name: 'Die Mitte' }).locator('summary').click();
    await expect(page.getByRole('region', { name: 'Die Mitte' }).locator('[data-level="two"]')).toBeVisible();
    await expect(page.getByRole('img', { name: 'Northmoor' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.locator('[data-first]')).toHaveCSS('background-color', 'rgb(122, 31, 92)');
    await page.locator('[data-settings]').first().click();
    await expect(page.locator('dialog').getByRole('radio', { name: 'English' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.locator('[data-level="one"] a').click();
    await page.reload();
    await expect(page.locator('[data-to-desk]')).toBeVisible();
    expect(page.url()).toContain('?course=night/course.json#/level/one');
  });
});

test.describe('a file of the trainer', () => {
  test('that is dropped can be played at once, is marked, and leaves no trace', async ({ page }) => {
    const sent: string[] = [];
    await page.goto('./');
    await expect(page.locator('[data-level="survey-mailing"]')).toBeVisible();
    const before = await kept(page);
    page.on('request', (request) => sent.push(`${request.method()} ${request.postData() ?? ''}`));
    await drop(page, { 'mine.json': await levelFile({ id: 'cv-to-rivals', title: 'My own level' }) });
    await expect(page.locator('h1')).toHaveText('My own level');
    const mark = page.locator('[data-preview-mark]');
    await expect(mark).toContainText('mine.json');
    await page.locator('[data-to-desk]').click();
    await deskReady(page);
    await placeAll(page, { northwind: 'separate' });
    await expect(mark).toBeVisible();
    await sendAndWatch(page);
    await expect(mark).toBeVisible();
    await skipReplay(page);
    await goOn(page);
    await expect(page.locator('[data-stars]')).toBeVisible();
    await expect(mark).toBeVisible();
    await page.locator('[data-home]').click();
    await expect(page.locator('[data-previews]')).toContainText('mine.json');
    expect(await kept(page)).toBe(before);
    expect(sent.filter((request) => request !== 'GET ')).toEqual([]);

    // The course's level with the same id is unchanged.
    await page.locator('.chapter:not(.previews) [data-level="cv-to-rivals"] a').click();
    await expect(page.locator('[data-to-desk]')).toBeVisible();
    await expect(mark).toHaveCount(0);
    await page.goBack();
    await page.locator('[data-previews] [data-level="cv-to-rivals"] a').click();
    await page.reload();
    await expect(page.locator('[data-note="gone"]')).toBeVisible();
  });

  test('that is broken shows its problems with line and column, and can be played once it is mended', async ({
    page,
  }) => {
    await page.goto('./');
    const good = await levelFile({ id: 'mine', title: 'My own level' });
    await pick(page, '[data-try-file]', 'mine.json', good.replace('"needs": "act"', '"needs": "acts"'));
    const board = page.locator('[data-problem-board]');
    await expect(board).toBeVisible();
    const line = good.split('\n').findIndex((text) => text.includes('"needs": "act"')) + 1;
    const column = good.split('\n')[line - 1]!.indexOf('"act"') + 1;
    await expect(board.locator('li').first()).toContainText(
      `mine.json, line ${String(line)}, column ${String(column)}`,
    );
    await pick(page, '[data-board-pick]', 'mine.json', good);
    await expect(board).toHaveCount(0);
    await expect(page.locator('h1')).toHaveText('My own level');
  });

  test('that is dropped with others is listed among them; anything that is not a level is reported @thorough', async ({
    page,
  }) => {
    await page.goto('./');
    const course = { format: 1, title: 'Mine', languages: ['en', 'de'], levels: ['b.json', 'a.json', 'gone.json'] };
    await drop(page, {
      'course.json': JSON.stringify(course),
      'a.json': await levelFile({ id: 'a' }),
      'b.json': await levelFile({ id: 'b' }),
      'notes.txt': 'not a level',
      'huge.json': ' '.repeat(2 ** 20 + 1),
    });
    const board = page.locator('[data-problem-board]');
    await expect(board.locator('li')).toHaveCount(2);
    await expect(board.locator('[data-problem="not-a-json-file"]')).toContainText('notes.txt');
    await expect(board.locator('[data-problem="too-large"]')).toContainText('huge.json');
    await page.keyboard.press('Escape');
    await expect(board).toHaveCount(0);
    const previews = page.locator('[data-previews] article');
    await expect(previews).toHaveCount(3);
    await expect(previews.nth(0)).toHaveAttribute('data-level', 'b');
    await expect(previews.nth(2)).toHaveAttribute('data-broken', 'gone.json');
    await previews.nth(1).locator('a').click();
    await expect(page.locator('[data-preview-mark]')).toContainText('a.json');
  });
});

test('a dropped level is checked as on the command line: one that a habit wins is reported, and can be played', async ({
  page,
}) => {
  await page.goto('./');
  const contacts = [
    { id: 'ana', name: 'Ana', address: 'ana@mail.example', needs: 'act' },
    { id: 'ben', name: 'Ben', address: 'ben@mail.example', needs: 'act' },
  ];
  const circles = [{ id: 'team', members: ['ana', 'ben'], bond: 'context' }];
  const mails = [{ id: 'mail', subject: 'Lunch', body: 'At noon.', sensitivity: 0, fields: ['to', 'cc', 'bcc'] }];
  await drop(page, {
    'easy.json': await levelFile({
      id: 'easy',
      title: 'Easy',
      contacts,
      circles,
      mails,
      beats: [],
      accepted: undefined,
      expectations: undefined,
    }),
  });
  const board = page.locator('[data-problem-board]');
  await expect(board.locator('[data-problem="habit-wins"]').first()).toContainText('easy.json, line');
  await page.keyboard.press('Escape');
  await expect(page.locator('h1')).toHaveText('Easy');
});

test('a saved play that is dropped opens as its replay', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('[data-level="cv-to-rivals"]')).toBeVisible();
  const log: Command[] = [{ type: 'place', contacts: ['northwind', 'southgale'], field: 'cc' }, { type: 'send' }];
  await drop(page, { 'blind-copy.json': writePlayFile(courseLevel('cv-to-rivals'), log) });
  await expect(page.locator('[data-replay]')).toBeVisible();
  await expect(page.locator('[data-problem-board]')).toHaveCount(0);
});

test.describe('a hostile file', () => {
  test('shows its texts as text, in their place, and breaks nothing', async ({ page }) => {
    await page.goto('./');
    const hostile = await levelFile({
      id: 'hostile',
      title: '<img src=x onerror=alert(1)>' + 'W'.repeat(32),
      summary: '\u202Etxt.exe \u2066\u2067<script>alert(1)</script>',
      briefing: `\u202E<b>reversed</b>\n\n${'M'.repeat(400)}`,
    });
    page.on('dialog', () => {
      throw new Error('A script of the file ran.');
    });
    await page.setViewportSize({ width: 390, height: 844 });
    await drop(page, { 'hostile.json': hostile });
    await expect(page.locator('h1')).toContainText('<img src=x onerror=alert(1)>');
    await expect(page.locator('#page img[src="x"]')).toHaveCount(0);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(390);
    expect(await page.locator('.briefing-text').textContent()).not.toContain('\u202E');
    await page.locator('[data-to-desk]').click();
    await deskReady(page);
    expect(await width()).toBe(390);
    await page.locator('[data-back]').click();
    await page.locator('[data-home]').click();
    await expect(page.locator('[data-previews]')).toContainText('<script>alert(1)</script>');
    expect(await width()).toBe(390);
  });

  test('does not hang the page, however deep or large @thorough', async ({ page }) => {
    await page.goto('./');
    const contacts = Array.from({ length: 6000 }, (_, index) => ({
      id: `c${String(index)}`,
      name: `Contact ${String(index)}`,
      address: `c${String(index)}@mail.example`,
      needs: 'act',
    }));
    await drop(page, {
      'deep.json': '['.repeat(500_000),
      'many.json': await levelFile({ id: 'many', contacts, circles: [], beats: [] }),
      'names.json': '{"__proto__": {"ok": true}, "constructor": 1, "levels": 2}',
    });
    const board = page.locator('[data-problem-board]');
    await expect(board).toBeVisible();
    await page.keyboard.press('Escape');
    await page.locator('.chapter:not(.previews) [data-level="cv-to-rivals"] a').click();
    await page.locator('[data-to-desk]').click();
    await deskReady(page);
  });
});
