// Uses a page in Firefox as a person does, through WebDriver BiDi.

/** How long a condition may take to hold. */
const PATIENCE_MS = 90_000;

/** Keys as WebDriver writes them (WebDriver §17.4.2). */
export const ENTER = '\uE007';
export const F5 = '\uE035';

/** @typedef {import('../../tools/firefox.mjs').Firefox} Firefox */
/** @typedef {ReturnType<typeof pageOf>} FirefoxPage */

/**
 * Reads what the pages say in their consoles, and has them say what their policy refuses.
 *
 * @param {Firefox} firefox
 * @param {(text: string) => boolean} [expected] true for a text that is no problem
 * @returns {Promise<string[]>} all errors and warnings; grows
 */
export async function consoleProblems(firefox, expected = () => false) {
  /** @type {string[]} */
  const problems = [];
  firefox.listen((method, params) => {
    const [level, text] = [String(params['level']), String(params['text'])];
    if (method === 'log.entryAdded' && /^(error|warn)/.test(level) && !expected(text))
      problems.push(`console ${level}: ${text}`);
  });
  await firefox.send('session.subscribe', { events: ['log.entryAdded'] });
  await firefox.send('script.addPreloadScript', {
    functionDeclaration: `() => addEventListener('securitypolicyviolation', (event) =>
    console.error('security policy: ' + event.violatedDirective + ' refuses ' + event.blockedURI))`,
  });
  return problems;
}

/**
 * Prints the problems of a run, and ends the process with them.
 *
 * @param {string} what was run @param {readonly string[]} problems
 */
export function report(what, problems) {
  for (const problem of new Set(problems)) console.error(problem);
  console.log(problems.length === 0 ? `${what}: good` : `${what}: ${String(problems.length)} wrong`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

/**
 * @param {Firefox} firefox
 * @param {string} context the tab or frame
 */
export function pageOf(firefox, context) {
  /** @param {string} url */
  const open = (url) => firefox.send('browsingContext.navigate', { context, url, wait: 'complete' });

  /** @param {string} expression @returns {Promise<unknown>} its value in the page */
  async function inPage(expression) {
    const answer = await firefox.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
    if (answer['type'] !== 'success') throw new Error(`${expression}: ${JSON.stringify(answer['exceptionDetails'])}`);
    return /** @type {{ value?: unknown }} */ (answer['result']).value;
  }

  /** @param {string} what a condition in the page, which is checked until it holds */
  const until = (what) => eventually(() => inPage(`(async () => Boolean(${what}))()`), what);

  /** @param {string} selector of an element that can be used now @returns {Promise<string>} the expression that finds it */
  async function found(selector) {
    const element = `document.querySelector(${JSON.stringify(selector)})`;
    await until(`${element} && ${element}.getAttribute('aria-disabled') !== 'true'`);
    return element;
  }

  /** @param {string} key */
  const press = (key) =>
    firefox.send('input.performActions', {
      context,
      actions: [
        {
          type: 'key',
          id: 'keys',
          actions: [
            { type: 'keyDown', value: key },
            { type: 'keyUp', value: key },
          ],
        },
      ],
    });

  /** @param {string} selector of an element that takes the focus, then the key @param {string} key */
  const pressOn = async (selector, key) => {
    const element = await found(selector);
    // A page that has just been opened moves the focus to its heading.
    await until(
      `(${element}.focus(), await new Promise(requestAnimationFrame), document.activeElement === ${element})`,
    );
    await press(key);
  };

  return { open, inPage, until, press, pressOn };
}

/**
 * Opens a tab in front, so that the one before is hidden. The first tab of a new Firefox keeps the keys to itself.
 *
 * @param {Firefox} firefox @param {Record<string, unknown>} [options] @returns {Promise<string>} its context
 */
export async function newTab(firefox, options = {}) {
  return String((await firefox.send('browsingContext.create', { type: 'tab', ...options }))['context']);
}

/** @param {() => unknown} holds is asked until it says yes; an error counts as no @param {string} what */
export async function eventually(holds, what) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      if (await holds()) return;
    } catch {
      // The page is being loaded.
    }
    if (Date.now() > end) throw new Error(`In Firefox this never happened: ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
}
