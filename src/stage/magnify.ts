/**
 * How much larger an element is shown than it measures itself: the `zoom` of its style, by which a projector shows the
 * canvas. Pointers come in the measure of the window, and pixels are counted there too.
 *
 * @returns 1 for an element without a size
 */
export function magnification(element: HTMLElement): number {
  const { width } = element.getBoundingClientRect();
  return element.offsetWidth > 0 && width > 0 ? width / element.offsetWidth : 1;
}
