// A beginner with a screen reader: presses keys, listens, and writes down what was said.

/** @typedef {import('../../tools/orca/desktop.mjs').Desktop} Desktop */

/** How often it listens on for a fact, each time until it is quiet. */
const PATIENCE = 3;

/** A fact that was not announced as it must be. */
export class NotHeard extends Error {}

const words = (/** @type {readonly { text: string }[]} */ said) =>
  said
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ');

/**
 * @param {Desktop} desktop
 * @param {(line: string) => void} write receives each line of the transcript
 */
export function createListener(desktop, write) {
  /** @param {string} key @param {import('../../tools/orca/desktop.mjs').Said[]} said */
  const note = (key, said) => {
    write(`[${key}] ${said.map(({ text, whole }) => (whole ? text : `${text} …`)).join(' | ')}`);
    return words(said);
  };
  /** @param {string} key */
  const press = async (key) => note(key, await desktop.press(key));
  const listen = async () => note('listens', await desktop.listen());

  /**
   * Presses a key and listens until something is heard: a machine that has other work takes its time before it speaks.
   * @param {string} key @param {string} last of what is to be heard
   */
  const pressAndHear = async (key, last) => {
    let said = await press(key);
    for (let more = 0; more < PATIENCE && !said.includes(last); more += 1) said += ` ${await listen()}`;
    return said;
  };

  /**
   * Repeats a key until something is announced.
   * @param {string} key @param {string} fact @param {number} most
   */
  const seek = async (key, fact, most) => {
    for (let count = 0; count < most; count += 1) {
      const said = await press(key);
      if (said.includes(fact)) return said;
    }
    throw new NotHeard(`"${fact}" is not heard within ${String(most)} times ${key}.`);
  };

  /**
   * Requires each of these facts in what was said, in this order, and once.
   * @param {string} said @param {readonly string[]} facts
   */
  const hears = (said, ...facts) => {
    let at = 0;
    for (const fact of facts) {
      const found = said.indexOf(fact, at);
      if (found < 0) throw new NotHeard(`"${fact}" is not heard${at > 0 ? ' where it should be' : ''}: ${said}`);
      if (said.split(fact).length > 2) throw new NotHeard(`"${fact}" is heard twice: ${said}`);
      at = found + fact.length;
    }
  };

  /**
   * Presses a key, and hears all of these facts.
   * @param {string} key @param {string} first @param {readonly string[]} more
   */
  const pressToHear = async (key, first, ...more) => {
    const said = await pressAndHear(key, more.at(-1) ?? first);
    hears(said, first, ...more);
    return said;
  };

  return { press, listen, seek, hears, pressToHear };
}
