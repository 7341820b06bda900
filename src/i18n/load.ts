import { PSEUDO } from './languages.ts';

/** What a language brings: its texts, and how it changes the texts of a level. */
export interface LoadedLanguage {
  readonly texts: object;
  /** Changes a text of a level. */
  readonly levelText: (text: string) => string;
}

type Load = () => Promise<{ default: object }>;

/** The texts of each language, in two halves; only the current language is fetched. */
const FIRST: Readonly<Record<string, Load>> = {
  en: () => import('./en.json?first'),
  de: () => import('./de.json?first'),
  fr: () => import('./fr.json?first'),
  es: () => import('./es.json?first'),
  ar: () => import('./ar.json?first'),
  ja: () => import('./ja.json?first'),
};

const LATER: Readonly<Record<string, Load>> = {
  en: () => import('./en.json?later'),
  de: () => import('./de.json?later'),
  fr: () => import('./fr.json?later'),
  es: () => import('./es.json?later'),
  ar: () => import('./ar.json?later'),
  ja: () => import('./ja.json?later'),
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
 * @param whole loads the texts of the levels too, which the home page does not need
 * @returns null when its file cannot be fetched (no network)
 */
export async function loadLanguage(tag: string, whole: boolean): Promise<LoadedLanguage | null> {
  const name = whole ? `${tag} whole` : tag;
  const known = loaded.get(name);
  if (known) return known;
  const language = await fetchLanguage(tag, whole).catch(() => null);
  if (language) loaded.set(name, language);
  return language;
}

async function fetchLanguage(tag: string, whole: boolean): Promise<LoadedLanguage> {
  if (tag === PSEUDO.tag) {
    const [english, { disguise, disguiseAll }] = await Promise.all([fetchTexts('en', whole), import('./pseudo.ts')]);
    return { texts: disguiseAll(english), levelText: disguise };
  }
  // If its fonts fail, the language is still readable in those of the device.
  const fonts = typeof document === 'undefined' ? null : FONTS[tag]?.().catch(() => null);
  const [texts] = await Promise.all([fetchTexts(tag, whole), fonts]);
  if (whole && fonts) await drawable(tag, texts);
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

async function fetchTexts(tag: string, whole: boolean): Promise<object> {
  const [first, later] = [FIRST[tag], LATER[tag]];
  if (!first || !later) throw new Error(`There is no file for ${tag}.`);
  const [home, levels] = await Promise.all([first(), whole ? later() : null]);
  return { ...home.default, ...levels?.default };
}
