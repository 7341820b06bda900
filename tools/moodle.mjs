// `MOODLE=/path/to/moodle npm run test:moodle`: installs a Moodle with a MariaDB of its own, imports the packages, lets two
// learners play in Chromium, one after the other in one browser, and reads the gradebook. The folder is Moodle's own source
// (4.1 or later); this writes `config.php` there, and takes it away again.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { kill } from 'node:process';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from './chromium.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MOODLE = process.env['MOODLE'] === undefined ? null : resolve(process.env['MOODLE']);
/** cmi5 is no part of Moodle itself, so that its package cannot be imported there. */
const KINDS = ['scorm12', 'scorm2004'];
const PACKAGES = KINDS.map((kind) => join(ROOT, `packages/blind-copy-${kind}.zip`));

/** @typedef {Readonly<Record<string, { readonly sam: number | null, readonly ana: number | null }>>} Grades */

/** @returns {string | null} what is missing, as a sentence */
function missing() {
  if (MOODLE === null) return 'MOODLE names no folder of a Moodle: nothing was tried.';
  if (!existsSync(join(MOODLE, 'admin/cli/install.php'))) return `${MOODLE} is no Moodle: nothing was tried.`;
  if (existsSync(join(MOODLE, 'config.php'))) return `${MOODLE} has a config.php, and is left alone.`;
  for (const [command, packages] of [
    ['php', 'php-cli php-mysql php-xml php-mbstring php-curl php-zip php-gd php-intl php-soap'],
    ['mariadbd', 'mariadb-server'],
  ]) {
    if (spawnSync(String(command), ['--version']).status !== 0)
      return `${String(command)} is missing (Debian: apt-get install ${String(packages)}): nothing was tried.`;
  }
  return null;
}

/** @returns {Promise<number>} a port of this machine that is free now */
function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

/** @param {string} command @param {readonly string[]} args @returns {string} what it says */
function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${command} ${args.slice(0, 3).join(' ')} failed:\n${stdout}\n${stderr}`);
  return stdout;
}

/**
 * Ends a process, and waits until it has ended, since it writes to the folder until then.
 * @param {import('node:child_process').ChildProcess} process
 */
async function stop(process) {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const ended = new Promise((done) => {
    process.once('exit', done);
  });
  // PHP's web server leaves its workers behind, so it has a process group of its own.
  if (process.spawnfile === 'php' && process.pid !== undefined) kill(-process.pid);
  else process.kill();
  await ended;
}

/** @param {() => boolean | Promise<boolean>} ready @param {string} what */
async function until(ready, what) {
  for (let tries = 0; tries < 120; tries += 1) {
    if (await ready()) return;
    await new Promise((done) => {
      setTimeout(done, 500);
    });
  }
  throw new Error(`${what} does not start.`);
}

/**
 * @param {string} moodle
 * @param {string} folder for everything that is written
 */
async function tryMoodle(moodle, folder) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const started = [];
  try {
    const [database, web] = [await freePort(), await freePort()];
    const data = join(folder, 'db');
    const socket = join(folder, 'db.sock');
    run('mariadb-install-db', [
      `--datadir=${data}`,
      `--user=${userInfo().username}`,
      '--auth-root-authentication-method=normal',
    ]);
    const options = [`--datadir=${data}`, `--socket=${socket}`, `--port=${database}`, '--bind-address=127.0.0.1'];
    started.push(
      spawn('mariadbd', ['--no-defaults', ...options, `--user=${userInfo().username}`], { stdio: 'ignore' }),
    );
    const sql = (/** @type {string} */ text) =>
      spawnSync('mariadb', ['-u', 'root', '-S', socket, '-e', text]).status === 0;
    await until(() => sql('select 1'), 'MariaDB');
    sql(
      "create database moodle character set utf8mb4; create user moodle@'127.0.0.1' identified by 'moodle'; grant all on moodle.* to moodle@'127.0.0.1'",
    );
    mkdirSync(join(folder, 'data'));
    const url = `http://127.0.0.1:${String(web)}`;
    run('php', [
      '-d',
      'max_input_vars=5000',
      join(moodle, 'admin/cli/install.php'),
      '--non-interactive',
      '--agree-license',
      '--allow-unstable',
      `--wwwroot=${url}`,
      `--dataroot=${join(folder, 'data')}`,
      '--dbtype=mariadb',
      '--dbhost=127.0.0.1',
      `--dbport=${String(database)}`,
      '--dbname=moodle',
      '--dbuser=moodle',
      '--dbpass=moodle',
      '--fullname=Test',
      '--shortname=test',
      '--adminpass=Admin-1234',
    ]);
    const made = /** @type {{ course: number, modules: Record<string, number> }} */ (
      JSON.parse(run('php', [join(ROOT, 'test/moodle/prepare.php'), moodle, ...PACKAGES]))
    );
    const env = { ...process.env, PHP_CLI_SERVER_WORKERS: '4' };
    started.push(
      spawn('php', ['-S', `127.0.0.1:${String(web)}`, '-t', moodle], { stdio: 'ignore', env, detached: true }),
    );
    await until(
      () =>
        fetch(url).then(
          ({ ok }) => ok,
          () => false,
        ),
      'The web server',
    );
    await playInMoodle(url, made.modules);
    const read = run('php', [join(ROOT, 'test/moodle/grades.php'), moodle, String(made.course)]);
    return /** @type {Grades} */ (JSON.parse(read));
  } finally {
    for (const process of started.toReversed()) await stop(process);
    rmSync(join(moodle, 'config.php'), { force: true });
  }
}

/**
 * Sam plays the first level without a fault, and Ana, in the same browser, opens the course and leaves it.
 * @param {string} url
 * @param {Readonly<Record<string, number>>} modules
 */
async function playInMoodle(url, modules) {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...CHROMIUM_ARGS] });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  // PHP's own web server takes a while for each file.
  page.setDefaultTimeout(180_000);
  for (const learner of ['sam', 'ana']) {
    console.log(`${learner} plays.`);
    await page.goto(`${url}/login/index.php`);
    await page.locator('#username').fill(learner);
    await page.locator('#password').fill('Learner-1');
    await page.locator('#loginbtn').click();
    for (const module of Object.values(modules)) {
      await page.goto(`${url}/mod/scorm/view.php?id=${String(module)}`);
      await page.locator('#scormviewform [type="submit"][value="normal"]').click();
      const course = page.frameLocator('#scorm_object');
      await course.locator('[data-level="cv-to-rivals"] a').first().press('Enter');
      await course.locator('[data-to-desk]').press('Enter');
      if (learner === 'ana') continue;
      for (const contact of ['northwind', 'southgale', 'referee'])
        await course.locator(`.twin-card[data-contact="${contact}"]`).press('4');
      await course.locator('[data-send]').press('Enter');
      await course.locator('[data-watch]').press('Enter');
      await course.locator('[data-transport="skip"]').press('Enter');
      await course.locator('[data-go-on]').press('Enter');
      await course.locator('[data-finish]').press('Enter');
      await course.locator('[data-finished="ended"]').waitFor();
    }
    await page.context().clearCookies();
  }
  await browser.close();
}

const why = missing();
if (why !== null || MOODLE === null) console.log(why);
else {
  run(process.execPath, [join(ROOT, 'tools/package.mjs'), ...KINDS.map((kind) => `--${kind}`)]);
  const folder = mkdtempSync(join(tmpdir(), 'blind-copy-moodle-'));
  try {
    const grades = await tryMoodle(MOODLE, folder);
    console.log(JSON.stringify(grades, null, 2));
    const good = KINDS.every((kind) => {
      const { sam, ana } = grades[`blind-copy-${kind}`] ?? { sam: null, ana: null };
      return sam !== null && sam > 0 && !ana;
    });
    console.log(good ? 'Sam has a grade in each, Ana has none: good' : 'The grades are wrong.');
    process.exitCode = good ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
