import { chromium, type LaunchOptions, type Page } from '@playwright/test';
import { KEY, LEVEL, now, openPhones, SESSION, type Broker } from './hall.ts';
import { percentile, printLines } from './line.ts';

/**
 * How long it takes until the drawn page of a session shows the votes of a hall: 300 phones vote within ten seconds, in
 * Chromium without a GPU.
 */

const PHONES = 300;
const WITHIN_MS = 10_000;
/** A longer task would keep the page from answering the facilitator. */
const LONGEST_TASK_MS = 200;

/** What the page notes by itself. */
interface Noted {
  /** When the page had drawn a number of results, in milliseconds since 1970. */
  readonly drawn: readonly { readonly count: number; readonly at: number }[];
  /** The tasks of more than 50 ms, in milliseconds. */
  readonly longTasks: readonly number[];
}

/** Notes in the page when it has drawn results. */
async function follow(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted: { drawn: { count: number; at: number }[]; longTasks: number[] } = { drawn: [], longTasks: [] };
    Reflect.set(globalThis, 'noted', noted);
    const count = () => Number(document.querySelector('[data-room-results]')?.getAttribute('data-room-results') ?? 0);
    new MutationObserver(() => {
      const results = count();
      // A task after the next frame runs once the frame has been drawn.
      requestAnimationFrame(() =>
        setTimeout(() => noted.drawn.push({ count: results, at: performance.timeOrigin + performance.now() })),
      );
    }).observe(document.body, { subtree: true, attributeFilter: ['data-room-results'] });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) noted.longTasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}

const noted = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'noted') as Noted);

/** @returns whether every promise was kept */
export async function fillPage(broker: Broker, options: LaunchOptions): Promise<boolean> {
  const browser = await chromium.launch(options);
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const metric = async (name: string) =>
    (await devtools.send('Performance.getMetrics')).metrics.find((one) => one.name === name)?.value ?? 0;
  await page.goto(
    `http://127.0.0.1:${String(broker.port)}/?lang=en&present=1&levels=${LEVEL.id}&room=${SESSION}&key=${KEY}#/room`,
  );
  await page.locator('[data-live="connected"]').waitFor();
  const phones = await openPhones(broker, PHONES);
  await page.locator(`[data-here="${String(PHONES)}"]`).waitFor();
  await follow(page);
  const begun = await metric('TaskDuration');
  const sentAt = (await phones.send(WITHIN_MS)).toSorted((a, b) => a - b);
  let seen = await noted(page);
  const end = now() + 10_000;
  while ((seen.drawn.at(-1)?.count ?? 0) < PHONES && now() < end) {
    await page.waitForTimeout(100);
    seen = await noted(page);
  }
  // Results are counted in the order in which they arrive, so the n-th one is drawn when the page says n or more.
  const delays = sentAt.map((at, index) => (seen.drawn.find(({ count }) => count > index)?.at ?? Infinity) - at);
  const slowest = percentile(delays, 0.99);
  const longest = Math.max(0, ...seen.longTasks);
  const busy = (await metric('TaskDuration')) - begun;
  const heap = (await metric('JSHeapUsedSize')) / 2 ** 20;
  printLines([
    {
      what: `results of ${String(PHONES)} phones within ten seconds on the drawn page, 99th percentile`,
      against: 'sending them',
      measured: `${String(Math.round(slowest))} ms`,
      promised: 'at most 1,000 ms',
      kept: slowest <= 1000,
    },
    {
      what: 'longest task of the page',
      against: 'the clock',
      measured: `${String(Math.round(longest))} ms`,
      promised: `at most ${String(LONGEST_TASK_MS)} ms`,
      kept: longest <= LONGEST_TASK_MS,
    },
  ]);
  console.log(
    `Median: ${String(Math.round(percentile(delays, 0.5)))} ms. The page was busy for ${busy.toFixed(1)} s, its heap has ${heap.toFixed(0)} MB, and it was drawn ${String(seen.drawn.length)} times.`,
  );
  phones.close();
  await browser.close();
  await broker.close();
  return slowest <= 1000 && longest <= LONGEST_TASK_MS;
}
