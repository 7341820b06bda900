// `npm run bench`: measures the engine and prints a table of ratios, each against a baseline of the same run.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, '.cache/bench');

await build({
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: { ssr: join(ROOT, 'test/bench/main.ts'), outDir: OUT, emptyOutDir: true, target: 'node20' },
});
const { status } = spawnSync(process.execPath, [join(OUT, 'main.js')], { stdio: 'inherit' });
process.exitCode = status ?? 1;
