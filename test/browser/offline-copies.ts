import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const NEEDED = ['course.json', 'cv-to-rivals.json', 'forum-privacy-reply.json', 'survey-mailing.json'];

/** The names of the files beside the build of which the service worker has copies. */
export const keptLevels = (page: Page) =>
  page.evaluate(async () => {
    const cache = await caches.open(`blind-copy-levels-${new URL('.', location.href).href}`);
    return (await cache.keys()).map(({ url }) => url.slice(url.lastIndexOf('/') + 1)).toSorted();
  });

/** Waits until the page no longer needs its server. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // `waitForFunction` takes a promise for a yes, so this looks from here.
  await expect.poll(() => keptLevels(page)).toEqual(expect.arrayContaining(NEEDED));
}
