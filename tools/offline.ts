import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

export interface BuiltFile {
  readonly url: string;
  /** Changes with the file's content; null when its name does. */
  readonly revision: string | null;
}

const WORKER = 'sw.js';

/** Files that the page needs to start. All others (fonts, images, icons) are decoration. */
const NEEDED = /\.(html|js|css)$/;

/** @returns true for a file without which the game cannot be played */
export const isNeeded = ({ url }: BuiltFile): boolean => NEEDED.test(url);

/**
 * Lists the built files that the service worker precaches.
 * @param folder the built page
 * @param named files whose names change with their content
 * @param leave true for a file that is not precached
 */
export async function builtFiles(
  folder: string,
  named: ReadonlySet<string>,
  leave: (url: string) => boolean,
): Promise<BuiltFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const urls = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((url) => url !== WORKER && !leave(url))
    .toSorted();
  return Promise.all(
    urls.map(async (url) => {
      if (named.has(url)) return { url, revision: null };
      const hash = createHash('sha256').update(await readFile(join(folder, url)));
      return { url, revision: hash.digest('hex').slice(0, 16) };
    }),
  );
}

/**
 * Builds the service worker (`src/worker/worker.ts`) into the built page as `sw.js`, with the list of the files to
 * cache.
 * @param leave true for a file that is not cached: it may change without a build, or few people need it; it gets the modules that
 *   are in the file
 */
export function offline(leave: (url: string, modules: readonly string[]) => boolean): Plugin {
  let config: ResolvedConfig;
  const named = new Set<string>();
  const modules = new Map<string, readonly string[]>();
  return {
    name: 'offline',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle(_options, bundle) {
      // The page itself always has the same name.
      for (const [file, made] of Object.entries(bundle)) {
        if (!file.endsWith('.html')) named.add(file);
        if (made.type === 'chunk') modules.set(file, made.moduleIds);
      }
    },
    closeBundle: {
      order: 'post',
      // Runs after the folders have been copied.
      sequential: true,
      async handler() {
        // After a failed build there is nothing to cache.
        if (named.size === 0) return;
        const folder = join(config.root, config.build.outDir);
        const files = await builtFiles(folder, named, (url) => leave(url, modules.get(url) ?? []));
        await build({
          root: config.root,
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          define: {
            NEEDED_FILES: JSON.stringify(files.filter(isNeeded)),
            DECORATION: JSON.stringify(files.filter((file) => !isNeeded(file))),
            'process.env.NODE_ENV': '"production"',
          },
          build: {
            outDir: folder,
            emptyOutDir: false,
            copyPublicDir: false,
            target: config.build.target || 'es2023',
            lib: {
              entry: join(config.root, 'src/worker/worker.ts'),
              formats: ['iife'],
              name: 'worker',
              fileName: () => WORKER,
            },
          },
        });
      },
    },
  };
}
