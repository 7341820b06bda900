// `npm run test:firefox`: plays the whole course of the built page in Firefox, by keyboard, and then again without the
// server.
import { join } from 'node:path';
import { ensureFirefox, HOW_TO_GET_IT, startFirefox } from '../../tools/firefox.mjs';
import { HEADERS } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { pageOf, placeAll } from './page.mjs';

const LEVELS = ['cv-to-rivals', 'survey-mailing', 'forum-privacy-reply'];

const program = ensureFirefox();
if (program === undefined) {
  console.log(`${HOW_TO_GET_IT}\nSkipped: the run in Firefox.`);
  process.exit(0);
}

const site = await serve({ folder: join(import.meta.dirname, '../../dist-test'), prefix: '/a/b/', headers: HEADERS });
const firefox = await startFirefox(program);
/** @type {string[]} */
const problems = [];
let serverThere = true;
firefox.listen((method, params) => {
  if (method === 'log.entryAdded' && /^(error|warn)/.test(String(params['level']))) {
    if (serverThere) problems.push(`console ${String(params['level'])}: ${String(params['text'])}`);
  }
  if (method === 'network.beforeRequestSent') {
    const { url } = /** @type {{ url: string }} */ (params['request']);
    if (/^(https?|wss?):/.test(url) && new URL(url).origin !== new URL(site.url).origin)
      problems.push(`other host: ${url}`);
  }
});
await firefox.send('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] });
const { contexts } = /** @type {{ contexts: { context: string }[] }} */ (await firefox.send('browsingContext.getTree'));
const context = contexts[0]?.context ?? '';
await firefox.send('script.addPreloadScript', {
  functionDeclaration: `() => addEventListener('securitypolicyviolation', (event) =>
    console.error('security policy: ' + event.violatedDirective + ' refuses ' + event.blockedURI))`,
});

const page = pageOf(firefox, context, problems);
const { inPage, until, click } = page;

/** @param {string} level @param {string} query */
async function play(level, query) {
  await page.open(`${site.url}${query}`);
  await click(`[data-level="${level}"] a`);
  await click('[data-to-desk]');
  await placeAll(page, '4', 'separate');
  await click('[data-send]');
  await click('[data-watch]');
  await click('[data-transport="skip"]');
  await click('[data-go-on]');
  await until(`document.querySelector('[data-stars]')`);
  console.log(
    `${level} ${query}: ${String(await inPage(`document.querySelector('[data-stars]').dataset.stars`))} stars`,
  );
}

try {
  for (const level of LEVELS) await play(level, '?lang=en');
  await until('navigator.serviceWorker.controller');
  serverThere = false;
  await site.close();
  for (const level of LEVELS) await play(level, '?lang=de');
} catch (error) {
  problems.push(String(error));
}
await firefox.close();
if (serverThere) await site.close();
for (const problem of new Set(problems)) console.error(problem);
console.log(problems.length === 0 ? 'Firefox: good' : `Firefox: ${problems.length} wrong`);
process.exitCode = problems.length === 0 ? 0 : 1;
