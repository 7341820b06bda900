import type { Language } from '../../../src/engine/compose/index.ts';
import { loadSituationWords, SITUATION_LANGUAGES } from '../../../src/i18n/situations.ts';

/** Each language with its words. */
export const LANGUAGES: readonly Language[] = await Promise.all(
  SITUATION_LANGUAGES.map(async (tag) => ({ tag, words: await loadSituationWords(tag) })),
);

export const ENGLISH: Language = { tag: 'en', words: await loadSituationWords('en') };

/** Returns this many different seeds. */
export const seeds = (count: number): string[] => Array.from({ length: count }, (_, index) => `test ${index}`);
