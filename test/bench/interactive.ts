import type { Browser, Page } from '@playwright/test';
import { goodHost } from './good-host.ts';
import { median, type Line } from './line.ts';
import { BARE, noteWhenUsable, slowDown, usableAt } from './slow-device.ts';

/** How many turns the median is taken of, after one that fills the machine's caches. */
const TURNS = 7;
export interface Subject {
  readonly path: string;
  /** Runs in the page: true once the things that a player wants to click are there. */
  readonly isThere: () => boolean;
  /** A click that gets a response. */
  readonly use: (page: Page) => Promise<void>;
}

export const GAME: Subject = {
  path: '/game/',
  // All levels of the course, each of them visible unless its chapter is folded.
  isThere: () => {
    const links = [...document.querySelectorAll('[data-level] a')];
    const shown = links.filter((link) => !link.closest('details:not([open])'));
    return (
      shown.length > 0 && !document.querySelector('.envelope.waiting') && shown.every((link) => link.checkVisibility())
    );
  },
  async use(page) {
    await page.locator('[data-level] a').first().click();
    await page.locator('[data-to-desk]').waitFor({ timeout: 60_000 });
  },
};
export const PHASER: Subject = {
  path: '/bare/',
  isThere: () => Reflect.get(globalThis, 'isThere') === true,
  async use(page) {
    await page.locator('canvas').click();
    await page.waitForFunction(() => Reflect.get(globalThis, 'answered') === true);
  },
};

/**
 * @returns milliseconds from the request until the page can be used: what a player wants to click is there, has been
 *   drawn, and nothing is left to do that would delay a click
 */
export async function usableAfter(browser: Browser, url: string, { path, isThere, use }: Subject): Promise<number> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 720 } });
  await noteWhenUsable(context, isThere);
  const page = await context.newPage();
  const devtools = await slowDown(page);
  await page.goto(url + path, { timeout: 120_000 });
  const value = await usableAt(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  // Otherwise the number would be that of a page that only looks usable.
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
