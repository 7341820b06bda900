// `npm run level -- …`: the trainer's command line (src/cli), built for Node on first use, and again only when its
// source has changed.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withoutStyles } from './without-styles.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, '.cache/level');
const BUILT = join(OUT, 'main.js');
const SOURCES = ['cli', 'engine', 'i18n', 'levels'].map((room) => join(ROOT, 'src', room));

/** @param {string} folder @returns {number} when a file in it was last changed */
const lastChange = (folder) =>
  Math.max(
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => statSync(join(folder, file)).mtimeMs),
  );

if (!existsSync(BUILT) || Math.max(...SOURCES.map(lastChange)) > statSync(BUILT).mtimeMs) {
  const [{ build }, { splitTexts }] = await Promise.all([import('vite'), import('./split-texts.mjs')]);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [withoutStyles, splitTexts()],
    build: { ssr: join(ROOT, 'src/cli/main.ts'), outDir: OUT, emptyOutDir: true, target: 'node20' },
  });
}
// A pipe such as `| head` may close early, and then nobody reads the rest.
process.stdout.on('error', () => process.exit(0));
const { main } = /** @type {{ main: (args: readonly string[]) => Promise<number> }} */ (
  await import(pathToFileURL(BUILT).href)
);
process.exitCode = await main(process.argv.slice(2));
