// Checks the language of every node in Firefox's accessibility tree: `node --experimental-websocket
// test/firefox/language.mjs`. Only Firefox keeps the language that an element had when it was inserted, so that screen
// readers ignore one that is set later.
import { join } from 'node:path';
import { ensureFirefox, HOW_TO_GET_IT, startFirefox } from '../../tools/firefox.mjs';
import { HEADERS } from '../../tools/policy.mjs';
import { serve } from '../../tools/static-server.mjs';
import { pageOf } from './page.mjs';

const LANGUAGES = ['ar', 'ja'];
/** With fewer nodes than this, the desk has not been drawn yet. */
const DESK_NODES = 30;
const PATIENCE_MS = 60_000;

const program = ensureFirefox();
if (program === undefined) {
  console.log(`${HOW_TO_GET_IT}\nSkipped: the languages of Firefox's accessibility tree.`);
  process.exit(0);
}

const site = await serve({ folder: join(import.meta.dirname, '../../dist-test'), prefix: '/a/b/', headers: HEADERS });
// The tree belongs to the browser's own interface, which a session can access only if it was started with this
// argument.
const firefox = await startFirefox(program, ['--remote-allow-system-access']);

/** @param {Record<string, unknown>} [params] @returns {Promise<string>} */
async function firstContext(params = {}) {
  const { contexts } = /** @type {{ contexts: { context: string }[] }} */ (
    await firefox.send('browsingContext.getTree', params)
  );
  return contexts[0]?.context ?? '';
}

const TREE = `(() => {
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const found = [];
  const walk = (node) => {
    if (!node) return;
    found.push({ role: service.getStringRole(node.role), name: node.name, language: node.language });
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
  };
  walk(service.getAccessibleFor(gBrowser.selectedBrowser)?.firstChild);
  return JSON.stringify(found);
})()`;

const TO_THE_DESK = `new Promise((resolve) => {
  const look = () => {
    document.querySelector('[data-to-desk]')?.click();
    if (document.querySelector('[role="option"]')) resolve();
    else setTimeout(look, 100);
  };
  look();
})`;

/** @param {import('./page.mjs').FirefoxPage} browser @param {(nodes: { role: string, name: string, language: string }[]) => boolean} there */
async function tree(browser, there) {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    const nodes = /** @type {{ role: string, name: string, language: string }[]} */ (
      JSON.parse(String(await browser.inPage(TREE)))
    );
    if (there(nodes)) return nodes;
    if (Date.now() > end) throw new Error(`The desk is not in Firefox's tree: ${JSON.stringify(nodes)}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
}

let wrong = 0;
try {
  const page = pageOf(firefox, await firstContext());
  const browser = pageOf(firefox, await firstContext({ 'moz:scope': 'chrome' }));
  await browser.inPage(TREE);
  for (const language of LANGUAGES) {
    await page.open(`${site.url}?lang=${language}#/level/cv-to-rivals`);
    await page.inPage(TO_THE_DESK);
    const nodes = await tree(
      browser,
      (found) => found.length >= DESK_NODES && found.some(({ role }) => role === 'listbox option'),
    );
    const others = nodes.filter((node) => node.language !== language);
    wrong += others.length;
    console.log(`${language}: ${nodes.length} nodes, ${others.length} in another language ${JSON.stringify(others)}`);
  }
} finally {
  await firefox.close();
  await site.close();
}
process.exitCode = wrong === 0 ? 0 : 1;
