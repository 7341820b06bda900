import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import { simulate } from '../../src/engine/play/simulate.ts';
import { tryDesks } from '../../src/engine/play/trial.ts';
import { levelSchema } from '../../src/engine/level/level.ts';
import { goodHost } from './good-host.ts';
import { LARGE, largeLevel } from './large-level.ts';
import { median, percentile, type Line } from './line.ts';

/** A processor four times slower, as a mid-range phone's. */
const SLOWER = 4;
const TURNS = 30;
const GOAL_MS = 100;
/** Keys before the first that counts, while the code is cold. */
const WARM_UP = 6;

/** The baseline: a page with only a text field, for `goodHost`. */
const BARE_FIELD: Readonly<Record<string, string>> = {
  '/field/index.html': '<!doctype html><html lang="en"><meta charset="utf-8"><title>Field</title><input>',
};

/** What the author's actions took of the page, in milliseconds. */
interface Taken {
  /** Processor time of the page's own thread for each, in which other work on the machine does not count. */
  readonly work: readonly number[];
  /** From each key until the frame that shows its answer, by the clock, on the slower processor. */
  readonly clock: readonly number[];
}

/**
 * Tells after each real key how long it took until the frame with its answer has been drawn. The desk answers once it
 * is no longer at work.
 */
function tellAnswers(): void {
  const isWorking = () => document.querySelector('[data-live-desk] [aria-busy="true"]') !== null;
  const tell = (time: number) => (Reflect.get(globalThis, 'answered') as (text: string) => void)(String(time));
  const begin = (event: Event) => {
    const isOnDesk = event.target instanceof Element && event.target.closest('[data-live-desk]') !== null;
    const drawn = () => {
      if (isOnDesk && isWorking()) requestAnimationFrame(drawn);
      // A task after the frame's callbacks begins when the frame has been painted.
      else setTimeout(() => tell(performance.now() - event.timeStamp));
    };
    requestAnimationFrame(drawn);
  };
  addEventListener('keydown', begin, { capture: true });
}

/** A page that tells its answers. */
interface Told {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Presses a key and waits for the answer. @returns how long it took by the clock */
  readonly press: (key: string) => Promise<number>;
}

async function toldPage(context: BrowserContext): Promise<Told> {
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  const devtools = await context.newCDPSession(page);
  await devtools.send('Runtime.enable');
  await devtools.send('Runtime.addBinding', { name: 'answered' });
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const press = async (key: string) => {
    const answered = new Promise<number>((resolve) => {
      devtools.once('Runtime.bindingCalled', ({ payload }) => resolve(Number(payload)));
    });
    await page.keyboard.press(key);
    return answered;
  };
  return { page, devtools, press };
}

async function workOf({ devtools }: Told): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Presses keys one after another: first as fast as the machine is, then on a slower processor. */
async function pressed(told: Told, keys: readonly string[]): Promise<Taken> {
  for (const key of keys.slice(0, WARM_UP)) await told.press(key);
  const work: number[] = [];
  let before = await workOf(told);
  for (const key of keys) {
    await told.press(key);
    const after = await workOf(told);
    work.push(after - before);
    before = after;
  }
  await told.devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const clock: number[] = [];
  for (const key of keys) clock.push(await told.press(key));
  await told.devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { work, clock };
}

/** How long the worker plays the level on this machine; a browser does not slow workers down. */
function playTime(text: string): number {
  const level = levelSchema.parse(JSON.parse(text));
  const { routing } = tryDesks(level, ({ contacts }) => Object.fromEntries(contacts.map((id) => [id, 'cc' as const])));
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    simulate(level, routing);
    return performance.now() - start;
  });
  return median(times);
}

/** Opens the level in the workshop by a file. */
async function openLarge(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/game/#/workshop`);
  const choosing = page.waitForEvent('filechooser');
  await page.locator('[data-start-file]').click();
  await (
    await choosing
  ).setFiles({
    name: 'large.json',
    mimeType: 'application/json',
    buffer: Buffer.from(largeLevel()),
  });
  await page.locator('[data-section="people"]').click();
  await page
    .locator('[data-card]')
    .nth(LARGE - 1)
    .waitFor();
}

/** Unfolds every card of the section that is shown. */
async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () =>
      new Promise((done) => {
        requestAnimationFrame(done);
      });
    for (;;) {
      const folded = document.querySelector<HTMLDetailsElement>('[data-card]:not([open])');
      if (!folded) return;
      folded.querySelector('summary')?.click();
      for (let count = 0; count < 3; count += 1) await frame();
    }
  });
}

function line(what: string, { work, clock }: Taken, bare: Taken, more = 0): Line {
  const slow = work.map((time) => time * SLOWER + more);
  const middle = median(slow);
  const ms = (value: number) => `${String(Math.round(value))} ms`;
  return {
    what: `${what}: ${ms(middle)}, 95 of 100 within ${ms(percentile(slow, 0.95))}; by the clock ${ms(median(clock))}`,
    against: `a letter in a bare text field: ${ms(median(bare.work) * SLOWER)}; by the clock ${ms(median(bare.clock))}`,
    measured: `${(middle / GOAL_MS).toPrecision(2)} × ${ms(GOAL_MS)}`,
    promised: 'at most 1 ×',
    kept: middle <= GOAL_MS,
  };
}

/**
 * How long an author of a large level waits, on a processor four times slower: its work for each key, counted four
 * times.
 *
 * @param game the folder of the built page
 */
export async function workshopLines(browser: Browser, game: string): Promise<Line[]> {
  const host = await goodHost({ '/game/': game }, BARE_FIELD);
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 720 } });
  context.setDefaultTimeout(120_000);
  await context.addInitScript(tellAnswers);
  // A letter and its removal, so that no text outgrows its field.
  const letters = Array.from({ length: TURNS }, (_, index) => (index % 2 === 0 ? 'x' : 'Backspace'));

  const field = await toldPage(context);
  await field.page.goto(`${host.url}/field/`);
  await field.page.locator('input').click();
  const bare = await pressed(field, letters);
  await field.page.close();

  const lines: Line[] = [];
  const told = await toldPage(context);
  const { page } = told;
  await openLarge(page, host.url);
  const measure = async (what: string, keys: readonly string[], more = 0) =>
    void lines.push(line(what, await pressed(told, keys), bare, more));

  await page.locator('[data-card="contact-0"] summary').first().click();
  await page.locator('#at-contacts-0-name').click();
  await measure('a letter of a name, one card unfolded', letters);
  await unfoldAll(page);
  await page.locator('#at-contacts-0-name').click();
  await measure(`a letter of a name, all ${String(LARGE)} cards unfolded`, letters);
  await page.locator('#at-contacts-0-mustBeSeen').focus();
  await measure(
    'a fact ticked',
    letters.map(() => 'Space'),
  );

  await page.locator('[data-section="mails"]').click();
  await unfoldAll(page);
  await page.locator('#at-mails-0-subject').click();
  await measure(`a letter of a subject, all ${String(LARGE)} emails unfolded`, letters);

  // The best way, so that every desk has someone on it and there is an outcome.
  await page.locator('[data-best]').click();
  await page.locator('[data-score]').waitFor();
  await page.locator('[data-place]').first().focus();
  const played = playTime(largeLevel());
  await measure(
    `a card placed on the desk, with the ${String(Math.round(played))} ms of its worker`,
    letters.map((_, index) => (index % 2 === 0 ? 'ArrowDown' : 'ArrowUp')),
    played * SLOWER,
  );
  await context.close();
  host.close();
  return lines;
}
