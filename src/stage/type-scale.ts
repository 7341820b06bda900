/** The default type size of a page, in CSS pixels. */
const USUAL = 16;

/** Returns how much larger than usual the type of the page is: on a projector, or by a setting of the browser. */
export function typeScale(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) && size > 0 ? Math.max(1, size / USUAL) : 1;
}
