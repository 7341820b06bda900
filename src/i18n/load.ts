import { PSEUDO } from './languages.ts';

/** What comes with a language: its texts, and how it changes the texts of a level. */
export interface LoadedLanguage {
  readonly texts: object;
  /** What becomes of a text of a level. */
  readonly levelText: (text: string) => string;
}

type Load = () => Promise<{ default: object }>;

/** The texts of each language: only those of the one that is shown are fetched. */
const TEXTS: Readonly<Record<string, Load>> = {
  en: () => import('./en.json'),
  de: () => import('./de.json'),
  fr: () => import('./fr.json'),
  es: () => import('./es.json'),
  ar: () => import('./ar.json'),
  ja: () => import('./ja.json'),
};

/** Style sheets with the fonts of scripts that the page's own type does not have; a browser fetches what it draws. */
const FONTS: Readonly<Record<string, () => Promise<unknown>>> = {
  ar: () => import('./fonts/arabic.css'),
  ja: () => import('./fonts/japanese.css'),
};

const asItIs = (text: string) => text;
const loaded = new Map<string, LoadedLanguage>();

/**
 * Loads a language, once: its texts, and the style sheet of its fonts.
 *
 * @param english the texts of the first download
 * @returns null when its file cannot be had (no network)
 */
export async function loadLanguage(tag: string): Promise<LoadedLanguage | null> {
  const known = loaded.get(tag);
  if (known) return known;
  const language = await fetchLanguage(tag).catch(() => null);
  if (language) loaded.set(tag, language);
  return language;
}

async function fetchLanguage(tag: string): Promise<LoadedLanguage> {
  if (tag === PSEUDO.tag) {
    const [english, { disguise, disguiseAll }] = await Promise.all([import('./en.json'), import('./pseudo.ts')]);
    return { texts: disguiseAll(english.default), levelText: disguise };
  }
  const load = TEXTS[tag];
  if (!load) throw new Error(`There is no file for ${tag}.`);
  // Without its fonts a language is still read, in those of the device.
  const fonts = typeof document === 'undefined' ? null : FONTS[tag]?.().catch(() => null);
  const [file] = await Promise.all([load(), fonts]);
  return { texts: file.default, levelText: asItIs };
}
