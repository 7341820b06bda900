// A virtual desktop with a screen reader that logs what it says. All of it is in one temporary folder.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Characters per second, at a speed that suits a beginner. */
export const SPEED = 18;
/** After this long without a word the screen reader has finished. */
const QUIET_MS = 2500;
/** The longest wait for the first word, on a busy machine. */
const FIRST_WORD_MS = 12_000;
const START_MS = 60_000;

const pause = (/** @type {number} */ time) =>
  new Promise((resolve) => {
    setTimeout(resolve, time);
  });

/**
 * @typedef {object} Said
 * @property {string} text
 * @property {boolean} whole false when something cut it off
 *
 * @typedef {object} Desktop
 * @property {(keys: string) => Promise<Said[]>} press sends a key as a keyboard does, and gives what is said until it is quiet
 * @property {() => Promise<Said[]>} listen what is said without a key, until it is quiet
 * @property {(program: string, args: readonly string[]) => void} open starts a browser
 * @property {() => Promise<void>} close
 */

/**
 * The command through which speech-dispatcher's generic module speaks: it logs the text, takes as long as speech, and
 * logs the end. A text that is interrupted has no end.
 * @param {string} log
 * @param {number} speed
 */
const speaker = (log, speed) => `#!/bin/sh
text=$(cat)
id=$$
printf 'say\\t%s\\t%s\\n' "$id" "$(printf %s "$text" | tr '\\n\\t' '  ')" >> '${log}'
sleep "$(printf %s "$text" | wc -m | awk '{ printf "%.2f", $1 / ${String(speed)} }')"
printf 'end\\t%s\\n' "$id" >> '${log}'
`;

/**
 * @param {number} display number of the X display
 * @param {number} [speed] characters per second
 * @returns {Promise<Desktop>}
 */
export async function startDesktop(display, speed = SPEED) {
  const home = mkdtempSync(join(tmpdir(), 'orca-'));
  const log = join(home, 'speech.log');
  const run = join(home, 'run');
  const speech = join(home, 'speech');
  for (const folder of [run, join(speech, 'modules'), join(home, 'logs')]) mkdirSync(folder, { recursive: true });
  chmodSync(run, 0o700);
  writeFileSync(log, '');
  writeFileSync(join(home, 'speak'), speaker(log, speed));
  chmodSync(join(home, 'speak'), 0o755);
  writeFileSync(
    join(speech, 'speechd.conf'),
    `CommunicationMethod "unix_socket"\nLogLevel 3\nAudioOutputMethod "alsa"\nAudioALSADevice "null"\nAddModule "log" "sd_generic" "log.conf"\nDefaultModule log\nDefaultLanguage "en"\n`,
  );
  writeFileSync(
    join(speech, 'modules', 'log.conf'),
    `GenericExecuteSynth \\\n"printf %s \\'$DATA\\' | ${join(home, 'speak')}"\nGenericLanguage "en" "en" "utf-8"\nAddVoice "en" "MALE1" "one"\n`,
  );

  const socket = join(run, 'speechd.sock');
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    LANG: 'C.UTF-8',
    DISPLAY: `:${String(display)}`,
    XDG_RUNTIME_DIR: run,
    SPEECHD_ADDRESS: `unix_socket:${socket}`,
    GNOME_ACCESSIBILITY: '1',
    GTK_MODULES: 'gail:atk-bridge',
    NO_AT_BRIDGE: '0',
  };
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  /** @param {string} program @param {readonly string[]} args */
  const start = (program, args) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'ignore'], detached: true });
    children.push(child);
    return child;
  };
  /** @param {() => boolean} there @param {string} what */
  const until = async (there, what) => {
    for (const end = Date.now() + START_MS; !there(); await pause(100)) {
      if (Date.now() > end) throw new Error(`It never came: ${what}`);
    }
  };

  const close = async () => {
    for (const child of children.toReversed()) {
      try {
        // Each is a process group of its own, together with its children.
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It has ended by itself.
      }
    }
    await pause(500);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    start('Xvfb', [env['DISPLAY'] ?? '', '-screen', '0', '1280x900x24', '-nolisten', 'tcp']);
    await until(() => existsSync(`/tmp/.X11-unix/X${String(display)}`), 'the X display');
    const bus = join(run, 'bus');
    start('dbus-daemon', ['--session', '--nofork', `--address=unix:path=${bus}`]);
    await until(() => existsSync(bus), 'the message bus');
    env['DBUS_SESSION_BUS_ADDRESS'] = `unix:path=${bus}`;
    for (const name of ['IsEnabled', 'ScreenReaderEnabled']) {
      spawnSync(
        'gdbus',
        [
          'call',
          '--session',
          '--dest',
          'org.a11y.Bus',
          '--object-path',
          '/org/a11y/bus',
          '--method',
          'org.freedesktop.DBus.Properties.Set',
          'org.a11y.Status',
          name,
          '<true>',
        ],
        { env, stdio: 'ignore' },
      );
    }
    start('speech-dispatcher', [
      '-s',
      '-t',
      '0',
      '-C',
      speech,
      '-c',
      'unix_socket',
      '-S',
      socket,
      '-P',
      join(run, 'pid'),
      '-L',
      join(home, 'logs'),
    ]);
    await until(() => existsSync(socket), 'speech-dispatcher');
    start('openbox', []);
    start('orca', ['--replace']);
  } catch (error) {
    await close();
    throw error;
  }

  let read = 0;
  /** @returns {{ said: Said[], busy: boolean }} what was added to the log since the last reading */
  const news = () => {
    const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1);
    const ended = new Set(lines.flatMap((line) => (line.startsWith('end') ? [line.split('\t')[1]] : [])));
    const said = lines.slice(read).flatMap((line) => {
      const [kind, id, text = ''] = line.split('\t');
      return kind === 'say' && text.trim() !== '' ? [{ text: text.trim(), whole: ended.has(id) }] : [];
    });
    return { said, busy: said.some(({ whole }) => !whole) };
  };
  /** @param {number} limit @param {string} [key] whose name the screen reader says before anything that it does */
  const hear = async (limit, key = '') => {
    const begin = Date.now();
    const end = begin + limit;
    const isEcho = (/** @type {string} */ text) => [key.toLowerCase(), 'left shift'].includes(text.toLowerCase());
    let lines = -1;
    for (let since = begin; Date.now() < end; await pause(100)) {
      const size = readFileSync(log).length;
      if (size !== lines) {
        lines = size;
        since = Date.now();
      }
      const last = readFileSync(log, 'utf8').trimEnd().split('\n').at(-1) ?? '';
      // The log does not grow while a text is being spoken: the next line is its end.
      const begun = news().said.some(({ text }) => !isEcho(text)) || Date.now() - begin > FIRST_WORD_MS;
      if (begun && !last.startsWith('say') && Date.now() - since > QUIET_MS) break;
    }
    const { said } = news();
    read = readFileSync(log, 'utf8').split('\n').length - 1;
    return said;
  };
  /** @param {string} keys */
  const send = (keys) => {
    spawnSync('xdotool', ['key', '--clearmodifiers', keys], { env, stdio: 'ignore' });
  };

  return {
    async press(keys) {
      send(keys);
      return hear(90_000, keys.split('+').at(-1));
    },
    listen: () => hear(90_000),
    open: (program, args) => void start(program, args),
    close,
  };
}
