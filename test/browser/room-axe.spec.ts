import axe from 'axe-core';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { THEMES } from '../../src/stage/theme.ts';
import { violations } from './axe.ts';
import { expect } from './fixtures.ts';
import { test } from './live-site.ts';
import { roomTour } from './room-tour.ts';
import { smallTargets } from './targets.ts';

/** The least size of anything that can be pressed, in CSS pixels (WCAG 2.5.8). */
const MOUSE = 24;

// The screens of a session are part of `npm test -- axe` alone.
const languages = process.env['AXE'] === '1' ? LANGUAGES : [];

for (const { tag } of languages) {
  test(`axe finds nothing in a session in ${tag}`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.addInitScript(axe.source);
    const themes = THEMES.filter((theme) => theme !== 'light');
    const clean = async (state: string) => {
      expect.soft(await violations(page, themes), state).toEqual([]);
      expect.soft(await smallTargets(page, MOUSE), state).toEqual([]);
    };
    await roomTour(page, clean, `&lang=${tag}`);
  });
}
