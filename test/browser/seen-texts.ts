import type { Page } from '@playwright/test';

/** Everything that the canvas has written since the page was opened, in order. */
export async function recordCanvasTexts(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const written = new Set<string>();
    Object.assign(globalThis, { written });
    type Write = (this: CanvasRenderingContext2D, ...text: Parameters<CanvasRenderingContext2D['fillText']>) => void;
    const { prototype } = CanvasRenderingContext2D;
    const write = Object.getOwnPropertyDescriptor(prototype, 'fillText')?.value as Write;
    prototype.fillText = function record(...text) {
      written.add(text[0]);
      write.apply(this, text);
    };
  });
  return () => page.evaluate(() => [...(globalThis as unknown as { written: Set<string> }).written]);
}

/** Everything that the page says now: text that is visible or read out, attributes that are read out, and the title. */
export function textsOfPage(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const ATTRIBUTES = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'alt', 'placeholder'];
    const said = new Set([document.title]);
    // A text in another language is marked, such as the names of the languages.
    const foreign = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang');
    const own = document.documentElement.lang;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: parent } = node;
      if (!parent || /^(SCRIPT|STYLE|NOSCRIPT)$/.test(parent.tagName) || foreign(parent) !== own) continue;
      // The source of a mail is the same in all languages, as are addresses.
      if (parent.closest('.address, [data-copy-raw]')) continue;
      said.add((node.textContent ?? '').trim());
    }
    for (const element of document.querySelectorAll('body *')) {
      for (const name of ATTRIBUTES) said.add(element.getAttribute(name) ?? '');
    }
    return [...said].filter((text) => text !== '');
  });
}

/** Finds where text does not fit: cut off by its box, or beyond the side of the page. One line for each place. */
export function clippedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${String(scrollWidth - clientWidth)} pixels too wide`);
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
    const HIDES = /hidden|clip/;
    const SCROLLS = /auto|scroll/;
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const own = Array.from(element.childNodes).filter((node) => node instanceof Text && node.data.trim() !== '');
      const text = own.map((node) => node.textContent?.trim() ?? '').join('');
      if (text === '' || element.closest('.visually-hidden, [inert], noscript, script') || !element.checkVisibility())
        continue;
      const boxes = own.flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return Array.from(range.getClientRects());
      });
      const box = {
        left: Math.min(...boxes.map(({ left }) => left)),
        right: Math.max(...boxes.map(({ right }) => right)),
        top: Math.min(...boxes.map(({ top }) => top)),
        bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
      };
      if (box.right - box.left < 2) continue;
      let forEars = false;
      for (
        let around: HTMLElement | null = element;
        around && around !== document.body;
        around = around.parentElement
      ) {
        const { overflowX, overflowY, clipPath } = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        forEars = clipPath.startsWith('inset');
        if (clipPath !== 'none' || SCROLLS.test(overflowX)) break;
        const across = HIDES.test(overflowX) && (box.left < edge.left - 1 || box.right > edge.right + 1);
        const down = HIDES.test(overflowY) && (box.top < edge.top - 2 || box.bottom > edge.bottom + 2);
        if (across || down) found.push(`${name(around)} cuts “${text.slice(0, 60)}”`);
        if (SCROLLS.test(overflowY)) break;
      }
      const scrolled = element.closest('.twin') !== null;
      if (!scrolled && !forEars && (box.left < -1 || box.right > innerWidth + 1)) {
        found.push(`${name(element)} goes beyond the page: “${text.slice(0, 60)}”`);
      }
    }
    return [...new Set(found)];
  });
}
