import type { FrameLocator, Locator, Page } from '@playwright/test';
import { recordStoreStub } from '../lms/record-store-stub.ts';
import { expect, test as base } from './fixtures.ts';
import { startPlatform, storedFor, type Cmi, type Platform } from './platform-server.ts';

export const test = base.extend<{ database: Database }, { platform: Platform }>({
  platform: [
    async ({}, use) => {
      const platform = await startPlatform();
      await use(platform);
      await platform.close();
    },
    { scope: 'worker' },
  ],
  site: [({ platform }, use) => use({ url: platform.url, close: platform.close }), { scope: 'worker' }],
  database: [
    async ({ platform }, use) => {
      platform.learners.clear();
      platform.down = false;
      platform.store = recordStoreStub();
      await use({
        of: (learner) => storedFor(platform, learner),
        setDown: (isDown) => {
          platform.down = isDown;
        },
      });
    },
    { auto: true },
  ],
});
export { expect };

interface Database {
  readonly of: (learner: string) => Cmi | null;
  /** Takes the server down or up, for storing and for the package's files. */
  readonly setDown: (down: boolean) => void;
}

/** Opens a package as its platform does. */
export async function launch(
  page: Page,
  version: 'scorm12' | 'scorm2004',
  more: Readonly<Record<string, string>> = {},
): Promise<FrameLocator> {
  const query = new URLSearchParams({ version, ...more });
  await page.goto(`./platform.html?${query.toString()}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-level] a').first()).toBeVisible();
  return frame;
}

/** Plays the level with the two rivals to its debrief, with the keyboard. */
export async function playRivals(frame: FrameLocator | Locator, field: '3' | '4' | '2'): Promise<void> {
  await frame.locator('[data-level="cv-to-rivals"] a').first().press('Enter');
  await frame.locator('[data-to-desk]').press('Enter');
  for (const contact of ['northwind', 'southgale', 'referee'])
    await frame.locator(`.twin-card[data-contact="${contact}"]`).press(field);
  await frame.locator('[data-send]').press('Enter');
  await frame.locator('[data-watch]').press('Enter');
  await frame.locator('[data-transport="skip"]').press('Enter');
  await frame.locator('[data-go-on]').press('Enter');
  await expect(frame.locator('strong[data-stars]')).toBeVisible();
}
