import { relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/** Editors save in several steps; changes within this time count as one. In milliseconds. */
const SETTLED = 60;

/**
 * Tells the page in development which level files were saved, added or removed. The page then updates them in place
 * (`src/app/author/hot-levels.ts`) without reloading.
 * @param folder of the levels, relative to `index.html`
 */
export function watchLevels(folder: string): Plugin {
  return {
    name: 'watch-levels',
    apply: 'serve',
    configureServer(server) {
      const root = resolve(server.config.root, folder);
      let changed = new Set<string>();
      let timer: NodeJS.Timeout | undefined;
      const tell = () => {
        server.ws.send({ type: 'custom', event: 'blind-copy:levels', data: { files: [...changed] } });
        changed = new Set();
      };
      server.watcher.add(root);
      server.watcher.on('all', (event, path) => {
        const file = relative(root, resolve(path));
        if (file === '' || file.startsWith('..') || !file.endsWith('.json') || event.endsWith('Dir')) return;
        changed.add(['levels', ...file.split(sep)].join('/'));
        clearTimeout(timer);
        timer = setTimeout(tell, SETTLED);
      });
    },
  };
}
