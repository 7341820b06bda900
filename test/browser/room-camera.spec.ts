import type { Page } from '@playwright/test';
import { writeResultCode } from '../../src/room/result-code.ts';
import { courseLevel } from '../engine/levels.ts';
import { expect, test } from './fixtures.ts';

// Chromium on Linux reads no codes, so that one part of the browser is replaced. The camera is Chromium's own pretended one.

const LEVEL = courseLevel('cv-to-rivals');
const CODE = writeResultCode(LEVEL, {
  level: LEVEL.id,
  participant: 'ABCD',
  placement: { northwind: 'cc', southgale: 'cc' },
  prediction: null,
});

/** With a camera that may be used. */
const withCamera = test.extend<object, object>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({
        ...launchOptions,
        args: [...(launchOptions.args ?? []), '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
      });
    },
    { scope: 'worker' },
  ],
});

/** Has the browser find a code whenever it is shown a picture of the camera. */
async function readCodes(page: Page): Promise<void> {
  await page.addInitScript((code) => {
    const tracks: MediaStreamTrack[] = [];
    const detector = class {
      constructor(options: { readonly formats: readonly string[] }) {
        if (options.formats.join() !== 'qr_code') throw new TypeError('another format');
      }
      detect(video: HTMLVideoElement) {
        if (video.srcObject instanceof MediaStream) tracks.push(...video.srcObject.getTracks());
        const seen = Number(Reflect.get(globalThis, 'looked') ?? 0) + Number(video.videoWidth > 0);
        Reflect.set(globalThis, 'looked', seen);
        return Promise.resolve(video.videoWidth > 0 ? [{ rawValue: code }] : []);
      }
    };
    Object.assign(globalThis, { BarcodeDetector: detector, tracks });
  }, CODE);
}

const looked = (page: Page) => page.evaluate(() => Number(Reflect.get(globalThis, 'looked') ?? 0));
const cameraIsOn = (page: Page) =>
  page.evaluate(() =>
    (Reflect.get(globalThis, 'tracks') as MediaStreamTrack[]).some(({ readyState }) => readyState === 'live'),
  );

test.describe('the camera @thorough', () => {
  withCamera('reads a code once, however long it sees it, and is turned off', async ({ page }) => {
    await readCodes(page);
    await page.goto('./?present=1&room=codes#/room');
    await page.locator('[data-scan]').click();
    await expect(page.locator('[data-room-results]')).toHaveAttribute('data-room-results', '1');
    await expect.poll(() => looked(page)).toBeGreaterThan(3);
    await expect(page.locator('[data-added] li')).toHaveCount(1);
    await expect(page.locator('[data-spread="northwind"] [data-field="cc"]')).toContainText('1');
    expect(await cameraIsOn(page)).toBe(true);
    await page.locator('[data-scan]').click();
    await expect(page.locator('.room-camera')).toHaveCount(0);
    expect(await cameraIsOn(page)).toBe(false);
    // Another page turns it off too.
    await page.locator('[data-scan]').click();
    await expect.poll(() => cameraIsOn(page)).toBe(true);
    await page.evaluate(() => {
      location.hash = '#/';
    });
    await expect.poll(() => cameraIsOn(page)).toBe(false);
  });

  test('that may not be used leaves typing and pasting', async ({ page }) => {
    await readCodes(page);
    await page.goto('./?present=1&room=codes#/room');
    await page.locator('[data-scan]').click();
    await expect(page.locator('[data-added] li')).toHaveCount(1);
    await page.locator('[data-codes]').fill(CODE);
    await page.locator('[data-add-codes]').click();
    await expect(page.locator('[data-room-results]')).toHaveAttribute('data-room-results', '1');
  });

  test('is not offered where the browser reads no codes', async ({ page }) => {
    await page.goto('./?present=1&room=codes#/room');
    await expect(page.locator('[data-add-codes]')).toBeVisible();
    await expect(page.locator('[data-scan]')).toHaveCount(0);
  });
});
