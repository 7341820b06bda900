import { createInstance, type FormatterModule } from 'i18next';
import { matchLanguage, type LevelText } from '../engine/index.ts';
import { hasReadersLanguage } from './address.ts';
import { keptInside } from './bidi.ts';
import { writeLanguage } from './document-language.ts';
import type { English } from './english.d.ts';
import { FALLBACK, pickLanguage, type Language } from './languages.ts';
import { loadLanguage } from './load.ts';

/** A key of the interface texts; plurals are one key. The English file is their source (tools/text-types.mjs). */
export type TextKey = keyof English;

/** The values that the text of a key needs, by name. Numbers are written as the language writes them. */
export type TextParams<Key extends TextKey> = {
  readonly [Name in English[Key]]: Name extends 'count' ? number : string | number;
};

/** The keys of texts that need no value. */
export type PlainTextKey = { [Key in TextKey]: English[Key] extends never ? Key : never }[TextKey];

/** Writes every number in every text as the language writes it, so that no text can forget to. */
const numbersInTexts: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value: unknown) => (typeof value === 'number' ? formatNumber(value) : String(value)),
};

const texts = createInstance().use(numbersInTexts);
let started: Promise<unknown> | null = null;
let current: Language = pickLanguage([FALLBACK]);
let levelText = (text: string): string => text;
let wanted = 0;
/** The texts of the levels are wanted too. Without a page, nobody waits for them. */
let whole = typeof document === 'undefined';
const listeners = new Set<() => void>();

const start = () =>
  (started ??= texts.init({
    lng: FALLBACK,
    fallbackLng: FALLBACK,
    resources: {},
    interpolation: {
      // lit and the canvas write text, never markup.
      escapeValue: false,
      alwaysFormat: true,
    },
  }));

const hasTexts = (tag: string) => texts.hasResourceBundle(tag, 'translation');

/**
 * Changes the language of all texts, and of the document; the listeners then draw again.
 *
 * @throws when its texts cannot be fetched and there are no others
 */
export async function setLanguage(tag: string): Promise<void> {
  await start();
  const next = pickLanguage([tag]);
  const order = ++wanted;
  const loaded = await loadLanguage(next.tag, whole);
  // Without its file (no network) the language that is there stays.
  if (!loaded && !hasTexts(current.tag)) throw new Error(`No texts in ${next.tag}.`);
  // The language that was asked for last wins, whichever file came first.
  if (!loaded || order !== wanted) return;
  texts.addResourceBundle(next.tag, 'translation', loaded.texts);
  await texts.changeLanguage(next.tag);
  current = next;
  levelText = loaded.levelText;
  if (typeof document !== 'undefined') {
    writeLanguage(next);
    document.documentElement.translate = !hasReadersLanguage();
  }
  for (const listener of listeners) listener();
}

/**
 * Loads the texts of the levels and of the pages beside them, in this language and in those that follow.
 *
 * @throws when they cannot be fetched (no network)
 */
export async function loadAllTexts(): Promise<void> {
  if (whole) return;
  const { tag } = current;
  const loaded = await loadLanguage(tag, true);
  if (!loaded) throw new Error(`No texts of the levels in ${tag}.`);
  whole = true;
  // Another language may have come in the meantime, with half its texts.
  if (current.tag !== tag) await setLanguage(current.tag);
  else texts.addResourceBundle(tag, 'translation', loaded.texts);
}

/** The tag of the language that is shown. */
export const language = (): string => current.tag;

/** The tag by which the current language writes numbers and lists. */
export const formats = (): string => current.formats;

/** Calls back after each change of the language; returns the function that stops it. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The interface text of a key in the current language.
 *
 * @param key of a text; a union of keys asks for the values that any of them needs
 * @param params the values that the text needs; `count` chooses the plural form
 */
export function t<Key extends TextKey>(
  key: Key,
  ...params: [English[Key]] extends [never] ? [] : [TextParams<Key>]
): string {
  return texts.t(key, { ...params[0] });
}

/**
 * The text of a key with values that come as data, such as those of a problem in a level file: the compiler cannot hold them
 * together, a test does (test/i18n/problems.test.ts).
 */
export function textWith(key: TextKey, values: Readonly<Record<string, string | number>>): string {
  return texts.t(key, { ...values });
}

/** True when the texts of this key have been loaded: those of the levels may still be on their way. */
export function hasText(key: TextKey): boolean {
  return texts.exists(key) || texts.exists(key, { count: 2 });
}

/** Every character in these parts of the language file, so that the fonts which draw them can be fetched first. */
export function charactersOf(...parts: readonly string[]): string {
  const bundle = (texts.getResourceBundle(current.tag, 'translation') ?? {}) as Readonly<Record<string, unknown>>;
  return Array.from(new Set(parts.map((part) => JSON.stringify(bundle[part] ?? '')).join(''))).join('');
}

/** The text of a level in the current language, else in English, else in the first language it has. */
export function textOf(text: LevelText): string {
  if (typeof text === 'string') return levelText(keptInside(text));
  const tags = Object.keys(text);
  const own = matchLanguage(current.tag, tags);
  if (own !== null) return levelText(keptInside(text[own] ?? ''));
  return levelText(foreign(keptInside(text[otherTag(tags) ?? ''] ?? '')));
}

/** The tag of the language in which `textOf` shows a text, where that is not the language of the page; else null. */
export function foreignTag(text: LevelText): string | null {
  if (typeof text === 'string') return null;
  const tags = Object.keys(text);
  return matchLanguage(current.tag, tags) === null ? otherTag(tags) : null;
}

/** The language of a text that is not in that of the page: English, else the first it has. */
function otherTag(tags: readonly string[]): string | null {
  return matchLanguage(FALLBACK, tags) ?? tags[0] ?? null;
}

/** A text of another language keeps the direction it is written in: an English sentence its full stop at the right. */
function foreign(text: string): string {
  return current.dir === 'ltr' ? text : text.replaceAll(/.+/g, '\u2068$&\u2069');
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** To make one takes as long as writing a thousand numbers with it. */
function numbers(tag: string): Intl.NumberFormat {
  const made = numberFormats.get(tag) ?? new Intl.NumberFormat(tag);
  numberFormats.set(tag, made);
  return made;
}

/** A whole or decimal number, grouped as the current language groups it: 1,289,360. */
export function formatNumber(value: number): string {
  return numbers(current.formats).format(value);
}
