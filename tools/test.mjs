// `npm test`: runs every check and every test, and ends with one line that counts them all.
// `npm test -- unit browser` runs only those stages. The other stages still run after one has failed.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';
import { writeTextTypes } from './text-types.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const REPORTS = join(ROOT, 'test-results');
const UNIT_REPORT = join(REPORTS, 'unit.json');
const BROWSER_REPORT = join(REPORTS, 'browser.json');

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} UnitReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} BrowserReport
 */

/**
 * @param {string} name of a package, or a file of tools/
 * @returns {string} the script that the package's command starts; without npx or a shell it is the same on any system
 */
function script(name) {
  if (name.startsWith('tools/')) return join(ROOT, name);
  const file = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { bin } = /** @type {{ bin: string | Record<string, string> }} */ (JSON.parse(readFileSync(file, 'utf8')));
  const path = typeof bin === 'string' ? bin : (bin[name.replace('typescript', 'tsc')] ?? Object.values(bin)[0]);
  if (path === undefined) throw new Error(`${name} has no command.`);
  return join(dirname(file), path);
}

/**
 * @param {string} name
 * @param {...string} args
 * @returns {Promise<boolean>} whether it succeeded; its output is shown as it arrives
 */
function run(name, ...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script(name), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/**
 * Like `run`, for checks that run at the same time: it prints the output in one piece at the end, so that outputs do not mix.
 * @param {string} name
 * @param {...string} args
 * @returns {Promise<boolean>} whether it succeeded
 */
function check(name, ...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script(name), ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const output = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (/** @type {Buffer} */ data) => output.push(data));
    child.on('error', () => resolve(false));
    child.on('close', (code) => {
      if (output.length > 0) process.stdout.write(`\n== ${name}\n${Buffer.concat(output).toString()}`);
      resolve(code === 0);
    });
  });
}

/**
 * Counts a check as one test.
 * @param {boolean} good
 * @returns {Counts}
 */
const asCheck = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 });

/**
 * @template Report
 * @param {string} file a report, which is missing when the tests could not start
 * @param {boolean} good how the runner ended
 * @param {(report: Report) => Counts} read
 * @returns {Counts} with a failure when the runner failed, or ran nothing
 */
function counted(file, good, read) {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = read(/** @type {Report} */ (JSON.parse(readFileSync(file, 'utf8'))));
  } catch (error) {
    console.error(`There is no report: ${String(error)}`);
  }
  if (counts.passed + counts.failed === 0) console.error('No test ran.');
  const wrong = !good || counts.passed + counts.failed === 0;
  return wrong && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * Checks that need no test runner. They run at the same time, because most of them use one core.
 * @type {Record<string, () => Promise<Counts>>}
 */
const CHECKS = {
  types: async () => {
    const page = await check('typescript', '-p', '.');
    // Compiles the engine again without the types of a page, so that it cannot depend on them.
    const engine = await check('typescript', '-p', 'src/engine');
    return asCheck(page && engine);
  },
  lint: async () => {
    const lint = await check('oxlint');
    const reasons = await check('tools/check-suppressions.mjs');
    return asCheck(lint && reasons);
  },
  walls: async () => asCheck(await check('tools/check-walls.mjs')),
  rules: async () => asCheck(await check('tools/check-rules.mjs')),
  format: async () =>
    asCheck(await check('prettier', '--check', '--cache', '--cache-location=.cache/prettier', '--log-level=warn', '.')),
  texts: async () => asCheck(await check('tools/check-texts.mjs', '--strict')),
  docs: async () => asCheck(await check('tools/check-docs.mjs')),
};

/**
 * The test runners, one after another, because each of them uses both cores.
 * @type {Record<string, () => Promise<Counts>>}
 */
const TESTS = {
  unit: () => inNode(),
  browser: () => inChromium(),
};

/**
 * Stages that run only when they are named.
 * @type {Record<string, () => Promise<Counts>>}
 */
const EXTRAS = {
  // Every screen in every language and every theme, while the browser stage takes two languages.
  axe: () => inChromium({ AXE: '1' }, 'axe.spec.ts'),
  // The longest tests, and every property with its full count of cases (test/tries.ts).
  thorough: async () => {
    const unit = await inNode({ THOROUGH: '1' });
    const browser = await inChromium({ THOROUGH: '1' });
    return {
      passed: unit.passed + browser.passed,
      failed: unit.failed + browser.failed,
      skipped: unit.skipped + browser.skipped,
    };
  },
  // The files of docs/hosting/ in nginx, Apache and Caddy, if they are installed.
  servers: () => inChromium({ SERVERS: '1' }, 'servers.spec.ts'),
  // Takes the pictures of the README again.
  screenshots: () => inChromium({ SCREENSHOTS: '1' }),
};

/**
 * @param {Record<string, string>} [env]
 * @returns {Promise<Counts>} of the unit tests
 */
async function inNode(env = {}) {
  Object.assign(process.env, env);
  const good = await run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`);
  return counted(UNIT_REPORT, good, (/** @type {UnitReport} */ report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

/**
 * @param {Record<string, string>} [env]
 * @param {...string} files which tests to run; all by default
 * @returns {Promise<Counts>} of the tests of a freshly built page, which is the same as the hosted one
 */
async function inChromium(env = {}, ...files) {
  try {
    Object.assign(process.env, env, { CHROMIUM_PATH: await ensureChromium() });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return asCheck(false);
  }
  // At the same time, because each waits for its slowest part.
  const built = await Promise.all([run('vite', 'build', '--logLevel=warn'), run('tools/build-test-page.mjs')]);
  if (built.includes(false)) return asCheck(false);
  const good = await run('@playwright/test', 'test', ...files);
  return counted(BROWSER_REPORT, good, (/** @type {BrowserReport} */ { stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

const all = { ...CHECKS, ...TESTS, ...EXTRAS };
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(all, name));
if (unknown.length > 0) {
  console.error(`There is no stage "${unknown.join('", "')}". The stages are: ${Object.keys(all).join(' ')}`);
  process.exit(2);
}
const wanted = asked.length > 0 ? asked : Object.keys({ ...CHECKS, ...TESTS });

rmSync(UNIT_REPORT, { force: true });
rmSync(BROWSER_REPORT, { force: true });
mkdirSync(REPORTS, { recursive: true });
writeTextTypes();

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const rows = [];

/**
 * Runs one stage, and adds its row and its counts.
 * @param {string} name
 * @param {() => Promise<Counts>} stage
 */
async function runStage(name, stage) {
  const start = performance.now();
  const { passed, failed, skipped } = await stage();
  const time = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const cells = [String(passed).padStart(8), String(failed).padStart(8), String(skipped).padStart(9), time.padStart(9)];
  rows.push(name.padEnd(9) + cells.join(''));
}

const checks = Object.entries(CHECKS).filter(([name]) => wanted.includes(name));
await Promise.all(checks.map(([name, stage]) => runStage(name, stage)));
for (const [name, stage] of Object.entries({ ...TESTS, ...EXTRAS })) {
  if (!wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  await runStage(name, stage);
}
console.log(['', 'stage      passed  failed  skipped   time', ...rows].join('\n'));
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
