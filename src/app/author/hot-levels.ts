declare module 'vite/types/customEvent.d.ts' {
  interface CustomEventMap {
    /** Files below `levels/` were saved, added or taken away; their paths from the page. */
    'blind-copy:levels': { readonly files: readonly string[] };
  }
}

/**
 * Calls back when level files were saved, while the page is being developed (`npm start`).
 * Of the built page nothing of this is left.
 *
 * @param saved called with the addresses of the files
 */
export function onLevelsSaved(saved: (files: readonly URL[]) => void): void {
  if (import.meta.hot) {
    import.meta.hot.on('blind-copy:levels', ({ files }) => saved(files.map((file) => new URL(file, document.baseURI))));
  }
}
