import { expect, test } from './fixtures.ts';
import { drag, openDesk, openReplayOf, sendAndWatch, skipReplay } from './player.ts';

/** Sound and fonts are decoration: the game works without them. */

/**
 * Devices that cannot play a sound, as scripts that run before the page. Any error in the page fails the test by
 * itself.
 */
const SILENT_DEVICES = {
  'refuses to make an audio context': () => {
    globalThis.AudioContext = class extends AudioContext {
      constructor() {
        super();
        throw new DOMException('No hardware.', 'NotSupportedError');
      }
    };
  },
  'refuses to start': () => {
    AudioContext.prototype.resume = () => Promise.reject(new DOMException('Refused.', 'NotAllowedError'));
    Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'suspended' });
  },
  'cannot make a tone': () => {
    AudioContext.prototype.createBufferSource = () => {
      throw new DOMException('Closed.', 'InvalidStateError');
    };
  },
  'knows no audio': () => {
    Reflect.deleteProperty(globalThis, 'AudioContext');
  },
};

for (const [index, [device, script]] of Object.entries(SILENT_DEVICES).entries()) {
  test(`a level is played to the end on a device that ${device}${index === 0 ? '' : ' @thorough'}`, async ({
    page,
  }) => {
    await page.addInitScript(script);
    await openDesk(page, 'cv-to-rivals');
    await drag(page, 'northwind', 'separate');
    await drag(page, 'southgale', 'separate');
    await sendAndWatch(page);
    await skipReplay(page);
  });
}

test('the replay is drawn even if the fonts never arrive @thorough', async ({ page }) => {
  await page.route(/\.woff2$/, () => Promise.race<void>([]));
  await openReplayOf(page, 'cv-to-rivals', [[['northwind', 'southgale'], 'cc']], 'commit');
  // Time advances only once the picture is drawn.
  await expect(page.locator('[data-seek]')).not.toHaveValue('0');
});
