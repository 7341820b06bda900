// `npm run test:firefox` runs this too: a live session in Firefox with one screen and six phones, from the QR code to the summary.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ensureFirefox, HOW_TO_GET_IT, startFirefox } from '../../tools/firefox.mjs';
import { HEADERS } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { consoleProblems, ENTER, newTab, pageOf, report } from './page.mjs';
import { play } from './play.mjs';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, '.cache/firefox-room');
const PHONES = 6;
const [SESSION, KEY] = ['ABCDEFGH0123', 'the-key-of-the-screen'];

const program = ensureFirefox();
if (program === undefined) {
  console.log(`${HOW_TO_GET_IT}\nSkipped: the session in Firefox.`);
  process.exit(0);
}

await build({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  build: { ssr: join(ROOT, 'src/room-server/broker.ts'), outDir: OUT, emptyOutDir: true, target: 'node20' },
});
const { openRoomBroker } = /** @type {typeof import('../../src/room-server/broker.ts')} */ (
  await import(pathToFileURL(join(OUT, 'broker.js')).href)
);
const site = await serve({ folder: join(ROOT, 'dist-test'), prefix: '/a/b/', headers: HEADERS });
const broker = await openRoomBroker(site.server, '/a/b/room-broker', { session: SESSION, hostKey: KEY });
const firefox = await startFirefox(program);
const problems = await consoleProblems(firefox);

/** @returns {Promise<import('./page.mjs').FirefoxPage>} a tab with storage of its own, as another device has */
async function newDevice() {
  const { userContext } = await firefox.send('browser.createUserContext');
  return pageOf(firefox, await newTab(firefox, { userContext }));
}

/** @param {string} selector @param {string} attribute @param {number} value */
const has = (selector, attribute, value) =>
  `document.querySelector('${selector}')?.getAttribute('${attribute}') === '${String(value)}'`;

try {
  const screen = await newDevice();
  await screen.open(`${site.url}?lang=en&present=1&room=${SESSION}&key=${KEY}#/room`);
  await screen.until(`document.querySelector('[data-live="connected"]')`);
  const code = `document.querySelector('[data-qr-enlarge="room"] [data-qr]')`;
  await screen.until(code);
  const link = String(await screen.inPage(`${code}.getAttribute('data-qr')`));
  for (let index = 0; index < PHONES; index += 1) {
    const phone = await newDevice();
    await phone.open(link);
    await phone.pressOn('[data-join]', ENTER);
    await play(phone, 'cv-to-rivals', index === 0 ? 'separate' : 'cc');
    await phone.until(`document.querySelector('[data-received="true"]')`);
    console.log(`phone ${String(index + 1)}: received`);
  }
  await screen.until(has('[data-here]', 'data-here', PHONES));
  await screen.until(has('[data-room-results]', 'data-room-results', PHONES));
  await screen.pressOn('[data-phase="closed"]', ENTER);
  await screen.until(`document.querySelectorAll('[data-room-summary] tbody tr').length === 1`);
  await screen.inPage('location.reload()').catch(() => null);
  await screen.until(`document.querySelector('[data-live="connected"]')`);
  await screen.until(has('[data-here]', 'data-here', PHONES));
  await screen.until(has('[data-room-results]', 'data-room-results', PHONES));
} catch (error) {
  problems.push(String(error));
}
await firefox.close();
await broker.close();
await site.close();
report('A session in Firefox', problems);
