/** The type size of a page that nobody has changed, in CSS pixels. */
const USUAL = 16;

/** How many times larger than usual the page writes now: on a projector, or by a setting of the browser. */
export function typeScale(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) && size > 0 ? Math.max(1, size / USUAL) : 1;
}
