/**
 * `npm run bench -- bytes`: what a server sends to one learner, counted at the server, for the tables of
 * docs/hosting.md.
 */
import { chromium, type Page } from '@playwright/test';
import { goodHost, type Counted } from './good-host.ts';

/** What tools/bench.mjs passes: the built game, the browser, its arguments. */
const [game = '', executablePath = '', chromiumArgs = '[]'] = process.argv.slice(2);
/** One language for each set of fonts, and one without its own. */
const LANGUAGES = ['en', 'de', 'ar', 'ja'];
const LEVELS = ['cv-to-rivals', 'survey-mailing', 'forum-privacy-reply'];

async function atHome(page: Page, url: string, language: string): Promise<void> {
  await page.goto(`${url}/game/?lang=${language}`);
  await page.locator('[data-level] a').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.envelope.waiting'));
}

/** Plays a level to its end by keyboard: everyone gets a separate mail. */
async function play(page: Page, level: string): Promise<void> {
  // Its card may lie in a folded chapter.
  await page.evaluate((id) => {
    location.hash = `#/level/${id}`;
  }, level);
  await page.locator('[data-to-desk]').click();
  const cards = page.locator('.twin-card');
  await cards.first().waitFor({ state: 'attached' });
  for (let card = 0; card < (await cards.count()); card += 1) await cards.nth(card).press('4');
  await page.locator('[data-send]').press('Enter');
  await page.locator('[data-watch]').click();
  await page.locator('[data-transport="skip"]').click();
  await page.locator('[data-go-on]').click();
  await page.locator('[data-stars]').waitFor();
  await page.evaluate(() => {
    location.hash = '#/';
  });
}

/** Waits until the service worker has cached everything, and no request is open. */
async function quiet(page: Page, counted: Counted): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  for (let before = -1; before !== counted.sent.length;) {
    before = counted.sent.length;
    await page.waitForTimeout(3000);
  }
}

const sum = ({ sent }: Counted) => sent.reduce((bytes, file) => bytes + file.bytes, 0);
const row = (visit: string, counted: Counted) =>
  console.log(
    `| ${visit} | ${String(counted.sent.length)} | ${String(counted.sent.filter(({ bytes }) => bytes === 0).length)} | ${sum(counted).toLocaleString('en')} |`,
  );

const browser = await chromium.launch({ executablePath, args: JSON.parse(chromiumArgs) as string[] });
const host = await goodHost({ '/game/': game });
console.log('| visit | requests | of these answered 304 | bytes |\n|---|---|---|---|');
for (const language of LANGUAGES) {
  const context = await browser.newContext({ locale: language, reducedMotion: 'reduce' });
  const page = await context.newPage();
  // The rest is prefetched in idle time, which comes only if the page is left alone.
  await page.addInitScript(() => {
    const wait = globalThis.requestIdleCallback;
    globalThis.requestIdleCallback = (action) =>
      setTimeout(() => wait(action), sessionStorage.getItem('counted') === null ? 4000 : 0) as unknown as number;
  });
  const home = host.count();
  await atHome(page, host.url, language);
  row(`${language}: first, up to the home page in use`, { sent: [...home.sent] });
  await quiet(page, home);
  row(`${language}: first, with all that is kept for later`, { sent: [...home.sent] });
  const course = host.count();
  for (const level of LEVELS) await play(page, level);
  await quiet(page, course);
  row(`${language}: the whole course after that`, course);
  const later = host.count();
  await page.evaluate(() => sessionStorage.setItem('counted', '1'));
  await atHome(page, host.url, language);
  await quiet(page, later);
  row(`${language}: each later visit`, later);
  await context.close();

  // A frame has no service worker.
  const framed = await browser.newContext({ locale: language, reducedMotion: 'reduce', serviceWorkers: 'block' });
  const inner = await framed.newPage();
  const without = host.count();
  await atHome(inner, host.url, language);
  for (const level of LEVELS) await play(inner, level);
  row(`${language}: the whole course without a service worker`, without);
  await framed.close();
}
await browser.close();
host.close();
