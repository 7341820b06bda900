import axe from 'axe-core';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { THEMES } from '../../src/stage/theme.ts';
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { smallTargets } from './targets.ts';
import { tour } from './tour.ts';

/** The least size of anything that can be pressed, in CSS pixels (WCAG 2.5.8). */
const MOUSE = 24;

/**
 * By default English, light and dark. `npm test -- axe` takes every language, and all themes in each of them.
 */
const everything = process.env['AXE'] === '1';
const QUICK = 'en';

for (const { tag } of LANGUAGES.filter((language) => everything || language.tag === QUICK)) {
  test(`axe finds nothing on any screen in ${tag}`, async ({ page }) => {
    // More than twenty states in one test, each in up to four themes.
    test.setTimeout(300_000);
    // Fades and changing colours are not what people read in the end.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.addInitScript(axe.source);
    const themes = everything ? THEMES.filter((theme) => theme !== 'light') : (['dark'] as const);
    const clean = async (state: string) => {
      expect.soft(await violations(page, themes), state).toEqual([]);
      expect.soft(await smallTargets(page, MOUSE), state).toEqual([]);
    };

    await page.goto(`./?lang=${tag}`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await tour(page, clean);
  });
}
