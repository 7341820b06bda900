import type { Browser, BrowserContext, Page } from '@playwright/test';
import { goodHost } from './good-host.ts';
import { lookInPages, playToFirstCard } from './hand.ts';
import { median, type Line } from './line.ts';
import { BARE, noteWhenUsable, slowDown, usableAt } from './slow-device.ts';

/** How many turns the median is taken of, after one that fills the machine's caches. */
const TURNS = Number(process.env['TURNS'] ?? 5);
const LEVEL = 'cv-to-rivals';

/** One visit, in milliseconds. */
interface Visit {
  /** From the request until the first card is in another field. */
  readonly dragged: number;
  /** The total of tasks that kept the page busy for more than 50 ms until then. */
  readonly long: number;
}

const longTasks = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'longTasks') as number);

async function contextOf(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 720 } });
  context.setDefaultTimeout(120_000);
  await context.addInitScript(() => {
    Object.assign(globalThis, { longTasks: 0 });
    new PerformanceObserver((list) => {
      const spent = list.getEntries().reduce((sum, { duration }) => sum + duration, 0);
      Object.assign(globalThis, { longTasks: (Reflect.get(globalThis, 'longTasks') as number) + spent });
    }).observe({ type: 'longtask', buffered: true });
  });
  return context;
}

async function visitGame(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  const { dragged } = await playToFirstCard(await slowDown(page), url);
  const visit = { dragged, long: await longTasks(page) };
  // Leaves time for the caches of the next visit.
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForTimeout(3000);
  await page.evaluate(() => localStorage.clear());
  await page.close();
  return visit;
}

async function visitBare(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  await slowDown(page);
  await page.goto(`${url}/bare/`);
  const visit = { dragged: await usableAt(page), long: await longTasks(page) };
  await page.close();
  return visit;
}

/** The visits of one turn. */
interface Turn {
  readonly first: Visit;
  readonly second: Visit;
  readonly link: Visit;
  readonly bareFirst: Visit;
  readonly bareSecond: Visit;
}

async function turn(browser: Browser, url: string): Promise<Turn> {
  const [game, linked, bare] = [await contextOf(browser), await contextOf(browser), await contextOf(browser)];
  await lookInPages(game, ['[data-first]', '[data-to-desk]']);
  await lookInPages(linked, ['[data-to-desk]']);
  await noteWhenUsable(bare, () => Reflect.get(globalThis, 'isThere') === true);
  const bareFirst = await visitBare(bare, url);
  const first = await visitGame(game, `${url}/game/`);
  const link = await visitGame(linked, `${url}/game/#/level/${LEVEL}`);
  const bareSecond = await visitBare(bare, url);
  const second = await visitGame(game, `${url}/game/`);
  await Promise.all([game, linked, bare].map((context) => context.close()));
  return { first, second, link, bareFirst, bareSecond };
}

/**
 * Measures the time from the request to the first card in a field, as fast as a hand could do it, against a page with
 * only Phaser.
 * @param game the folder of the built page
 */
export async function startLines(browser: Browser, game: string): Promise<Line[]> {
  const host = await goodHost({ '/game/': game }, BARE);
  const turns: Turn[] = [];
  for (let count = 0; count <= TURNS; count += 1) {
    const times = await turn(browser, host.url);
    if (count > 0) turns.push(times);
  }
  host.close();
  const line = (
    what: string,
    own: (of: Turn) => number,
    bare: (of: Turn) => number,
    against: string,
    promise: number,
  ): Line => {
    const ratio = median(turns.map((of) => own(of) / bare(of)));
    const ms = (of: (one: Turn) => number) => `${Math.round(median(turns.map(of))).toLocaleString('en')} ms`;
    return {
      what: `${what}: ${ms(own)}`,
      against: `${against}: ${ms(bare)}`,
      measured: `${ratio.toPrecision(3)} ×`,
      promised: `at most ${String(promise)} ×`,
      kept: ratio <= promise,
    };
  };
  const first = 'Phaser alone can be used, first visit';
  return [
    line(
      'first card dragged, from home',
      (of) => of.first.dragged,
      (of) => of.bareFirst.dragged,
      first,
      1.3,
    ),
    line(
      'first card dragged, by a link to the level',
      (of) => of.link.dragged,
      (of) => of.bareFirst.dragged,
      first,
      1.1,
    ),
    line(
      'first card dragged, on the second visit',
      (of) => of.second.dragged,
      (of) => of.bareSecond.dragged,
      'Phaser alone, second visit',
      1.2,
    ),
    line(
      'long tasks until then, from home',
      (of) => of.first.long,
      (of) => of.bareFirst.long,
      'of Phaser alone',
      1.55,
    ),
  ];
}
