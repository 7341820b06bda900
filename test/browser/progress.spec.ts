import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  card,
  deskReady,
  goOn,
  keepAtFirst,
  openDesk,
  placeAll,
  recordKey,
  sendAndWatch,
  skipReplay,
  stars,
} from './player.ts';

const LEVELS = ['cv-to-rivals', 'survey-mailing', 'forum-privacy-reply'];
const DAY = 24 * 60 * 60 * 1000;

const kept = (page: Page) => page.evaluate((key) => localStorage.getItem(key), recordKey(page));

function recordOf(results: Readonly<Record<string, { stars: number; score: number }>>): string {
  const entries = Object.entries(results).map(([id, result]) => [id, { ...result, routing: null, at: 0 }]);
  const all: unknown = Object.fromEntries(entries);
  return JSON.stringify({ version: 2, results: all });
}

const CV_BEST = { northwind: 'separate', southgale: 'separate', referee: 'separate' };

async function playCv(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await openDesk(page, 'cv-to-rivals');
  await placeAll(page, fields);
  await toDebrief(page);
}

async function toDebrief(page: Page): Promise<void> {
  await sendAndWatch(page);
  await skipReplay(page);
  await goOn(page);
}

test.describe('the record', () => {
  test('survives a crash in the middle of a level', async ({ page, context }) => {
    await openDesk(page, 'cv-to-rivals');
    await placeAll(page, { northwind: 'to', southgale: 'bcc' });
    // The page gets no unload event.
    await page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await again.goto('./');
    await again.locator('[data-first]').click();
    await deskReady(again);
    await expect(card(again, 'northwind')).toHaveAttribute('data-field', 'to');
    await expect(card(again, 'southgale')).toHaveAttribute('data-field', 'bcc');
  });

  test('on a full disk lets the game continue, warns once, and is saved again when there is space', async ({
    page,
  }) => {
    await page.goto('./');
    await page.evaluate(() => {
      const block = 'x'.repeat(1024);
      // Full to the last byte, as another page of the same site may cause.
      for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 2)) {
        try {
          for (;;) {
            const name = `other-${String(localStorage.length)}`;
            localStorage.setItem(name, size >= 1024 ? block.repeat(size / 1024) : 'x'.repeat(size));
          }
        } catch {
          // The next smaller size may still fit.
        }
      }
    });
    await page.locator('[data-level="cv-to-rivals"] a').click();
    await page.locator('[data-to-desk]').click();
    await deskReady(page);
    await expect(page.locator('[data-concern="full"]')).toBeVisible();
    await page.locator('[data-accept]').click();
    await placeAll(page, CV_BEST);
    await expect(page.locator('[data-concern]')).toHaveCount(0);
    expect(await kept(page)).toBeNull();
    await page.evaluate((key) => {
      for (const name of Object.keys(localStorage)) if (name !== key) localStorage.removeItem(name);
    }, recordKey(page));
    await toDebrief(page);
    await expect(stars(page)).toHaveAttribute('data-stars', '3');
    expect(await kept(page)).toContain('"stars":3');
  });

  test('that was cut off keeps its intact part, and the page says so @thorough', async ({ page }) => {
    const whole = recordOf({ 'cv-to-rivals': { stars: 3, score: 97 }, 'survey-mailing': { stars: 2, score: 80 } });
    await keepAtFirst(page, whole.slice(0, whole.indexOf('80')));
    await page.goto('./');
    await expect(page.locator('[data-concern="mended"]')).toBeVisible();
    await expect(page.locator('[data-level="cv-to-rivals"]')).toContainText('3 of 3');
    await page.locator('[data-accept]').click();
    await expect(page.locator('[data-concern]')).toHaveCount(0);
  });

  test('of a later version of the page is left alone @thorough', async ({ page }) => {
    const later = '{"version":99,"results":{"cv-to-rivals":{"medal":"gold"}}}';
    await keepAtFirst(page, later);
    await page.goto('./');
    await expect(page.locator('[data-concern="newer"]')).toBeVisible();
    await page.locator('[data-accept]').click();
    await page.locator('[data-level="cv-to-rivals"] a').click();
    await page.locator('[data-to-desk]').click();
    await deskReady(page);
    await placeAll(page, CV_BEST);
    await toDebrief(page);
    await expect(stars(page)).toHaveAttribute('data-stars', '3');
    expect(await kept(page)).toBe(later);
  });

  test('in two tabs has the best of both, and each sees what the other does', async ({ page, context }) => {
    await openDesk(page, 'cv-to-rivals');
    await placeAll(page, CV_BEST);
    const other = await context.newPage();
    await other.goto('./');
    await expect(other.locator('[data-level="cv-to-rivals"]')).toContainText('In progress');
    await other.locator('[data-settings]').first().click();
    await other.getByRole('radio', { name: 'Deutsch' }).check();

    await page.bringToFront();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(card(page, 'northwind')).toHaveAttribute('data-field', 'separate');
    await toDebrief(page);
    await expect(stars(page)).toHaveAttribute('data-stars', '3');
    await other.bringToFront();
    await expect(other.locator('[data-level="cv-to-rivals"]')).toContainText('3 von 3');
    const record = await kept(other);
    expect(record).toContain('"language":"de"');
    expect(record).toContain('"stars":3');
  });
});

test.describe('the privacy page', () => {
  test('lists what is kept, exports it, and erases all of it', async ({ page, context }) => {
    await playCv(page, CV_BEST);
    await page.evaluate(async () => {
      const store = await caches.open(`blind-copy-test-${new URL('.', location.href).href}`);
      await store.put('test', new Response('kept'));
      await caches.open('of-another-page');
      localStorage.setItem('of-another-page', 'stays');
    });
    await page.goto('./#/privacy');
    await expect(page.locator('[data-kept="results"]')).toHaveAttribute('data-entries', '1');
    await expect(page.locator('[data-kept="files"]')).not.toHaveAttribute('data-entries', '0');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export]').click()]);
    const file = await download.createReadStream();
    let text = '';
    for await (const piece of file) text += String(piece);
    expect(JSON.parse(text)).toMatchObject({ record: { version: 2, results: { 'cv-to-rivals': { stars: 3 } } } });

    await page.locator('[data-page-erase]').click();
    await expect(page.locator('[data-page-keep]')).toBeFocused();
    await page.locator('[data-page-erase-yes]').click();
    await expect(page.locator('[data-page-erased]')).toBeVisible();
    const left = await page.evaluate(async () => ({
      local: Object.keys(localStorage),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      cookie: document.cookie,
    }));
    expect(left).toEqual({ local: ['of-another-page'], caches: ['of-another-page'], workers: 0, cookie: '' });
    expect(await context.cookies()).toEqual([]);
    await expect(page.locator('[data-kept]:not([data-kept="settings"])[data-entries="1"]')).toHaveCount(0);
  });
});

test.describe('over the course', () => {
  test('exposed and hidden are counted separately, and a missed rule comes back in time', async ({ page }) => {
    const start = Date.UTC(2026, 0, 5, 9);
    await page.clock.setFixedTime(start);
    await playCv(page, { northwind: 'cc', southgale: 'cc' });
    await expect(stars(page)).toHaveAttribute('data-stars', '0');
    await page.goto('./#/progress');
    // Both rivals were exposed, and the referee was left out.
    await expect(page.locator('[data-question="protect"]')).toContainText('Exposed: 2');
    await expect(page.locator('[data-question="reach"]')).toContainText('Hidden or left out: 1');
    await expect(page.locator('[data-rule="separate-mails"]')).toHaveAttribute('data-state', 'practise');
    await expect(page.locator('[data-rule="separate-mails"]')).toContainText('6 January 2026');
    await page.goto('./#/');
    await expect(page.locator('[data-refresher]')).toHaveCount(0);

    await page.clock.setFixedTime(start + DAY);
    await page.reload();
    await expect(page.locator('[data-refresher="separate-mails"]')).toBeVisible();
    // Emails that nobody has played yet teach the same rule.
    await page.locator('[data-refresher-go]').click();
    await expect(page.locator('[data-practice="start"]')).toContainText('Separate emails for sensitive lists');
  });
});

test.describe('the certificate', () => {
  test('is available from the pass mark on, and prints on one page of A4 or Letter', async ({ page }) => {
    await keepAtFirst(page, recordOf({ 'cv-to-rivals': { stars: 3, score: 100 } }));
    await page.goto('./#/certificate');
    await expect(page.locator('[data-not-yet]')).toBeVisible();
    await expect(page.locator('[data-certificate]')).toHaveCount(0);

    // A single level is not a course, so the page speaks about the whole one.
    await page.goto('./?level=levels/cv-to-rivals.json#/certificate');
    await expect(page.locator('[data-not-yet]')).toContainText('33 of 100 points');

    const passed = recordOf(Object.fromEntries(LEVELS.map((id) => [id, { stars: 2, score: 80 }])));
    await page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [recordKey(page), passed]);
    await page.goto('./?lang=de#/certificate');
    await page.reload();
    const certificate = page.locator('[data-certificate]');
    await page.locator('[data-certificate-form] input[type="text"]').fill('Ana Öztürk');
    await expect(certificate).toContainText('Ana Öztürk');
    await expect(certificate).toContainText('80 von 100 Punkten');
    await expect(certificate).toContainText('1. Januar 1970');
    await expect(certificate).toContainText('beweist nicht');
    expect(await kept(page)).not.toContain('Öztürk');

    for (const format of ['A4', 'Letter']) {
      const pdf = (await page.pdf({ format, landscape: true })).toString('latin1');
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    }
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('[data-certificate-form]')).toBeHidden();
    await expect(certificate).toBeVisible();
    await page.emulateMedia({ media: null });

    await page.locator('[data-keep-name]').check();
    expect(await kept(page)).toContain('Öztürk');
    await page.reload();
    await expect(certificate).toContainText('Ana Öztürk');
    await page.locator('[data-keep-name]').uncheck();
    expect(await kept(page)).not.toContain('Öztürk');
  });
});
