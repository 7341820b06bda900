import type { Browser, Page } from '@playwright/test';
import { goodHost } from './good-host.ts';
import { median, type Line } from './line.ts';
import { BARE, noteWhenUsable, slowDown, usableAt } from './slow-device.ts';

/** Turns of which the median counts, after one that fills the caches of the machine. */
const TURNS = 7;
interface Subject {
  readonly path: string;
  /** Runs in the page: true once what a player wants to click is on the page. */
  readonly isThere: () => boolean;
  /** A click that is answered. */
  readonly use: (page: Page) => Promise<void>;
}

const GAME: Subject = {
  path: '/game/',
  // All letters of the course, and each can be seen.
  isThere: () => {
    const links = [...document.querySelectorAll('[data-level] a')];
    return (
      links.length > 0 && !document.querySelector('.envelope.waiting') && links.every((link) => link.checkVisibility())
    );
  },
  async use(page) {
    await page.locator('[data-level] a').first().click();
    await page.locator('[data-to-desk]').waitFor({ timeout: 60_000 });
  },
};
const PHASER: Subject = {
  path: '/bare/',
  isThere: () => Reflect.get(globalThis, 'isThere') === true,
  async use(page) {
    await page.locator('canvas').click();
    await page.waitForFunction(() => Reflect.get(globalThis, 'answered') === true);
  },
};

/**
 * @returns milliseconds from the request until the page can be used: what a player wants to click is there, has been drawn,
 *   and the page has nothing left to do that would keep a click waiting
 */
async function usableAfter(browser: Browser, url: string, { path, isThere, use }: Subject): Promise<number> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 720 } });
  await noteWhenUsable(context, isThere);
  const page = await context.newPage();
  const devtools = await slowDown(page);
  await page.goto(url + path, { timeout: 120_000 });
  const value = await usableAt(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  // Or the number would be that of a page that only looks usable.
  await use(page);
  await context.close();
  return value;
}

/** @param game the folder of the built page */
export async function interactiveLines(browser: Browser, game: string): Promise<Line[]> {
  const host = await goodHost({ '/game/': game }, BARE);
  const [own, bare]: [number[], number[]] = [[], []];
  for (let turn = 0; turn <= TURNS; turn += 1) {
    const times = [await usableAfter(browser, host.url, GAME), await usableAfter(browser, host.url, PHASER)] as const;
    if (turn === 0) continue;
    own.push(times[0]);
    bare.push(times[1]);
  }
  host.close();
  const ratio = median(own.map((time, turn) => time / (bare[turn] ?? time)));
  return [
    {
      what: `the home page can be used after ${Math.round(median(own)).toLocaleString('en')} ms`,
      against: `a page with nothing but an unmodified Phaser: ${Math.round(median(bare)).toLocaleString('en')} ms`,
      measured: `${ratio.toPrecision(2)} ×`,
      promised: 'at most 0.8 ×',
      kept: ratio <= 0.8,
    },
  ];
}
