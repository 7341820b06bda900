// `npm run test:firefox`: plays the packages for learning platforms in Firefox, by keyboard: with scorm-again as the run-time
// of both versions of SCORM, and with a learning record store for cmi5. The page is loaded again, hidden and closed, the
// server goes down and comes back, and another learner uses the same browser. `unload` is forbidden.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ensureFirefox, HOW_TO_GET_IT, startFirefox } from '../../tools/firefox.mjs';
import { consoleProblems, ENTER, eventually, F5, newTab, pageOf, report } from './page.mjs';
import { openDesk, place, play } from './play.mjs';

/** @typedef {import('./page.mjs').FirefoxPage} FirefoxPage */

/** The level that is played to its debrief, and whom its mail should reach. */
const LEVEL = 'cv-to-rivals';
const CONTACTS = ['northwind', 'southgale', 'referee'];

const program = ensureFirefox();
if (program === undefined) {
  console.log(`${HOW_TO_GET_IT}\nSkipped: the packages in Firefox.`);
  process.exit(0);
}

/** @type {{ readonly module: typeof import('../browser/platform-server.ts') }} */
const imported = await runnerImport(join(import.meta.dirname, '../browser/platform-server.ts'), { configFile: false });
const { cmi5Address, startPlatform, storedFor } = imported.module;
const platform = await startPlatform();
const firefox = await startFirefox(program);
/** Problems with one of these texts are expected now. */
let expected = /^$/;
const problems = await consoleProblems(firefox, (text) => expected.test(text));

/** @param {string} tab @param {string} url */
const open = (tab, url) => pageOf(firefox, tab).open(new URL(url, platform.url).href);

/** @param {string} tab @returns {Promise<string>} the frame of the package in the platform's page */
async function frameIn(tab) {
  const { contexts } = /** @type {{ contexts: { children: { context: string }[] }[] }} */ (
    await firefox.send('browsingContext.getTree', { root: tab })
  );
  return contexts[0]?.children[0]?.context ?? '';
}

/** @param {string} version @param {string} learner @param {string} [tab] */
async function launch(version, learner, tab) {
  const at = tab ?? (await newTab(firefox));
  await open(at, `platform.html?version=${version}&learner=${learner}`);
  await eventually(async () => (await frameIn(at)) !== '', 'the frame of the package');
  const page = pageOf(firefox, await frameIn(at));
  await page.until(`document.querySelector('[data-level] a')`);
  return { tab: at, page };
}

/** @param {FirefoxPage} page @param {string} level */
async function hideOne(page, level) {
  await page.inPage(`location.hash = '#/'`);
  await openDesk(page, level);
  const contact = String(await page.inPage(`document.querySelector('.twin-card').dataset.contact`));
  await place(page, contact, 'bcc');
  return contact;
}

/** @param {string} learner */
const stateOf = (learner) => storedFor(platform, learner)?.suspend_data ?? '';

/** @param {string} version @param {string} learner */
function scoreOf(version, learner) {
  const cmi = /** @type {{ core?: { score?: { raw: string } }, score?: { raw: string } } | null} */ (
    storedFor(platform, learner)
  );
  return (version === 'scorm12' ? cmi?.core?.score : cmi?.score)?.raw ?? '';
}

/** @param {boolean} good @param {string} what */
function check(good, what) {
  if (!good) throw new Error(what);
  console.log(`  ${what}`);
}

/** @param {string} version */
async function scorm(version) {
  console.log(`${version}:`);
  platform.learners.clear();
  const first = await launch(version, 'sam');
  await play(first.page, LEVEL, 'separate', CONTACTS);
  await eventually(() => scoreOf(version, 'sam') === '33', 'the score is stored');
  check(true, 'a level is stored at its debrief');

  await first.page.inPage(`document.documentElement.dataset.old = ''; location.reload()`);
  await first.page.until(
    `!('old' in document.documentElement.dataset) && document.querySelector('strong[data-stars]')`,
  );
  check(scoreOf(version, 'sam') === '33', 'a frame that is loaded again continues at its debrief');

  platform.down = true;
  expected = /alive\.txt|database|NetworkError|Failed to load/;
  const hidden = await hideOne(first.page, 'cv-to-rivals');
  const second = await newTab(firefox);
  await firefox.send('browsingContext.activate', { context: first.tab });
  await first.page.until(`document.querySelector('[data-recording="lost"]')`);
  check(true, 'while the server is down it says so');
  platform.down = false;
  await first.page.until(`!document.querySelector('[data-recording="lost"]') && document.querySelector('.twin-card')`);
  await eventually(() => stateOf('sam').includes(`["${hidden}"]`), 'the card is stored');
  check(true, 'when the server is back, everything is stored');
  expected = /^$/;

  const other = await hideOne(first.page, 'survey-mailing');
  await firefox.send('browsingContext.activate', { context: second });
  await eventually(() => stateOf('sam').includes(other), 'the hidden page is stored');
  check(true, 'a page behind another tab is stored');
  await firefox.send('browsingContext.activate', { context: first.tab });
  const last = await hideOne(first.page, 'forum-privacy-reply');
  await firefox.send('browsingContext.close', { context: first.tab });
  await eventually(() => stateOf('sam').includes(last), 'the closed page is stored');
  check(true, 'a closed tab is stored, without an unload event');

  const ana = await launch(version, 'ana', second);
  check(
    (await ana.page.inPage(`document.querySelectorAll('.star.earned').length`)) === 0,
    'the next learner finds nothing',
  );
  check((await ana.page.inPage('localStorage.length')) === 0, 'nothing is in the local storage');
  check(scoreOf(version, 'ana') === '', 'the next learner has no score');

  const again = await launch(version, 'sam', second);
  await again.page.until(
    `document.querySelectorAll('[data-level="cv-to-rivals"] .star-line .star.earned').length === 3`,
  );
  await again.page.pressOn('[data-first]', ENTER);
  await again.page.until(`document.querySelector('.twin-card[data-contact="${last}"]')?.dataset.field === 'bcc'`);
  check(true, 'the first learner continues at the same desk');
  await again.page.inPage(`location.hash = '#/'`);
  await again.page.pressOn('[data-finish]', ENTER);
  await again.page.until(`document.querySelector('[data-finished="ended"]')`);
  check(scoreOf(version, 'sam') === '33', 'Finish ends the visit');
  await firefox.send('browsingContext.close', { context: second });
}

async function cmi5() {
  console.log('cmi5:');
  const { store } = platform;
  // A store answers 404 for a document that it does not have yet.
  expected = /xapi|40[49]/;
  const tab = await newTab(firefox);
  const page = pageOf(firefox, tab);
  await open(tab, cmi5Address(platform.url));
  await play(page, LEVEL, 'separate', CONTACTS);
  await eventually(() => store.verbs().join(' ') === 'initialized answered', 'the play is stored');
  check(true, 'a level is stored at its debrief');
  for (const [name, again] of [
    ['a script', () => page.inPage('location.reload()')],
    // WebDriver's keys do not reach the browser's own shortcuts.
    ['the key F5', () => page.press(F5).then(() => firefox.send('browsingContext.reload', { context: tab }))],
  ]) {
    await page.inPage(`document.documentElement.dataset.old = ''`);
    await /** @type {() => Promise<unknown>} */ (again)();
    await page.until(`!('old' in document.documentElement.dataset) && document.querySelector('strong[data-stars]')`);
    check(
      store.verbs().join(' ') === 'initialized answered',
      `a page that ${String(name)} loads again continues its session`,
    );
  }
  platform.down = true;
  const hidden = await hideOne(page, 'cv-to-rivals');
  await page.until(`document.querySelector('[data-recording="lost"]')`);
  check(true, 'while the store is down it says so');
  platform.down = false;
  await page.until(`!document.querySelector('[data-recording="lost"]')`);
  await eventually(() => JSON.stringify([...store.documents.values()]).includes(hidden), 'the state is stored');
  check(true, 'when the store is back, everything is stored');
  await firefox.send('browsingContext.close', { context: tab });
  await eventually(() => store.verbs().at(-1) === 'terminated', 'the session ends');
  check(true, 'a closed tab ends the session');
  store.relaunch();
  const next = await newTab(firefox);
  await open(next, cmi5Address(platform.url, '?k=2'));
  const later = pageOf(firefox, next);
  await later.pressOn('[data-first]', ENTER);
  await later.until(`document.querySelector('.twin-card[data-contact="${hidden}"]')?.dataset.field === 'bcc'`);
  check(true, 'another launch continues at the same desk');
  await later.inPage(`location.hash = '#/'`);
  await later.pressOn('[data-finish]', ENTER);
  await later.until(`document.querySelector('[data-finished="ended"]')`);
  check(store.verbs().join(' ') === 'initialized answered terminated initialized terminated', 'Finish ends the visit');
  check(store.refused.length === 0, 'the store has refused nothing');
}

try {
  await scorm('scorm12');
  await scorm('scorm2004');
  await cmi5();
} catch (error) {
  problems.push(String(error));
}
await firefox.close();
await platform.close();
report('Packages in Firefox', problems);
