import axe from 'axe-core';
import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { THEMES, type Theme } from '../../src/stage/theme.ts';
import { expect, test } from './fixtures.ts';
import { card, deskReady, stars } from './player.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it is now: everything in the theme that is shown, and contrast in the others. */
async function look(page: Page, themes: readonly Theme[]): Promise<string[]> {
  return page.evaluate(
    async ([tags, others]) => {
      const root = document.documentElement;
      const shown = root.dataset['theme'];
      const found = async (where: string, options: axe.RunOptions) => {
        const { violations } = await axe.run({ resultTypes: ['violations'], ...options });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${where} ${id}: ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`),
        );
      };
      const all = await found(shown ?? '', { runOnly: tags });
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

for (const [index, { tag }] of LANGUAGES.entries()) {
  test(`axe finds nothing on any screen in ${tag}`, async ({ page }) => {
    // Fades and colours on their way are not what is read in the end.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.addInitScript(axe.source);
    // What is written does not change its colour with the language: one language is looked at in all themes.
    const themes = index === 0 ? THEMES.filter((theme) => theme !== 'light') : [];
    const clean = async (state: string) => expect.soft(await look(page, themes), state).toEqual([]);

    await page.goto(`./?lang=${tag}`);
    await expect(page.locator('[data-level]').first()).toBeVisible();
    await clean('home');
    await page.locator('[data-settings]').first().click();
    await clean('settings');
    await page.locator('[data-erase]').click();
    await clean('erasing');
    await page.keyboard.press('Escape');

    await page.locator('[data-level="survey-mailing"] a').click();
    await clean('briefing');
    await page.locator('[data-to-desk]').click();
    await deskReady(page);
    await clean('desk');
    await card(page, 'batch-1').focus();
    await page.keyboard.press('Enter');
    await clean('card');
    await page.keyboard.press('Escape');
    await page.locator('[data-read]').focus();
    await page.keyboard.press('Enter');
    await clean('letter');
    await page.keyboard.press('Escape');
    await card(page, 'batch-1').focus();
    await page.keyboard.press('Control+a');
    await clean('selected cards');
    await page.keyboard.press('2');
    await expect(page.locator('[data-warning]')).toBeVisible();
    await clean('warning');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('[data-snackbar]')).toBeVisible();
    await clean('sent');
    await page.locator('[data-watch]').click();
    await expect(page.locator('[data-transport="skip"]')).toBeVisible();
    await clean('replay');
    await page.locator('[data-transport="skip"]').click();
    await clean('end of the replay');
    await page.locator('[data-look]').first().click();
    await clean('screen of a reader');
    await page.keyboard.press('Escape');
    await page.locator('[data-go-on]').click();
    await expect(page.locator('[data-bridge]')).toBeVisible();
    await clean('bridge');
    await page.locator('[data-cross]').click();
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-watch]').click();
    await page.locator('[data-transport="skip"]').click();
    await page.locator('[data-go-on]').click();
    await expect(stars(page)).toBeVisible();
    await clean('debrief');
    await page.evaluate(() => (location.hash = '#/no-such-level'));
    await expect(page.locator('[data-stars]')).toHaveCount(0);
    await clean('no such level');
    for (const name of ['privacy', 'progress', 'certificate', 'host']) {
      await page.evaluate((to) => (location.hash = `#/${to}`), name);
      await expect(page.locator(`[data-page="${name}"]`)).toBeVisible();
      await clean(name);
    }
  });
}
