import axe from 'axe-core';
import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { THEMES, type Theme } from '../../src/stage/theme.ts';
import { expect, test } from './fixtures.ts';
import { smallTargets } from './targets.ts';
import { tour } from './tour.ts';

/** The least size of anything that can be pressed, in CSS pixels (WCAG 2.5.8). */
const MOUSE = 24;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * Returns what axe finds on the page in its current state: everything in the current theme, and contrast in the others.
 */
async function look(page: Page, themes: readonly Theme[]): Promise<string[]> {
  return page.evaluate(
    async ([tags, others]) => {
      // Waits for fades, as half-faded text is not what people read.
      const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(moving.map(({ finished }) => finished));
      const root = document.documentElement;
      const shown = root.dataset['theme'];
      const found = async (where: string, options: axe.RunOptions) => {
        const { violations } = await axe.run({ resultTypes: ['violations'], ...options });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${where} ${id}: ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`),
        );
      };
      // Voice control users say what they see: a name must begin with the words on the button.
      const rules = { 'label-content-name-mismatch': { enabled: true } };
      const all = await found(shown ?? '', { runOnly: tags, rules });
      for (const theme of others) {
        root.dataset['theme'] = theme;
        all.push(...(await found(theme, { runOnly: ['color-contrast'] })));
      }
      if (shown !== undefined) root.dataset['theme'] = shown;
      return all;
    },
    [TAGS, [...themes]] as const,
  );
}

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
      expect.soft(await look(page, themes), state).toEqual([]);
      expect.soft(await smallTargets(page, MOUSE), state).toEqual([]);
    };

    await page.goto(`./?lang=${tag}`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await tour(page, clean);
  });
}
