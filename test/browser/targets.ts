import type { Page } from '@playwright/test';

/**
 * Finds what can be pressed and is too small, in CSS pixels: on the page, in the top dialog, and on the canvas, whose
 * cards and fields have their boxes in the twin's buttons. Links in a line of text are as high as their line (WCAG
 * 2.5.8 excepts them).
 * @param least of its width and its height
 */
export async function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((size) => {
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
    const pressed = top.querySelectorAll<HTMLElement>(
      'a[href], button, input, textarea, summary, select, [role="button"], [role="option"]',
    );
    return [...pressed].flatMap((element) => {
      if (!element.checkVisibility() || element.closest('[inert]')) return [];
      if (element.matches('p a, li a, .log-cause') && getComputedStyle(element).display.startsWith('inline')) return [];
      // A link whose area is the whole sheet around it.
      const after = getComputedStyle(element, '::after');
      if (after.position === 'absolute' && after.content !== 'none') return [];
      const target = element.matches('input') ? (element.closest('label') ?? element) : element;
      const { width, height } = target.getBoundingClientRect();
      if (width >= size - 0.5 && height >= size - 0.5) return [];
      const name = element.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 140);
      return [`${String(Math.round(width))}×${String(Math.round(height))} ${name}`];
    });
  }, least);
}

/** By how many CSS pixels the page is wider than its window: what one has to scroll to sideways is not found on a phone. */
export async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
