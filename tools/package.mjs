// `npm run package -- --scorm12 | --scorm2004 | --cmi5 …`: builds the page, then packs it for a learning platform
// (src/cli/package.ts). It builds the page in its own folder, so that `dist/` does not change.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { splitTexts } from './split-texts.mjs';
import { withoutStyles } from './without-styles.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const COMMAND = join(ROOT, '.cache/package');
const PAGE = '.cache/package-game';

await build({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  plugins: [withoutStyles, splitTexts()],
  build: { ssr: join(ROOT, 'src/cli/package.ts'), outDir: COMMAND, emptyOutDir: true, target: 'node20' },
});
const command = /** @type {typeof import('../src/cli/package.ts')} */ (
  await import(pathToFileURL(join(COMMAND, 'package.js')).href)
);
process.exitCode = await command.packageMain(process.argv.slice(2), async () => {
  delete process.env['LEVELS'];
  await build({ root: ROOT, logLevel: 'warn', build: { outDir: PAGE, emptyOutDir: true } });
  return join(ROOT, PAGE);
});
