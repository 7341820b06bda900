import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { disguise } from '../../src/i18n/pseudo.ts';
import { expect, test } from './fixtures.ts';
import { card, openDesk, sendAndWatch, tray } from './player.ts';
import { clippedTexts, recordCanvasTexts, textsOfPage } from './seen-texts.ts';
import { tour } from './tour.ts';

const LEVEL = 'survey-mailing';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as object;
const english = read('src/i18n/en.json');

function valuesOf(texts: object): string[] {
  return Object.values(texts).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null ? valuesOf(value) : [String(value)],
  );
}

/**
 * Addresses (which the canvas isolates as left-to-right, to the end of a line that it shortens there), file names, mail headers, and words from the browser itself:
 * dates, and "and" in a list.
 */
const SAME_EVERYWHERE =
  /\u2066[^\u2069]*(?:\u2069|…$)|\S*@\S*|\S+\.example|\S+\.json|undisclosed-recipients:;|\d+ [A-Z][a-z]+ \d{4}|\band\b/g;

/** Words in plain letters, which the pseudo-locale does not have, so that they come from somewhere else. */
const plainWords = (texts: readonly string[]) =>
  texts.filter((text) => /[A-Za-z]{2,}/.test(text.replaceAll(SAME_EVERYWHERE, '')));

/** The subject of a mail in the bar of the desk; the sheet below shows it in full. */
const LONG_AS_ITS_WRITER_LIKES = /^(bridge|vote before sending): h1\. (cuts|goes beyond)/;

/** Resizes the window, and waits until the drawing fits it. */
async function resize(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(async () => {
    // Resize observers run before the next frame, and their drawing is laid out with the one after.
    for (let frame = 0; frame < 2; frame += 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
  });
}

/** The interface texts in pseudo-English, without names that the level has too. */
const ofLevel = new Set(englishOf(read(`test/course/${LEVEL}.json`)));
const disguised = valuesOf(english)
  .filter((text) => !ofLevel.has(text))
  .map(disguise);

/** Interface texts that the canvas has shortened; names and mails of a level may be. */
const shortened = (drawn: readonly string[]) =>
  drawn.filter((text) => {
    const start = text.replace(/…$/, '').trim();
    return text.endsWith('…') && start.length > 4 && disguised.some((whole) => whole.includes(start));
  });

/** A desk, a phone, and a phone in landscape. */
const SIZES = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
] as const;

test.describe('in pseudo-English', () => {
  // Words are measured.
  test.use({ deviceScaleFactor: 1 });

  test('the pseudo-locale finds no hard-coded and no clipped text, on a desk, a phone and a phone in landscape @thorough', async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const drawn = await recordCanvasTexts(page);
    const found = new Set<string>();
    // Every screen is resized in place to each size.
    await page.goto('./?lang=en-XA');
    await tour(page, async (screen) => {
      for (const size of SIZES) {
        await resize(page, size);
        const texts = plainWords(await textsOfPage(page)).map((text) => `not in a file: ${text}`);
        const lines = [...texts, ...(await clippedTexts(page))].map((line) => `${screen}: ${line}`);
        for (const line of lines.filter((each) => !LONG_AS_ITS_WRITER_LIKES.test(each))) {
          found.add(`${String(size.width)} by ${String(size.height)}, ${line}`);
        }
      }
      await resize(page, SIZES[0]);
      const canvas = await drawn();
      if (screen === 'debrief') expect(canvas.length).toBeGreaterThan(50);
      for (const text of plainWords(canvas)) found.add(`not in a file, on the canvas: ${text}`);
      for (const text of shortened(canvas)) found.add(`cut on the canvas: ${text}`);
    });
    expect([...found]).toEqual([]);
  });
});

/** The English texts of a level: from each map of languages to texts. */
function englishOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value) return [String(value.en)];
  return Object.values(value).flatMap(englishOf);
}

/** The recognisable parts of English texts, between their values. */
const pieces = (texts: readonly string[]) =>
  texts
    .flatMap((text) => text.split(/\{\{.*?\}\}|\n+/))
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 3 && /[A-Za-z]{3}/.test(piece));

for (const language of ['ar', 'ja']) {
  test(`no English shows in another language, and no whole font loads (${language})${language === 'ar' ? '' : ' @thorough'}`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const own = JSON.stringify([read(`src/i18n/${language}.json`), read(`test/course/${LEVEL}.${language}.json`)]);
    // Names that are the same in both languages prove nothing.
    const tell = pieces([...valuesOf(english), ...englishOf(read(`test/course/${LEVEL}.json`))]).filter(
      (piece) => !own.includes(piece),
    );
    expect(tell.length).toBeGreaterThan(400);
    const drawn = await recordCanvasTexts(page);
    const found = new Set<string>();
    page.on('request', (request) => {
      const font = /noto-(?!.*-small-).*\.woff2/.exec(request.url())?.[0];
      if (font !== undefined) found.add(`a text needs ${font}`);
    });
    await page.goto(`./?lang=${language}`);
    await tour(page, async (screen) => {
      for (const text of [...(await textsOfPage(page)), ...(await drawn())]) {
        const plain = text.replaceAll(SAME_EVERYWHERE, '');
        const piece = tell.find((each) => plain.includes(each));
        if (piece !== undefined) found.add(`${screen}: “${piece}” in “${text}”`);
      }
    });
    expect([...found]).toEqual([]);
  });
}

async function chooseLanguage(page: Page, name: string): Promise<void> {
  await page.locator('[data-settings], [data-tool="settings"]').first().click();
  await page.getByRole('radio', { name }).check();
  await page.locator('[data-close]').click();
}

/** Presses a key of an Arabic keyboard, which the tests' own does not have. */
async function typeArabic(
  page: Page,
  key: { readonly key: string; readonly code: string; readonly ctrlKey?: true; readonly shiftKey?: true },
): Promise<void> {
  await page.evaluate((init) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  }, key);
}

const leftOf = async (page: Page, field: string) => (await tray(page, field).boundingBox())?.x ?? NaN;

test('the desk and the replay change their language and their direction in place', async ({ page }) => {
  await openDesk(page, LEVEL);
  for (const contact of ['batch-1', 'batch-2', 'priya']) {
    await card(page, contact).focus();
    await page.keyboard.press('2');
  }
  expect(await leftOf(page, 'none')).toBeLessThan(await leftOf(page, 'to'));
  await chooseLanguage(page, 'العربية');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(card(page, 'priya')).toHaveAttribute('data-field', 'cc');
  await expect(card(page, 'priya')).toHaveAccessibleName(/بريا ناير/);
  expect(await leftOf(page, 'none')).toBeGreaterThan(await leftOf(page, 'to'));
  // Keys follow the language: forward is to the left, and letters go by position on an Arabic keyboard.
  await card(page, 'batch-3').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(card(page, 'batch-4')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(card(page, 'batch-3')).toBeFocused();
  await typeArabic(page, { key: 'ئ', code: 'KeyZ', ctrlKey: true });
  await expect(card(page, 'priya')).toHaveAttribute('data-field', 'none');
  await typeArabic(page, { key: 'غ', code: 'KeyY', ctrlKey: true });
  await expect(card(page, 'priya')).toHaveAttribute('data-field', 'cc');
  await typeArabic(page, { key: '؟', code: 'Slash', shiftKey: true });
  await expect(page.locator('dialog.help')).toContainText('؟');
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog.help')).toHaveCount(0);
  await expect(card(page, 'batch-3')).toBeFocused();
  await card(page, 'priya').focus();
  await page.keyboard.press('Enter');
  const address = page.locator('dialog[open] .address').first();
  await expect(address).toHaveText('priya.nair@northmoor-police.example');
  await expect(address).toHaveCSS('direction', 'ltr');
  await page.keyboard.press('Escape');

  await sendAndWatch(page);
  await page.locator('[data-transport="toggle"]').click();
  for (let step = 0; step < 2; step += 1) await page.locator('[data-transport="next"]').click();
  const current = page.locator('[data-beat][aria-current="step"]');
  const beat = await current.getAttribute('data-beat');
  await expect(current).toContainText(/[\u0600-\u06ff]/);
  // Drawing beat by beat gives the same picture as a new layout of the table.
  const table = page.locator('[data-stage-host] canvas:not([data-dots])');
  const drawn = () =>
    table.evaluate(async (canvas: HTMLCanvasElement) => {
      // By then the requested picture is drawn.
      for (let frame = 0; frame < 2; frame += 1) {
        await new Promise<number>((done) => {
          requestAnimationFrame(done);
        });
      }
      return canvas.toDataURL();
    });
  const stepped = await drawn();
  await chooseLanguage(page, 'Français');
  await expect.poll(drawn).not.toBe(stepped);
  await chooseLanguage(page, 'العربية');
  await expect.poll(async () => (await drawn()) === stepped).toBe(true);
  await chooseLanguage(page, 'Français');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(current).toHaveAttribute('data-beat', beat ?? '');
  await expect(current).not.toContainText(/[\u0600-\u06ff]/);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});

test('the language is that of the address, else of the settings, else of the browser', async ({
  page,
  browser,
  site,
}) => {
  await page.goto('./?lang=es');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.locator('[data-level="cv-to-rivals"]')).toContainText('Un currículum, dos rivales');
  await chooseLanguage(page, '日本語');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  expect(new URL(page.url()).search).toBe('');
  await page.goto('./?lang=de');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.goto('./');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  const abroad = await browser.newContext({ locale: 'ar-EG', baseURL: site.url });
  const there = await abroad.newPage();
  await there.goto('./');
  await expect(there.locator('html')).toHaveAttribute('lang', 'ar');
  await abroad.close();
});

test('the fonts of a script load with its language only', async ({ page }) => {
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (/noto.*\.woff2$/.test(request.url())) fonts.push(request.url());
  });
  await page.goto('./?lang=fr');
  await expect(page.locator('[data-level] a')).toHaveCount(3);
  await page.evaluate(() => document.fonts.ready);
  expect(fonts).toEqual([]);
  await chooseLanguage(page, 'العربية');
  await expect.poll(() => fonts.length).toBe(1);
  expect(fonts[0]).toContain('noto-sans-arabic');
});

test('a character that the course does not use comes from the whole font, on the page and on the desk @thorough', async ({
  page,
}) => {
  const slices: string[] = [];
  page.on('request', (request) => {
    const slice = /noto-sans-jp-\d+(?=-wght)/.exec(request.url())?.[0];
    if (slice !== undefined) slices.push(slice);
  });
  // A trainer has changed two names on the server: 鰯 and 麒麟 are in no text of the course.
  await page.route('**/levels/cv-to-rivals.ja.json', async (route) => {
    const text = await (await route.fetch()).text();
    await route.fulfill({
      body: text.replace('"title": "履歴書', '"title": "鰯').replace('"name": "', '"name": "麒麟'),
    });
  });
  await page.goto('./?lang=ja');
  await expect(page.locator('[data-level="cv-to-rivals"]')).toContainText('鰯');
  await expect.poll(() => slices).toHaveLength(1);
  await page.locator('[data-level="cv-to-rivals"] a').click();
  await page.locator('[data-to-desk]').click();
  const isThere = (character: string) =>
    page.evaluate((sample) => document.fonts.check("700 16px 'Noto Sans JP Variable'", sample), character);
  await expect.poll(() => isThere('麒')).toBe(true);
  await expect(page.locator('.twin-card').first()).toBeAttached();
  // Characters of the small fonts are not requested again.
  expect(await isThere('履')).toBe(false);
});
