// Finds the Chromium for the browser tests, and installs one if that needs no questions. `node tools/chromium.mjs`
// prints its path.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The headless shell comes first: it is Chromium without the browser's window, and a test takes two thirds of the time in it.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

// Where an ordinary installation puts Chrome on systems that leave it out of PATH.
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

/** Limits Playwright's download, so that a closed network costs a minute or so and not the test run. */
const DOWNLOAD_LIMIT_MS = 180_000;
const PACKAGE_LIMIT_MS = 300_000;

export const HOW_TO_GET_IT = `No Chromium was found, and none could be installed. The browser tests need one. Any of these gives them one:
  - npx playwright install --with-deps chromium      (Playwright's own; needs the network)
  - apt-get install chromium                         (Debian, as root)
  - install Chrome or Chromium by hand, and, if it is not on PATH, name its program:
    CHROMIUM_PATH=/path/to/chrome npm test
All the other tests run without it: npm test -- types lint walls format texts unit`;

/**
 * Arguments for Chromium in the tests. Without them it calls its maker's servers at every start, and root (in a
 * container, on a CI machine) has no sandbox to run it in.
 */
export const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Features to switch off under Playwright: those that Playwright itself switches off, as this list replaces its own,
 * the pages of the address bar, which every new window creates again at the cost of one of our pages, and the process that
 * waits for a page of another site, which no test opens.
 */
export const FEATURES_LEFT_OUT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'LensOverlay',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'SpareRendererForSitePerProcess',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A program on PATH may not be a browser: Ubuntu's `chromium-browser` only says which snap to install.
 * @param {string} path
 */
function starts(path) {
  if (process.platform === 'win32') return true; // chrome.exe --version opens a window there
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

function onPath() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...PLACES].find((path) => isProgram(path) && starts(path));
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) ? path : undefined;
}

/**
 * @returns {Promise<string | undefined>} the program, or undefined when this machine has none
 * @throws when CHROMIUM_PATH names something that is not a program, because another browser would not be what was asked
 *   for
 */
export async function findChromium() {
  const wished = process.env['CHROMIUM_PATH'];
  if (wished !== undefined && wished !== '') {
    if (!isProgram(wished)) throw new Error(`CHROMIUM_PATH is "${wished}", and there is no program there.`);
    return wished;
  }
  return onPath() ?? (await playwrightsOwn());
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {number} limit in milliseconds
 * @param {NodeJS.ProcessEnv} [env]
 * @param {boolean} [quiet] hides its output, but not its errors
 * @returns {Promise<boolean>} whether it succeeded in time
 */
function run(command, args, limit, env = {}, quiet = false) {
  console.log(`$ ${[command, ...args].join(' ')}`);
  return new Promise((resolve) => {
    // A separate process group, so that the limit also ends its children (Playwright downloads in one).
    const detached = process.platform !== 'win32';
    const child = spawn(command, args, {
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      detached,
    });
    const timer = setTimeout(() => {
      console.log(`${command} took over ${limit / 1000} s and was stopped.`);
      if (detached && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    }, limit);
    child.on('error', () => {
      clearTimeout(timer);
      resolve(false);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

const isRoot = process.getuid?.() === 0;

function isDebian() {
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

async function installDebianPackage() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // If the package list cannot be updated, the old one may still do.
  await run('apt-get', ['update', '-qq'], PACKAGE_LIMIT_MS, env, true);
  // A bare machine has no fonts, without which pages show no letters, and the chromium package does not depend on any.
  // Debian 11 and older have no package with the shell alone.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    const args = ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-dejavu-core'];
    if (await run('apt-get', args, PACKAGE_LIMIT_MS, env, true)) return;
  }
}

async function installPlaywrights() {
  const cli = join(createRequire(import.meta.url).resolve('@playwright/test/package.json'), '..', 'cli.js');
  const args = [cli, 'install', ...(isRoot && process.platform === 'linux' ? ['--with-deps'] : []), 'chromium'];
  await run(process.execPath, args, DOWNLOAD_LIMIT_MS, { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' });
}

/**
 * Finds Chromium, or installs it. Only Debian's package named `chromium` is a browser (Ubuntu's is a stub), and only
 * root may install it. If both apply it is tried first, because it needs only the package servers that the machine
 * already uses.
 * @returns {Promise<string>} the path of the program
 */
export async function ensureChromium() {
  let found = await findChromium();
  const ways = [...(isRoot && isDebian() ? [installDebianPackage] : []), installPlaywrights];
  for (const install of ways) {
    if (found !== undefined) return found;
    console.log('No Chromium here: installing one for the browser tests.');
    await install();
    found = await findChromium();
  }
  if (found === undefined) throw new Error(HOW_TO_GET_IT);
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
