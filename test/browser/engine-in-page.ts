// What test/browser/engine.spec.ts has Chromium import.
import { compose, composeDay } from '../../src/engine/compose/index.ts';
import words from '../../src/i18n/situations/ja.json';

export { fingerprint } from '../../src/engine/play/fingerprint.ts';
export { simulate } from '../../src/engine/play/simulate.ts';

/** Situations and a day made from these seeds, as text: all that there is to compare. */
export function composed(seeds: readonly string[]): string[] {
  const language = { tag: 'ja', words };
  return [...seeds.map((seed) => compose(seed, language)), ...composeDay('a day', language, 12)].map((situation) =>
    JSON.stringify(situation),
  );
}
