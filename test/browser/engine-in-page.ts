// What test/browser/engine.spec.ts has Chromium import.
import { compose, composeDay, type Language } from '../../src/engine/compose/index.ts';

export { fingerprint } from '../../src/engine/play/fingerprint.ts';
export { simulate } from '../../src/engine/play/simulate.ts';

/** Situations and a day made from these seeds, as text: all that there is to compare. */
export function composed(seeds: readonly string[], language: Language): string[] {
  return [...seeds.map((seed) => compose(seed, language)), ...composeDay('a day', language, 12)].map((situation) =>
    JSON.stringify(situation),
  );
}
