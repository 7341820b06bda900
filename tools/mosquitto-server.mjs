// Finds Mosquitto, and starts one for a single session: in a temporary folder, on loopback only. The machine's own Mosquitto is
// not touched.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const START_LIMIT_MS = 20_000;

export const HOW_TO_GET_IT = `No Mosquitto 2 was found.
  apt-get install mosquitto      (Debian, as root)
If it is not on PATH, name its program: MOSQUITTO_PATH=/path/to/mosquitto`;

/** @returns {string | undefined} the program: the one that MOSQUITTO_PATH names, or the first on PATH that starts */
export function findMosquitto() {
  const wished = process.env['MOSQUITTO_PATH'];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''), '/usr/sbin'];
  const candidates = wished ? [wished] : folders.map((folder) => join(folder, 'mosquitto'));
  return candidates.find((path) => String(spawnSync(path, ['-h']).stdout).startsWith('mosquitto version 2.'));
}

/** @returns {Promise<number>} a port of this machine that is free now */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

/** @param {number} port @returns {Promise<boolean>} whether something listens there */
function listens(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/**
 * @typedef {object} Mosquitto
 * @property {number} pid
 * @property {() => Promise<void>} kill ends it at once, as a crash would, and forgets everything
 */

/**
 * @param {string} program
 * @param {number} port of loopback
 * @param {(folder: string) => Record<string, string>} filesIn returns its files, by name, for a folder
 * @returns {Promise<Mosquitto>} once it listens
 * @throws when it does not start
 */
export async function startMosquitto(program, port, filesIn) {
  const folder = mkdtempSync(join(tmpdir(), 'blind-copy-mosquitto-'));
  // A Mosquitto that root starts takes the rights of its own user, who must be able to use the folder.
  if (process.getuid?.() === 0) spawnSync('chown', ['mosquitto', folder]);
  for (const [name, text] of Object.entries(filesIn(folder))) writeFileSync(join(folder, name), text, { mode: 0o644 });
  const child = spawn(program, ['-c', join(folder, 'mosquitto.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => (said += String(data)));
  let running = true;
  const gone = new Promise((resolve) => {
    child.on('close', resolve);
    child.on('error', resolve);
  }).then(() => {
    running = false;
    rmSync(folder, { recursive: true, force: true });
  });
  const end = Date.now() + START_LIMIT_MS;
  while (!(await listens(port))) {
    if (!running || Date.now() > end) {
      child.kill('SIGKILL');
      await gone;
      throw new Error(`Mosquitto did not start: ${said}`);
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  return {
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
