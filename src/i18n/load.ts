import type { FeatureFile, Load } from './feature-texts.ts';
import { PSEUDO } from './languages.ts';

/** What a language brings: its texts, and how it changes the texts of a level. */
export interface LoadedLanguage {
  readonly texts: object;
  /** Changes a text of a level. */
  readonly levelText: (text: string) => string;
}

/** The files that the texts of a language are split into (tools/split-texts.mjs). */
export type TextsFile = 'first' | 'later' | FeatureFile;

/** Only the files of the current language are fetched, and only those that are asked for. */
const TEXTS: Readonly<Record<Exclude<TextsFile, FeatureFile>, Readonly<Record<string, Load>>>> = {
  first: {
    en: () => import('./en.json?first'),
    de: () => import('./de.json?first'),
    fr: () => import('./fr.json?first'),
    es: () => import('./es.json?first'),
    ar: () => import('./ar.json?first'),
    ja: () => import('./ja.json?first'),
  },
  later: {
    en: () => import('./en.json?later'),
    de: () => import('./de.json?later'),
    fr: () => import('./fr.json?later'),
    es: () => import('./es.json?later'),
    ar: () => import('./ar.json?later'),
    ja: () => import('./ja.json?later'),
  },
};

/** Style sheets for scripts that the page's own fonts lack; a browser fetches only the fonts that it draws. */
const FONTS: Readonly<Record<string, () => Promise<unknown>>> = {
  ar: () => import('./fonts/arabic.css'),
  ja: () => import('./fonts/japanese.css'),
};

/** Their small fonts, with the characters that the built page's texts use (tools/small-fonts.ts). */
const SMALL: Readonly<Record<string, string>> = { ar: 'Noto Sans Arabic Small', ja: 'Noto Sans JP Small' };

const FONT_PATIENCE_MS = 3000;

const asItIs = (text: string) => text;
const loaded = new Map<string, LoadedLanguage>();

/**
 * Loads a language once: its texts, and the style sheet of its fonts.
 * @param files the files with texts that are needed; the home page needs the first alone
 * @returns null when a file cannot be fetched (no network)
 */
export async function loadLanguage(tag: string, files: readonly TextsFile[]): Promise<LoadedLanguage | null> {
  const name = [tag, ...files].join(' ');
  const known = loaded.get(name);
  if (known) return known;
  const language = await fetchLanguage(tag, files).catch(() => null);
  if (language) loaded.set(name, language);
  return language;
}

async function fetchLanguage(tag: string, files: readonly TextsFile[]): Promise<LoadedLanguage> {
  if (tag === PSEUDO.tag) {
    const [english, { disguise, disguiseAll }] = await Promise.all([fetchTexts('en', files), import('./pseudo.ts')]);
    return { texts: disguiseAll(english), levelText: disguise };
  }
  // If its fonts fail, the language is still readable in those of the device.
  const fonts = typeof document === 'undefined' ? null : FONTS[tag]?.().catch(() => null);
  const [texts] = await Promise.all([fetchTexts(tag, files), fonts]);
  if (files.length > 1 && fonts) await drawable(tag, texts);
  return { texts, levelText: asItIs };
}

/** Waits a short time for the small font. If a text is drawn before it arrives, Firefox requests the whole font too. */
async function drawable(tag: string, texts: object): Promise<void> {
  const family = SMALL[tag];
  if (family === undefined) return;
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, FONT_PATIENCE_MS);
  });
  await Promise.race([document.fonts.load(`1em '${family}'`, JSON.stringify(texts)).catch(() => null), late]);
}

/** Most players use no feature, so the table of its files loads with it. */
async function textsOf(file: TextsFile): Promise<Readonly<Record<string, Load>>> {
  if (file === 'first' || file === 'later') return TEXTS[file];
  return (await import('./feature-texts.ts')).FEATURE_TEXTS[file];
}

async function fetchTexts(tag: string, files: readonly TextsFile[]): Promise<object> {
  const texts = await Promise.all(
    files.map(async (file) => {
      const load = (await textsOf(file))[tag];
      if (!load) throw new Error(`There is no file for ${tag}.`);
      return load();
    }),
  );
  return Object.assign({}, ...texts.map((module) => module.default)) as object;
}
