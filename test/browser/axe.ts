import axe from 'axe-core';
import type { Page } from '@playwright/test';
import type { Theme } from '../../src/stage/theme.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * Returns what axe finds on the page in its current state: everything in the current theme, and contrast in the others.
 */
export async function violations(page: Page, themes: readonly Theme[]): Promise<string[]> {
  return page.evaluate(
    async ([tags, others]) => {
      // Waits for fades, as half-faded text is not what people read.
      const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(moving.map(({ finished }) => finished));
      const root = document.documentElement;
      const shown = root.dataset['theme'];
      const found = async (where: string, options: axe.RunOptions) => {
        const { violations: broken } = await axe.run({ resultTypes: ['violations'], ...options });
        return broken.flatMap(({ id, nodes }) =>
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
