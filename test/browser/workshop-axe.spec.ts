import axe from 'axe-core';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { THEMES } from '../../src/stage/theme.ts';
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { smallTargets } from './targets.ts';
import { workshopTour } from './workshop-tour.ts';

/** The least size of anything that can be pressed, in CSS pixels (WCAG 2.5.8). */
const MOUSE = 24;

// The sections of the workshop are part of `npm test -- axe` alone.
const languages = process.env['AXE'] === '1' ? LANGUAGES : [];

for (const { tag } of languages) {
  test(`axe finds nothing in the workshop in ${tag}`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.addInitScript(axe.source);
    const themes = THEMES.filter((theme) => theme !== 'light');
    const clean = async (state: string) => {
      expect.soft(await violations(page, themes), state).toEqual([]);
      expect.soft(await smallTargets(page, MOUSE), state).toEqual([]);
    };
    await workshopTour(page, clean, `?lang=${tag}`);
  });
}
