// Uses a page in Firefox as a person does, through WebDriver BiDi.
const PATIENCE_MS = 90_000;

/** Keys as WebDriver writes them (WebDriver §17.4.2). */
export const ENTER = '\uE007';
export const F5 = '\uE035';

/** @typedef {ReturnType<typeof handsOn>} Hands */

/**
 * @param {import('../../tools/firefox.mjs').Firefox} firefox
 * @param {string} context the tab or frame
 */
export function handsOn(firefox, context) {
  /** @param {string} expression @returns {Promise<unknown>} its value in the page */
  async function inPage(expression) {
    const answer = await firefox.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
    if (answer['type'] !== 'success') throw new Error(`${expression}: ${JSON.stringify(answer['exceptionDetails'])}`);
    return /** @type {{ value?: unknown }} */ (answer['result']).value;
  }

  /** @param {string} what a condition in the page, which is checked until it holds */
  async function until(what) {
    await eventually(() => inPage(`Boolean(${what})`), what);
  }

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

  /** @param {string} selector */
  const click = async (selector) => {
    const element = await found(selector);
    await inPage(`${element}.click()`);
  };

  /** @param {string} selector of an element that takes the focus, then the key @param {string} key */
  const pressOn = async (selector, key) => {
    const element = await found(selector);
    await inPage(`${element}.focus()`);
    await press(key);
  };

  return { inPage, until, press, click, pressOn };
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
