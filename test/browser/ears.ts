import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** What a screen reader announces: the texts that are inserted into live regions, in order. */
export interface Ears {
  /** Waits for the next announcement and returns it; any other announcement is an error. */
  next(): Promise<string>;
  /** Skips everything announced so far. */
  forget(): Promise<void>;
  /** Returns every announcement that no test asked for. */
  rest(): Promise<readonly string[]>;
}

declare global {
  var heard: string[] | undefined;
}

/** Listens to a page from its start. */
export async function listen(page: Page): Promise<Ears> {
  await page.addInitScript(() => {
    const LIVE = '[role="status"], [role="alert"], [role="log"], [aria-live]:not([aria-live="off"])';
    const heard: string[] = [];
    globalThis.heard = heard;
    const changed = new Set<Element>();
    const tell = () => {
      for (const region of changed) {
        const text = region.textContent?.replaceAll(/[ \t\r\n]+/g, ' ').trim();
        if (text) heard.push(text);
      }
      changed.clear();
    };
    const regionsIn = (node: Node): Element[] => {
      const element = node instanceof Element ? node : node.parentElement;
      const around = element?.closest(LIVE);
      return [...(around ? [around] : []), ...(element?.querySelectorAll(LIVE) ?? [])];
    };
    new MutationObserver((mutations) => {
      if (changed.size === 0) queueMicrotask(tell);
      for (const { target, addedNodes, type } of mutations) {
        // A region's content was announced before it moved; only what is added later is new.
        const nodes =
          type === 'childList' && !(target instanceof Element && target.closest(LIVE)) ? [...addedNodes] : [target];
        for (const region of nodes.flatMap(regionsIn)) changed.add(region);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  let read = 0;
  const all = () => page.evaluate(() => globalThis.heard ?? []);
  return {
    async next() {
      await expect.poll(async () => (await all()).length, { message: 'nothing is said' }).toBeGreaterThan(read);
      return (await all())[read++] ?? '';
    },
    async forget() {
      read = (await all()).length;
    },
    rest: async () => (await all()).slice(read),
  };
}
