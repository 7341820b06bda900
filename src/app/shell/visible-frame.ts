/** What of the page lies outside the part of its frame that can be seen, in CSS pixels from its upper and lower edge. */
export interface Hidden {
  readonly above: number;
  readonly below: number;
}

/**
 * What a page in a frame shows nobody, since the page around it has scrolled it away or ends before it: a learning-management
 * system lays a frame of 666 pixels so low that 515 of them are seen.
 *
 * @param seen the part of the frame that can be seen, in the frame's own coordinates
 * @param height the frame's height
 * @returns nothing hidden where nothing is seen at all: then nobody looks, and things are best left where they are
 */
export function hiddenParts(seen: Pick<DOMRectReadOnly, 'top' | 'bottom' | 'height'>, height: number): Hidden {
  if (seen.height <= 0) return { above: 0, below: 0 };
  const cut = (pixels: number) => Math.min(height, Math.max(0, Math.round(pixels)));
  return { above: cut(seen.top), below: cut(height - seen.bottom) };
}

/** Steps fine enough that a page of several thousand pixels is measured again each time a few more of them are seen. */
const STEPS = 500;

/**
 * Keeps the style sheet informed of the part of the frame that can be seen, as `--frame-above` and `--frame-below`: what must
 * be seen (the bar after Send, dialogs, notices) is laid between them. A frame cannot ask the page around it, which may be of
 * another origin, nor scroll it; an `IntersectionObserver` is told all the same. Outside a frame it does nothing.
 *
 * @param view the window of the page
 */
export function followVisibleFrame(view: Window & typeof globalThis): void {
  if (view.parent === view) return;
  const root = view.document.documentElement;
  const observer = new view.IntersectionObserver(
    (entries) => {
      const latest = entries.at(-1);
      if (!latest) return;
      const { above, below } = hiddenParts(latest.intersectionRect, view.innerHeight);
      root.style.setProperty('--frame-above', `${String(above)}px`);
      root.style.setProperty('--frame-below', `${String(below)}px`);
    },
    { threshold: Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS) },
  );
  observer.observe(root);
  // A frame that is made higher or lower shows as much as before, but ends elsewhere.
  view.addEventListener('resize', () => {
    observer.unobserve(root);
    observer.observe(root);
  });
}
