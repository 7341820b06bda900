// `npm run build:test`: builds the page with the three levels of test/course into dist-test/, for the tests in a
// browser.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

process.env['LEVELS'] = 'test/course';
await build({
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  logLevel: 'warn',
  build: { outDir: 'dist-test', emptyOutDir: true },
});
