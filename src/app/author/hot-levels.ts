declare module 'vite/types/customEvent.d.ts' {
  interface CustomEventMap {
    /** Files below `levels/` were saved, added or removed; their paths from the page. */
    'blind-copy:levels': { readonly files: readonly string[] };
  }
}

/**
 * Calls back when level files were saved, in development (`npm start`). The built page contains none of this.
 * @param saved called with the addresses of the files
 */
export function onLevelsSaved(saved: (files: readonly URL[]) => void): void {
  if (import.meta.hot) {
    import.meta.hot.on('blind-copy:levels', ({ files }) => saved(files.map((file) => new URL(file, document.baseURI))));
  }
}
