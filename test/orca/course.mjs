// `npm run test:orca`: plays by ear, in Firefox and in Chromium, with Orca. The transcript goes to
// test-results/orca/.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lackOfOrca } from '../../tools/orca/packages.mjs';
import { SPEED, startDesktop } from '../../tools/orca/desktop.mjs';
import { CHROMIUM_ARGS } from '../../tools/chromium.mjs';
import { HEADERS } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { createListener, NotHeard } from './listener.mjs';
import { addressLine, blunder, thread, threeStars } from './plays.mjs';

const ROOT = join(import.meta.dirname, '../..');
const RESULTS = join(ROOT, 'test-results/orca');
/** Characters per second; developers in a hurry can listen faster. */
const speed = Number(process.env['ORCA_SPEED'] ?? SPEED);

/** How often it listens until the first page is heard, each time until it is quiet. */
const START_PATIENCE = 10;

/** The number of an X display that nobody has. */
function freeDisplay() {
  let display = 70;
  while (existsSync(`/tmp/.X${String(display)}-lock`)) display += 1;
  return display;
}

const lack = lackOfOrca();
if (lack !== null) {
  console.log(`${lack}\nSkipped: what a screen reader says.`);
  process.exit(0);
}

/** Firefox says nothing of its own on its first start: no page of its maker's, no bar that asks for something. */
const FIREFOX_SETTINGS = {
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'app.normandy.enabled': false,
  'network.captive-portal-service.enabled': false,
};

/** @param {string} profile a folder */
function quietFirefox(profile) {
  const lines = Object.entries(FIREFOX_SETTINGS).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), `${lines.join('\n')}\n`);
}

/** @type {Record<string, (profile: string, url: string) => [program: string, args: string[]]>} */
const BROWSERS = {
  firefox: (profile, url) => ['firefox-esr', ['--no-remote', '--profile', profile, url]],
  chromium: (profile, url) => [
    'chromium',
    [...CHROMIUM_ARGS, '--force-renderer-accessibility', `--user-data-dir=${profile}`, url],
  ],
};
/**
 * What is played, on which page, and what is heard when the page has come.
 * @type {Record<string, { play: typeof blunder, page: 'dist' | 'dist-test', level: string, first: string }>}
 */
const PLAYS = {
  'three-stars': { play: threeStars, page: 'dist-test', level: '', first: 'Who can see who' },
  blunder: { play: blunder, page: 'dist-test', level: '', first: 'Who can see who' },
  thread: { play: thread, page: 'dist', level: '#/level/outage-thread', first: 'The outage' },
  'address-line': { play: addressLine, page: 'dist', level: '#/level/right-sam', first: 'The right Sam' },
};

/** `npm run test:orca -- firefox thread` plays only this one. */
const wanted = process.argv.slice(2);

/** @param {string} name @param {object} all of its kind: where none of them is asked for, all are */
const isWanted = (name, all) => wanted.includes(name) || !wanted.some((one) => Object.hasOwn(all, one));
mkdirSync(RESULTS, { recursive: true });
let failed = 0;
for (const [browser, command] of Object.entries(BROWSERS)) {
  for (const [name, { play, page, level, first }] of Object.entries(PLAYS)) {
    if (!isWanted(browser, BROWSERS) || !isWanted(name, PLAYS)) continue;
    /** @type {string[]} */
    const transcript = [];
    const profile = mkdtempSync(join(tmpdir(), 'orca-browser-'));
    const site = await serve({ folder: join(ROOT, page), prefix: '/a/b/', headers: HEADERS });
    const desktop = await startDesktop(freeDisplay(), speed);
    const stop = () => void desktop.close().then(() => process.exit(1));
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
    try {
      await desktop.listen();
      quietFirefox(profile);
      desktop.open(...command(profile, `${site.url}?lang=en${level}`));
      const listener = createListener(desktop, (line) => {
        transcript.push(line);
        console.log(line);
      });
      let said = '';
      for (let more = 0; more < START_PATIENCE && !said.includes(first); more += 1) said += await listener.listen();
      if (!said.includes(first))
        throw new NotHeard(`"${first}" is not heard: the page or the screen reader never came.`);
      await play(listener);
      console.log(`${browser}, ${name}: good`);
    } catch (error) {
      failed += 1;
      console.error(`${browser}, ${name}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      mkdirSync(RESULTS, { recursive: true });
      writeFileSync(join(RESULTS, `${browser}-${name}.txt`), `${transcript.join('\n')}\n`);
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
      await desktop.close();
      await site.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}
console.log(failed === 0 ? 'Orca: good' : `Orca: ${String(failed)} wrong`);
process.exitCode = failed === 0 ? 0 : 1;
