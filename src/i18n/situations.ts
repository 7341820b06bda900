import type { SituationWords } from '../engine/compose/index.ts';
import { FALLBACK } from './languages.ts';

type Load = () => Promise<{ default: SituationWords }>;

/** The words of composed situations; only those of the current language are fetched. */
const WORDS: Readonly<Record<string, Load>> = {
  en: () => import('./situations/en.json'),
  de: () => import('./situations/de.json'),
  fr: () => import('./situations/fr.json'),
  es: () => import('./situations/es.json'),
  ar: () => import('./situations/ar.json'),
  ja: () => import('./situations/ja.json'),
};

/**
 * Loads the words of composed situations in a language.
 * @param tag a language of the interface; any other gets the English words
 * @throws TypeError when the file cannot be fetched (no network)
 */
export async function loadSituationWords(tag: string): Promise<SituationWords> {
  const load = WORDS[tag] ?? WORDS[FALLBACK];
  if (!load) throw new Error(`There are no words for ${tag}.`);
  return (await load()).default;
}

/** The languages that have words for composed situations. */
export const SITUATION_LANGUAGES = Object.keys(WORDS);
