import type { Page } from '@playwright/test';

/** Finds what is lost on the page in its current state: what extends beyond its side, and words that are cut off. */
export async function losses(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lost: string[] = [];
    /** Visually hidden on purpose, since the same text is elsewhere. */
    const isForEars = (element: Element | null): boolean => {
      if (element === null) return false;
      const { clipPath } = getComputedStyle(element);
      return clipPath.startsWith('inset') || isForEars(element.parentElement);
    };
    /** A table needs both directions, so it may scroll by itself if keys can scroll it too (WCAG 1.4.10). */
    const isInScrollingTable = (element: Element) =>
      element.closest('table')?.parentElement?.getAttribute('tabindex') === '0';
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) lost.push(`scrolls sideways: ${String(root.scrollWidth)}`);
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    if (top.scrollWidth > top.clientWidth + 1) lost.push(`sticks out: ${String(top.scrollWidth)}`);
    for (const element of top.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility() || element.closest('.visually-hidden, .twin, svg, [inert], .bar-back > span'))
        continue;
      if (isForEars(element)) continue;
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const words = range.getBoundingClientRect();
        const name = `${node.textContent.trim().slice(0, 60)} (${element.className || element.tagName})`;
        if (words.width === 0) continue;
        if ((words.left < -1 || words.right > innerWidth + 1) && !isInScrollingTable(element))
          lost.push(`beside the page: ${name}`);
        for (let around: Element | null = element; around && around !== top; around = around.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(around);
          if (/auto|scroll/.test(overflowX) || /auto|scroll/.test(overflowY)) break;
          if (overflowX === 'visible' && overflowY === 'visible') continue;
          const box = around.getBoundingClientRect();
          const out = Math.max(
            box.left - words.left,
            words.right - box.right,
            box.top - words.top,
            words.bottom - box.bottom,
          );
          if (out > 3) lost.push(`cut off: ${name} by ${String(Math.round(out))} in ${around.className}`);
        }
      }
    }
    return lost;
  });
}
