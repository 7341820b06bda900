import { createInstance, type FormatterModule } from 'i18next';
import { matchLanguage, type LevelText } from '../engine/index.ts';
import { hasReadersLanguage } from './address.ts';
import { keptInside } from './bidi.ts';
import { writeLanguage } from './document-language.ts';
import type { English } from './english.d.ts';
import { FALLBACK, pickLanguage, type Language } from './languages.ts';
import { loadLanguage, type TextsFile } from './load.ts';

/** A key of the interface texts; all plural forms share one. The English file is the source (tools/text-types.mjs). */
export type TextKey = keyof English;

/** The values that the text of a key needs, by name. Numbers are formatted for the language. */
export type TextParams<Key extends TextKey> = {
  readonly [Name in English[Key]]: Name extends 'count' ? number : string | number;
};

/** The keys of texts that need no value. */
export type PlainTextKey = { [Key in TextKey]: English[Key] extends never ? Key : never }[TextKey];

/** Formats every number in every text for the language, so that no text can forget to. */
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
/** The files with texts that are needed so far. Without a page there is no one to keep waiting. */
let files: readonly TextsFile[] =
  typeof document === 'undefined' ? ['first', 'later', 'practice', 'room', 'workshop'] : ['first'];
const listeners = new Set<() => void>();
/** The texts without values that were asked for in this language: a form asks for a thousand of them at each key. */
const plain = new Map<TextKey, string>();

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
 * Changes the language of all texts and of the document, then calls the listeners, which draw again.
 * @throws when its texts cannot be fetched and there are no others
 */
export async function setLanguage(tag: string): Promise<void> {
  await start();
  const next = pickLanguage([tag]);
  const order = ++wanted;
  const loaded = await loadLanguage(next.tag, files);
  // If the file cannot be fetched (no network), the current language stays.
  if (!loaded && !hasTexts(current.tag)) throw new Error(`No texts in ${next.tag}.`);
  // The latest request wins, whichever file arrives first.
  if (!loaded || order !== wanted) return;
  texts.addResourceBundle(next.tag, 'translation', loaded.texts);
  await texts.changeLanguage(next.tag);
  plain.clear();
  current = next;
  levelText = loaded.levelText;
  if (typeof document !== 'undefined') {
    writeLanguage(next);
    document.documentElement.translate = !hasReadersLanguage();
  }
  for (const listener of listeners) listener();
}

/**
 * Loads the texts of the levels and of the pages beside them, in this language and in any chosen later.
 * @param features the features whose own texts are needed as well
 * @throws when they cannot be fetched (no network)
 */
export async function loadAllTexts(...features: readonly Exclude<TextsFile, 'first' | 'later'>[]): Promise<void> {
  const needed = [...new Set<TextsFile>([...files, 'later', ...features])];
  if (needed.length === files.length) return;
  const { tag } = current;
  const loaded = await loadLanguage(tag, needed);
  if (!loaded) throw new Error(`No texts of the levels in ${tag}.`);
  files = [...new Set([...files, ...needed])];
  // The language may have changed meanwhile, with only some of its texts loaded.
  if (current.tag !== tag) await setLanguage(current.tag);
  else {
    texts.addResourceBundle(tag, 'translation', loaded.texts);
    plain.clear();
  }
}

/** Returns the tag of the current language. */
export const language = (): string => current.tag;

/** Returns the tag with which the current language formats numbers and lists. */
export const formats = (): string => current.formats;

/** Calls back after each change of the language; returns the function that stops it. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Returns the interface text of a key in the current language.
 * @param key of a text; a union of keys asks for the values that any of them needs
 * @param params the values that the text needs; `count` chooses the plural form
 */
export function t<Key extends TextKey>(
  key: Key,
  ...params: [English[Key]] extends [never] ? [] : [TextParams<Key>]
): string {
  return textWith(key, { ...params[0] });
}

function plainText(key: TextKey): string {
  const known = plain.get(key);
  if (known !== undefined) return known;
  const text = texts.t(key);
  // A text that has not been loaded yet is asked for again.
  if (text !== key) plain.set(key, text);
  return text;
}

/**
 * Returns the text of a key whose values are data, such as those of a problem in a level file. The compiler cannot
 * check that they match, so a test does (test/i18n/problems.test.ts).
 */
export function textWith(key: TextKey, values: Readonly<Record<string, string | number>>): string {
  return Object.keys(values).length > 0 ? texts.t(key, { ...values }) : plainText(key);
}

/** True when the texts of this key have loaded; those of the levels come later. */
export function hasText(key: TextKey): boolean {
  return texts.exists(key) || texts.exists(key, { count: 2 });
}

/** Returns every character in these parts of the language file, so that their fonts can be fetched first. */
export function charactersOf(...parts: readonly string[]): string {
  const bundle = (texts.getResourceBundle(current.tag, 'translation') ?? {}) as Readonly<Record<string, unknown>>;
  return Array.from(new Set(parts.map((part) => JSON.stringify(bundle[part] ?? '')).join(''))).join('');
}

/** Returns the text of a level in the current language, else in English, else in the first language it has. */
export function textOf(text: LevelText): string {
  if (typeof text === 'string') return levelText(keptInside(text));
  const tags = Object.keys(text);
  const own = matchLanguage(current.tag, tags);
  if (own !== null) return levelText(keptInside(text[own] ?? ''));
  return levelText(foreign(keptInside(text[otherTag(tags) ?? ''] ?? '')));
}

/** Returns the language tag of the text that `textOf` shows; null when it is the language of the page. */
export function foreignTag(text: LevelText): string | null {
  if (typeof text === 'string') return null;
  const tags = Object.keys(text);
  return matchLanguage(current.tag, tags) === null ? otherTag(tags) : null;
}

/** Returns the language of a text that lacks the page's language: English, else the first it has. */
function otherTag(tags: readonly string[]): string | null {
  return matchLanguage(FALLBACK, tags) ?? tags[0] ?? null;
}

/** A text in another language keeps its own direction, so that an English full stop stays on the right. */
function foreign(text: string): string {
  return current.dir === 'ltr' ? text : text.replaceAll(/.+/g, '\u2068$&\u2069');
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Creating a number format takes as long as formatting a thousand numbers. */
function numbers(tag: string): Intl.NumberFormat {
  const made = numberFormats.get(tag) ?? new Intl.NumberFormat(tag);
  numberFormats.set(tag, made);
  return made;
}

/** Groups a whole or decimal number as the current language does: 1,289,360. */
export function formatNumber(value: number): string {
  // All languages of the page write these with the same digits, and the first number format of a page costs it 40 ms on a phone.
  if (Number.isInteger(value) && value >= 0 && value < 1000 && !Object.is(value, -0)) return String(value);
  return numbers(current.formats).format(value);
}
