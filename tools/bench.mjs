// `npm run bench`: measures the engine, then start, dots and replays in Chromium, and prints tables of ratios, each
// against a baseline of the same run. `npm run bench -- engine` or `-- browser` runs one of them, `-- browser dots` a
// part of it; `npm run bench -- courses` compares courses of 3, 15 and 48 levels, `-- room` fills live sessions, `-- room page` only the drawn page; `npm run bench -- bytes` counts what a server sends to one learner.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { CHROMIUM_ARGS, ensureChromium } from './chromium.mjs';
import { writeCourse } from './bench-courses.mjs';
import { useCutPhaser } from './phaser-cut.mjs';
import { splitTexts } from './split-texts.mjs';
import { serve } from './static-server.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, '.cache/bench');
const PAGE = join(ROOT, '.cache/bench-page');
/** The game as it is hosted. */
const GAME = '.cache/bench-game';

const [only, ...rest] = process.argv.slice(2);

/** @param {string} script @param {readonly string[]} args */
async function runBench(script, args) {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { ssr: join(ROOT, script), outDir: OUT, emptyOutDir: true, target: 'node20' },
  });
  const file = script.replace(/^.*\//, '').replace('.ts', '.js');
  const child = spawn(process.execPath, [join(OUT, file), ...args], { stdio: 'inherit', cwd: ROOT });
  /** @type {number | null} */
  const status = await new Promise((done) => {
    child.on('error', () => done(1));
    child.on('close', done);
  });
  if (status !== 0) process.exitCode = 1;
}

/** How many levels the courses have whose home pages are compared. */
const COURSES = [3, 15, 48];

/** @param {number} count of levels @returns {Promise<string>} the folder of the built game */
async function buildCourse(count) {
  const folder = `.cache/bench-course-${String(count)}`;
  writeCourse(join(ROOT, 'levels'), join(ROOT, folder, 'levels'), count);
  const outDir = `${folder}/game`;
  // The configuration reads it with each build.
  process.env['LEVELS'] = `${folder}/levels`;
  await build({ root: ROOT, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  delete process.env['LEVELS'];
  return outDir;
}

const buildGame = () => build({ root: ROOT, logLevel: 'warn', build: { outDir: GAME, emptyOutDir: true } });

if (only === undefined || only === 'engine') await runBench('test/bench/main.ts', []);
if (only === undefined || only === 'browser') {
  await build({
    root: join(ROOT, 'test/bench/page'),
    base: './',
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [splitTexts(), useCutPhaser()],
    resolve: { alias: { 'unmodified-phaser': join(ROOT, 'node_modules/phaser/dist/phaser.esm.js') } },
    build: { outDir: PAGE, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 2000 },
  });
  await buildGame();
  const site = await serve({ folder: PAGE });
  const chromium = [await ensureChromium(), JSON.stringify(CHROMIUM_ARGS)];
  await runBench('test/bench/browser.ts', [site.url, GAME, ...chromium, ...rest]);
  await site.close();
}
if (only === undefined || only === 'room') {
  await buildGame();
  await runBench('test/bench/room.ts', [GAME, await ensureChromium(), JSON.stringify(CHROMIUM_ARGS), ...rest]);
}
if (only === 'bytes') {
  await buildGame();
  await runBench('test/bench/bytes.ts', [GAME, await ensureChromium(), JSON.stringify(CHROMIUM_ARGS)]);
}
if (only === undefined || only === 'courses') {
  const games = [];
  for (const count of COURSES) games.push(await buildCourse(count));
  await runBench('test/bench/courses.ts', [await ensureChromium(), JSON.stringify(CHROMIUM_ARGS), ...games]);
}
