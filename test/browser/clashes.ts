import type { Page } from '@playwright/test';
import type { ShownImage } from '../../src/stage/shown-images.ts';

/**
 * What cannot be read or reached on the page as it is now, because something is cut off, lies over it, or lies at the same place:
 * words of the page by their boxes, words of the canvas by the boxes that the stage has of them.
 */
export async function clashes(page: Page): Promise<string[]> {
  const look = async () => [
    ...new Set([...(await page.evaluate(pageClashes)), ...(await page.evaluate(canvasClashes))]),
  ];
  // What is on its way is looked at again once it can have arrived: only what was found twice is wrong.
  let found = await look();
  for (let again = 0; found.length > 0 && again < 6; again++) {
    await page.waitForTimeout(150);
    const now = new Set(await look());
    found = found.filter((clash) => now.has(clash));
  }
  return found;
}

/** Runs in the page. */
function pageClashes(): string[] {
  interface Rect {
    left: number;
    top: number;
    right: number;
    bottom: number;
  }
  interface Words extends Rect {
    readonly element: HTMLElement;
    readonly name: string;
    readonly floats: boolean;
  }
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`scrolls sideways: ${String(root.scrollWidth)}`);
  const layers = [...document.querySelectorAll<HTMLElement>('dialog[open]')];
  const top = layers.at(-1) ?? document.body;

  // Whatever lets the pointer through can lie over words, too.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { pointer-events: auto !important; }');
  document.adoptedStyleSheets.push(sheet);

  const parents = (element: Element) => {
    const list: Element[] = [];
    for (let at = element.parentElement; at; at = at.parentElement) list.push(at);
    return list;
  };
  const floatsOn = (element: Element) =>
    [element, ...parents(element)].some((one) => one !== top && /fixed|sticky/.test(getComputedStyle(one).position));
  const isForEars = (element: Element) =>
    [element, ...parents(element)].some((one) => getComputedStyle(one).clipPath.startsWith('inset'));
  const within = (rect: Rect, box: Rect): Rect => ({
    left: Math.max(rect.left, box.left),
    top: Math.max(rect.top, box.top),
    right: Math.min(rect.right, box.right),
    bottom: Math.min(rect.bottom, box.bottom),
  });
  const isEmpty = (rect: Rect) => rect.right - rect.left < 2 || rect.bottom - rect.top < 2;
  const overlap = (one: Rect, other: Rect) => {
    const both = within(one, other);
    return Math.min(both.right - both.left, both.bottom - both.top);
  };

  const words: Words[] = [];
  for (const element of top.querySelectorAll<HTMLElement>('*')) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (element.closest('.visually-hidden, .twin, svg, [inert], option') || isForEars(element)) continue;
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const name = `“${node.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 50)}” (${element.className || element.tagName})`;
      for (const line of range.getClientRects()) {
        if (line.width < 2) continue;
        let seen: Rect = { left: line.left, top: line.top, right: line.right, bottom: line.bottom };
        for (const around of parents(element)) {
          if (around === root || around === document.body) break;
          const { overflowX, overflowY } = getComputedStyle(around);
          if (overflowX === 'visible' && overflowY === 'visible') continue;
          const box = around.getBoundingClientRect();
          const scrolls = /auto|scroll/.test(overflowX + overflowY);
          const out = Math.max(
            box.left - line.left,
            line.right - box.right,
            box.top - line.top,
            line.bottom - box.bottom,
          );
          if (!scrolls && out > 3) found.push(`cut off by ${String(Math.round(out))}: ${name} in ${around.className}`);
          seen = within(seen, box);
          if (scrolls) break;
        }
        // A table needs both directions, so it may scroll by itself if keys can scroll it too (WCAG 1.4.10).
        const isInScrollingTable = element.closest('table')?.parentElement?.getAttribute('tabindex') === '0';
        const isBeside = line.left < -1 || line.right > innerWidth + 1;
        if (isBeside && !isInScrollingTable) found.push(`beside the page: ${name}`);
        if (!isEmpty(seen)) words.push({ ...seen, element, name, floats: floatsOn(element) });
      }
    }
  }

  // Words over words.
  for (const [index, one] of words.entries()) {
    for (const other of words.slice(index + 1)) {
      if (one.element === other.element || one.floats !== other.floats) continue;
      // Lines of a tight paragraph touch each other.
      const limit = Math.max(3, 0.25 * Math.min(one.bottom - one.top, other.bottom - other.top));
      if (overlap(one, other) > limit) found.push(`words over words: ${one.name} and ${other.name}`);
    }
  }

  // What is pressed, over each other.
  const seenPart = (element: Element): Rect => {
    let seen: Rect = element.getBoundingClientRect();
    for (const around of parents(element)) {
      if (around === root || around === document.body) break;
      if (getComputedStyle(around).overflowY !== 'visible') seen = within(seen, around.getBoundingClientRect());
    }
    return seen;
  };
  const pressed = [...top.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')].filter(
    (element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest('.twin, [inert], .visually-hidden') &&
      !floatsOn(element) &&
      !isForEars(element),
  );
  /** A box leaves room at its end for the arrow that opens its list. */
  const isArrowOf = (box: Element, arrow: Element) => {
    if (box.role !== 'combobox' || arrow.parentElement !== box.parentElement) return false;
    const { paddingInlineEnd } = getComputedStyle(box);
    return arrow.getBoundingClientRect().width <= parseFloat(paddingInlineEnd);
  };
  for (const [index, one] of pressed.entries()) {
    for (const other of pressed.slice(index + 1)) {
      if (one.contains(other) || other.contains(one) || isArrowOf(one, other)) continue;
      if (overlap(seenPart(one), seenPart(other)) > 4) {
        found.push(`targets over each other: ${one.outerHTML.slice(0, 60)} and ${other.outerHTML.slice(0, 60)}`);
      }
    }
  }

  /** What lies over a point of an element. */
  const coverAt = (element: HTMLElement, x: number, y: number): Element | null => {
    for (const over of document.elementsFromPoint(x, y)) {
      if (over === element || element.contains(over) || over.contains(element)) return null;
      if (over.closest('svg, .twin')) continue;
      const style = getComputedStyle(over);
      const alpha = /rgba?\([^)]*[,/]\s*([\d.]+)\)$/.exec(style.backgroundColor)?.[1];
      const solid = style.backgroundColor !== 'transparent' && (alpha === undefined || Number(alpha) > 0.5);
      if (Number(style.opacity) > 0.5 && (solid || style.backgroundImage !== 'none')) return over;
    }
    return null;
  };
  const coverOf = (element: HTMLElement, rect: Rect): Element | null => {
    const y = (rect.top + rect.bottom) / 2;
    for (const x of [rect.left + 2, (rect.left + rect.right) / 2, rect.right - 2]) {
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
      const cover = coverAt(element, x, y);
      if (cover) return cover;
    }
    return null;
  };
  const scrolled = { x: scrollX, y: scrollY };
  const again: Words[] = [];
  for (const line of words) if (coverOf(line.element, line)) again.push(line);
  for (const { element, name, floats } of again) {
    // What scrolls under a bar can be scrolled out from under it.
    if (!floats) element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const range = document.createRange();
    range.selectNodeContents(element);
    for (const line of range.getClientRects()) {
      const cover = line.width > 4 ? coverOf(element, line) : null;
      if (cover) found.push(`covered: ${name} by ${cover.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 80)}`);
    }
    scrollTo({ left: scrolled.x, top: scrolled.y, behavior: 'instant' });
  }

  // What floats leaves the page to read.
  const bars = [...top.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      /fixed|sticky/.test(getComputedStyle(element).position) &&
      element.checkVisibility() &&
      !element.closest('[inert], .visually-hidden, .twin') &&
      element.getBoundingClientRect().width > innerWidth * 0.5,
  );
  const taken = bars.reduce((sum, bar) => {
    const box = bar.getBoundingClientRect();
    return sum + Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
  }, 0);
  if (top === document.body && root.scrollHeight > innerHeight + 2 && taken > innerHeight * 0.4) {
    found.push(
      `bars take ${String(Math.round((100 * taken) / innerHeight))} % of the window: ${bars.map((bar) => bar.className).join(', ')}`,
    );
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  return found;
}

/** Runs in the page. */
function canvasClashes(): string[] {
  type Stage = HTMLCanvasElement & { readonly shownImages?: () => ShownImage[] };
  const shownBy = [...document.querySelectorAll<Stage>('[data-stage-host] canvas')].find((one) => one.shownImages);
  const isShown = shownBy?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ?? false;
  if (!shownBy?.shownImages || !isShown || document.querySelector('dialog[open]')) return [];
  interface Box {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly order: number;
  }
  const found: string[] = [];
  const images = shownBy.shownImages();
  const frame = shownBy.getBoundingClientRect();
  const host = shownBy.closest('[data-stage-host]')?.getBoundingClientRect() ?? frame;
  // A close-up shows a part of the picture.
  const closeUp = frame.width > host.width * 1.01;
  const scale = frame.width / shownBy.width;
  const all: Box[] = images.flatMap(({ written, matrix, alpha }, order) => {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
    if (alpha < 0.3) return [];
    return written.map(({ text, x, y, width, height }) => {
      const xs = [x, x + width].flatMap((one) => [y, y + height].map((other) => a * one + c * other + e));
      const ys = [x, x + width].flatMap((one) => [y, y + height].map((other) => b * one + d * other + f));
      const [left, top] = [Math.min(...xs), Math.min(...ys)];
      return {
        text,
        order,
        x: left * scale,
        y: top * scale,
        width: (Math.max(...xs) - left) * scale,
        height: (Math.max(...ys) - top) * scale,
      };
    });
  });
  const copies = new Map<HTMLCanvasElement, CanvasRenderingContext2D | null>();
  /** A copy to read pixels from: browsers warn of a canvas that is drawn for the screen and read again and again. */
  const pixelsOf = (source: HTMLCanvasElement): CanvasRenderingContext2D | null => {
    const known = copies.get(source);
    if (known !== undefined) return known;
    const copy = Object.assign(document.createElement('canvas'), { width: source.width, height: source.height });
    const context = copy.getContext('2d', { willReadFrequently: true });
    context?.drawImage(source, 0, 0);
    copies.set(source, context);
    return context;
  };
  /** The share of a label that an image above it hides: its pixels count, not its corners. */
  const hiddenBy = (one: Box, { source, part, matrix, alpha }: ShownImage): number => {
    if (alpha < 0.6) return 0;
    const pixels = pixelsOf(source);
    const back = new DOMMatrix([...matrix]).inverse();
    const points = 12;
    let hidden = 0;
    for (let step = 0; step < points; step++) {
      for (const line of [0.3, 0.7]) {
        const x = (one.x + (one.width * (step + 0.5)) / points) / scale;
        const y = (one.y + one.height * line) / scale;
        const at = back.transformPoint({ x, y });
        if (at.x < part.x || at.y < part.y || at.x >= part.x + part.width || at.y >= part.y + part.height) continue;
        const opacity = pixels?.getImageData(Math.floor(at.x), Math.floor(at.y), 1, 1).data[3] ?? 0;
        if (opacity * alpha > 150) hidden++;
      }
    }
    return hidden / (points * 2);
  };
  // Where there is little room, the note on a card takes the place of other words for as long as the card is looked at.
  const notes = images.flatMap((image, order) => (image.name === 'desk-note' ? [{ image, order }] : []));
  const boxes = all.filter((one) => {
    const inside = one.x + frame.left < host.right && one.x + one.width + frame.left > host.left;
    if (closeUp && !inside) return false;
    return !notes.some(({ image, order }) => order > one.order && hiddenBy(one, image) > 0.9);
  });
  const name = ({ text, x, y }: Box) => `“${text.slice(0, 40)}” at ${String(Math.round(x))},${String(Math.round(y))}`;
  for (const [index, one] of boxes.entries()) {
    const out = Math.max(-one.x, -one.y, one.x + one.width - frame.width, one.y + one.height - frame.height);
    if (out > 1.5 && !closeUp) found.push(`canvas: outside by ${String(Math.round(out))}: ${name(one)}`);
    for (const other of boxes.slice(index + 1)) {
      const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
      const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
      if (across > 2 && down > 2) found.push(`canvas: words over words: ${name(one)} and ${name(other)}`);
    }
    for (const image of images.slice(one.order + 1)) {
      const hidden = hiddenBy(one, image);
      if (hidden > 0.1) found.push(`canvas: covered by ${image.name}: ${name(one)}`);
    }
    for (const share of [0.1, 0.5, 0.9]) {
      const [x, y] = [frame.left + one.x + one.width * share, frame.top + one.y + one.height / 2];
      const over = document.elementsFromPoint(x, y);
      for (const element of over) {
        if (element === shownBy || element.contains(shownBy)) break;
        if (element.closest('.twin, svg') || element.tagName === 'CANVAS') continue;
        const { backgroundColor } = getComputedStyle(element);
        if (backgroundColor === 'rgba(0, 0, 0, 0)') continue;
        found.push(`canvas: ${name(one)} is covered by ${element.className || element.tagName}`);
        break;
      }
    }
  }
  return found;
}
