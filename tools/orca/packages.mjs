// What `npm run test:orca` needs besides Node: Debian's packages, and the program that shows whether each is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** @type {readonly (readonly [name: string, file: string])[]} */
const PACKAGES = [
  ['orca', '/usr/bin/orca'],
  ['xvfb', '/usr/bin/Xvfb'],
  ['at-spi2-core', '/usr/libexec/at-spi-bus-launcher'],
  ['dbus', '/usr/bin/dbus-daemon'],
  ['libglib2.0-bin', '/usr/bin/gdbus'],
  ['speech-dispatcher', '/usr/bin/speech-dispatcher'],
  ['openbox', '/usr/bin/openbox'],
  ['xdotool', '/usr/bin/xdotool'],
  ['firefox-esr', '/usr/bin/firefox-esr'],
  ['chromium', '/usr/bin/chromium'],
];

const missing = () => PACKAGES.filter(([, file]) => !existsSync(file)).map(([name]) => name);

/**
 * @returns {string | null} why there is no screen reader to listen to; null when everything is installed, which root
 *   does on demand
 */
export function lackOfOrca() {
  // Orca takes the place of every other of the same user.
  const user = String(process.getuid?.() ?? '');
  if (spawnSync('pgrep', ['-u', user, '-x', 'orca']).status === 0) {
    return 'Orca is running already, and the one of this test would end it.';
  }
  const names = missing();
  if (names.length === 0) return null;
  const how = `apt-get install ${names.join(' ')}`;
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    return `Orca and what it needs are not here, and only root of a Debian system may install them: ${how}`;
  }
  console.log(`Installing what Orca needs: ${names.join(', ')}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return missing().length === 0 ? null : `The installation failed: ${how}`;
}
