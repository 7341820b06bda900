/** Something that draws on the page until it is stopped. */
export interface Running {
  stop(): void | Promise<void>;
}

/** The size in which all of them draw. */
export const WIDTH = 960;
export const HEIGHT = 540;

/** Creates an element of that size. */
export function hostElement(): HTMLElement {
  const host = document.createElement('div');
  host.style.setProperty('width', `${String(WIDTH)}px`);
  host.style.setProperty('height', `${String(HEIGHT)}px`);
  host.style.setProperty('position', 'relative');
  document.body.append(host);
  return host;
}
