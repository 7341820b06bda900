// Finds Firefox and drives it through WebDriver BiDi, which Firefox supports itself, so that no package is needed.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['firefox-esr', 'firefox'];
const START_LIMIT_MS = 60_000;

export const HOW_TO_GET_IT = `No Firefox was found. Any of these gives one:
  - apt-get install firefox-esr      (Debian, as root)
  - install Firefox by hand, and, if it is not on PATH, name its program: FIREFOX_PATH=/path/to/firefox npm run test:firefox`;

/** @returns {string | undefined} the program: the one that FIREFOX_PATH names, else the first on PATH that starts */
export function findFirefox() {
  const wished = process.env['FIREFOX_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = wished ? [wished] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((path) => spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0);
}

/** @returns {string | undefined} the program; installs it if running as root */
export function ensureFirefox() {
  const found = findFirefox();
  if (found !== undefined || process.platform !== 'linux' || process.getuid?.() !== 0) return found;
  console.log('No Firefox here: installing Debian’s.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr'], { env, stdio: 'inherit' });
  return findFirefox();
}

/**
 * @typedef {Record<string, unknown>} Values
 * @typedef {object} Firefox
 * @property {(method: string, params?: Values) => Promise<Values>} send one command of WebDriver BiDi
 * @property {(listener: (method: string, params: Values) => void) => void} listen
 * @property {() => Promise<void>} close
 */

/**
 * Starts the program, and waits until it can be driven.
 * @param {string} program
 * @param {readonly string[]} more
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, address: string, profile: string }>}
 * @throws when it ends or says nothing
 */
async function launch(program, more) {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const child = spawn(
    program,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', ...more],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  const gone = new Promise((resolve) => {
    child.on('close', resolve);
    child.on('error', resolve);
  });
  /** @type {string | undefined} */
  const address = await new Promise((resolve) => {
    const timer = setTimeout(resolve, START_LIMIT_MS);
    child.stderr.on('data', (data) => {
      said += String(data);
      const [, found] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
    void gone.then(() => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
  if (address !== undefined) return { child, address, profile };
  child.kill('SIGKILL');
  await gone;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  throw new Error(`Firefox did not start: ${said}`);
}

/**
 * @param {string} program
 * @param {readonly string[]} [more] arguments, such as one that gives a test access to the browser's own interface
 * @returns {Promise<Firefox>} without a window, with a temporary profile
 * @throws when it does not start twice: on a busy machine it ends now and then before it can be driven
 */
export async function startFirefox(program, more = []) {
  const { child, address, profile } = await launch(program, more).catch(() => launch(program, more));

  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('Firefox does not answer.')));
  });
  /** @type {Map<number, { resolve: (result: Values) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  /** @type {((method: string, params: Values) => void)[]} */
  const listeners = [];
  socket.addEventListener('message', ({ data }) => {
    const message =
      /** @type {{ type: string, id: number, method: string, params: Values, result: Values, message: string }} */ (
        JSON.parse(String(data))
      );
    if (message.type === 'event') for (const listener of listeners) listener(message.method, message.params);
    else if (message.type === 'success') waiting.get(message.id)?.resolve(message.result);
    else waiting.get(message.id)?.reject(new Error(message.message));
  });
  let last = 0;
  /** @type {Firefox['send']} */
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await send('session.new', { capabilities: {} });
  return {
    send,
    listen: (listener) => void listeners.push(listener),
    async close() {
      const gone = new Promise((resolve) => {
        child.on('close', resolve);
      });
      await send('browser.close').catch(() => child.kill());
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
