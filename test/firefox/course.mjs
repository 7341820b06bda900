// `npm run test:firefox`: plays the whole course of the built page in Firefox, by keyboard, and then again without the
// server.
import { join } from 'node:path';
import { ensureFirefox, HOW_TO_GET_IT, startFirefox } from '../../tools/firefox.mjs';
import { HEADERS } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { consoleProblems, newTab, pageOf, report } from './page.mjs';
import { play } from './play.mjs';

const LEVELS = ['cv-to-rivals', 'survey-mailing', 'forum-privacy-reply'];

const program = ensureFirefox();
if (program === undefined) {
  console.log(`${HOW_TO_GET_IT}\nSkipped: the run in Firefox.`);
  process.exit(0);
}

const site = await serve({ folder: join(import.meta.dirname, '../../dist-test'), prefix: '/a/b/', headers: HEADERS });
const firefox = await startFirefox(program);
let serverThere = true;
const problems = await consoleProblems(firefox, () => !serverThere);
firefox.listen((method, params) => {
  if (method !== 'network.beforeRequestSent') return;
  const { url } = /** @type {{ url: string }} */ (params['request']);
  if (/^(https?|wss?):/.test(url) && new URL(url).origin !== new URL(site.url).origin)
    problems.push(`other host: ${url}`);
});
await firefox.send('session.subscribe', { events: ['network.beforeRequestSent'] });
const page = pageOf(firefox, await newTab(firefox));

/** @param {string} query */
async function playCourse(query) {
  for (const level of LEVELS) {
    await page.open(`${site.url}${query}`);
    await play(page, level, 'separate');
    const stars = await page.inPage(`document.querySelector('strong[data-stars]').dataset.stars`);
    console.log(`${level} ${query}: ${String(stars)} stars`);
  }
}

try {
  await playCourse('?lang=en');
  await page.until('navigator.serviceWorker.controller');
  serverThere = false;
  await site.close();
  await playCourse('?lang=de');
} catch (error) {
  problems.push(String(error));
}
await firefox.close();
if (serverThere) await site.close();
report('Firefox', problems);
