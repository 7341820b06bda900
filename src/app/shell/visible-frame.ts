/** The parts of the page outside the visible part of its frame, in CSS pixels from its upper and lower edge. */
export interface Hidden {
  readonly above: number;
  readonly below: number;
}

/**
 * Returns the hidden parts of a page in a frame, which the surrounding page has scrolled away or cut off: a
 * learning-management system may show only 515 pixels of a frame of 666.
 * @param seen the visible part of the frame, in the frame's own coordinates
 * @param height the frame's height
 * @returns nothing hidden if nothing is visible at all, because then nobody is looking and the layout should not
 *   change
 */
export function hiddenParts(seen: Pick<DOMRectReadOnly, 'top' | 'bottom' | 'height'>, height: number): Hidden {
  if (seen.height <= 0) return { above: 0, below: 0 };
  const cut = (pixels: number) => Math.min(height, Math.max(0, Math.round(pixels)));
  return { above: cut(seen.top), below: cut(height - seen.bottom) };
}

/** Steps fine enough to measure a page of several thousand pixels again every few pixels. */
const STEPS = 500;

/**
 * Keeps the style sheet informed of the visible part of the frame, as `--frame-above` and `--frame-below`, so that
 * important things (the bar after Send, dialogs, notices) are laid between them. A frame can neither ask nor scroll the
 * surrounding page, which may have another origin, but an `IntersectionObserver` works across origins. Outside a frame
 * it does nothing.
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
  // If the frame changes its height, the visible part stays the same but ends elsewhere.
  view.addEventListener('resize', () => {
    observer.unobserve(root);
    observer.observe(root);
  });
}
