/** The part of a window that tells a reload from a close. Older browsers have no Navigation API. */
export type Reloadable = Pick<Window, 'addEventListener'> & Partial<Pick<Window, 'navigation'>>;

/**
 * Watches whether the page is being loaded again, by a script or by the keyboard. No page can tell the browser's own reload
 * button from its close button.
 *
 * @returns what tells, when the page is hidden, whether it is being reloaded
 */
export function watchReload(view: Reloadable): () => boolean {
  let reloading = false;
  view.navigation?.addEventListener('navigate', ({ navigationType }) => {
    reloading = navigationType === 'reload';
  });
  view.addEventListener(
    'keydown',
    ({ key, ctrlKey, metaKey }) => {
      reloading = key === 'F5' || ((ctrlKey || metaKey) && key.toLowerCase() === 'r');
    },
    { capture: true },
  );
  view.addEventListener('pointerdown', () => (reloading = false), { capture: true });
  return () => reloading;
}
