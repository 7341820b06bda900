/** How long a condition may take to hold. */
const PATIENCE_MS = 60_000;

/**
 * One tab of Firefox.
 * @typedef {object} FirefoxPage
 * @property {(url: string) => Promise<unknown>} open
 * @property {(expression: string) => Promise<unknown>} inPage returns its value in the page
 * @property {(what: string) => Promise<void>} until waits for a condition in the page
 * @property {(selector: string) => Promise<void>} click waits until it can be pressed
 * @property {(key: string) => Promise<unknown>} press
 */

/**
 * @param {import('../../tools/firefox.mjs').Firefox} firefox
 * @param {string} context of the tab
 * @param {readonly string[]} problems are named when a condition does not hold in time
 * @returns {FirefoxPage}
 */
export function pageOf(firefox, context, problems) {
  /** @type {FirefoxPage['inPage']} */
  const inPage = async (expression) => {
    const answer = await firefox.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
    if (answer['type'] !== 'success') throw new Error(`${expression}: ${JSON.stringify(answer['exceptionDetails'])}`);
    return /** @type {{ value?: unknown }} */ (answer['result']).value;
  };
  /** @type {FirefoxPage['until']} */
  const until = async (what) => {
    const end = Date.now() + PATIENCE_MS;
    while (!(await inPage(`Boolean(${what})`).catch(() => false))) {
      if (Date.now() > end) throw new Error(`In Firefox it never came: ${what}\n${problems.join('\n')}`);
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
    }
  };
  return {
    open: (url) => firefox.send('browsingContext.navigate', { context, url, wait: 'complete' }),
    inPage,
    until,
    async click(selector) {
      const found = `document.querySelector(${JSON.stringify(selector)})`;
      await until(`${found} && ${found}.getAttribute('aria-disabled') !== 'true'`);
      await inPage(`${found}.click()`);
    },
    press: (key) =>
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
      }),
  };
}

/**
 * Places every card of the desk by keyboard.
 * @param {FirefoxPage} page
 * @param {string} key of the field @param {string} field its name
 */
export async function placeAll({ inPage, until, press }, key, field) {
  await until(`document.querySelector('.twin-card')`);
  const contacts = String(
    await inPage(`[...document.querySelectorAll('.twin-card')].map((card) => card.dataset.contact).join(' ')`),
  ).split(' ');
  for (const contact of contacts) {
    const card = `document.querySelector('.twin-card[data-contact="${contact}"]')`;
    await inPage(`${card}.focus()`);
    await press(key);
    await until(`${card}.dataset.field === '${field}'`);
  }
}
