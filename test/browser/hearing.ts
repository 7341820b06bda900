import type { Locator } from '@playwright/test';

/** What assistive technology does with what it reads, and how the names that it reads are looked for. */

/** As assistive technology presses what it reads, in Chromium: a click with `detail` 1, after a mouse's press that came from nowhere. */
export async function press(what: Locator): Promise<void> {
  const init = { detail: 1, pointerType: 'mouse', button: 0 };
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    await what.dispatchEvent(type, init);
}

export const escaped = (words: string) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A name that begins with these words. */
export const starting = (words: string) => new RegExp(`^${escaped(words)}`);
