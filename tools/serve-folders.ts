import { cp, readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve, sep } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves top-level folders unchanged in development, and copies them beside the built page, so that a trainer can
 * change a level on a hosted page without a rebuild. Vite's own `publicDir` handles only one folder and drops its name
 * from the address.
 * @param folders by their names in the address: where each is, relative to `index.html`
 */
export function serveFolders(folders: Readonly<Record<string, string>>): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'serve-folders',
    configResolved(resolved) {
      config = resolved;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')).slice(1);
        const [name = '', ...below] = path.split(sep);
        const folder = Object.hasOwn(folders, name) ? folders[name] : undefined;
        if (folder === undefined || below.length === 0) return next();
        readFile(join(resolve(config.root, folder), ...below)).then(
          (body) => {
            response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
            response.setHeader('Cache-Control', 'no-store');
            response.end(body);
          },
          () => {
            // Otherwise the development server would answer a request for a missing level with index.html.
            response.statusCode = 404;
            response.end();
          },
        );
      });
    },
    async closeBundle() {
      if (config.command !== 'build') return;
      for (const [name, folder] of Object.entries(folders)) {
        await cp(resolve(config.root, folder), join(config.root, config.build.outDir, name), { recursive: true });
      }
    },
  };
}
