import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** A mid-range phone on a slow mobile line, as Lighthouse simulates it. */
const SLOWER_PROCESSOR = 4;
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** The baseline: a page with only an unmodified Phaser, for `goodHost`. */
export const BARE: Readonly<Record<string, string | Buffer>> = {
  '/bare/index.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Phaser</title><body>
<script src="phaser.js"></script><script src="start.js"></script>`,
  '/bare/phaser.js': readFileSync('node_modules/phaser/dist/phaser.min.js'),
  '/bare/start.js': `new Phaser.Game({
  banner: false,
  scene: { create() { this.input.on('pointerdown', () => { globalThis.answered = true; }); } },
  callbacks: { postBoot: (game) => game.events.once('postrender', () => { globalThis.isThere = true; }) },
});`,
};

/** Makes a page as slow as the device. */
export async function slowDown(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR });
  return devtools;
}

/**
 * Records in each page of a context, as `usableAt`, when something is there, has been drawn, and nothing delays a
 * click.
 */
export async function noteWhenUsable(context: BrowserContext, isThere: () => boolean): Promise<void> {
  await context.addInitScript(`{
    const isThere = ${isThere.toString()};
    const look = () => {
      if (!isThere()) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => { globalThis.usableAt = performance.now(); }));
    };
    requestAnimationFrame(look);
  }`);
}

/** Milliseconds from the request until the page could be used. */
export async function usableAt(page: Page): Promise<number> {
  const time = await page.waitForFunction(() => Reflect.get(globalThis, 'usableAt') as unknown, undefined, {
    timeout: 120_000,
  });
  return Number(await time.jsonValue());
}
