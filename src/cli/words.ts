import { language } from '../i18n/index.ts';
import de from './de.json';
import en from './en.json';
import type { English } from './english.d.ts';

/**
 * The words of the command line. They are separate from those of the page, because learners would download them for
 * nothing.
 */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, de };

export type WordKey = keyof English;

/** The keys of words that need no value. */
export type PlainWordKey = { [Key in WordKey]: English[Key] extends never ? Key : never }[WordKey];

type Values<Key extends WordKey> = Readonly<Record<English[Key], string | number>>;

/**
 * Returns the words of a key in the current language, else in English.
 * @param params the values that the words need, by name
 */
export function word<Key extends WordKey>(
  key: Key,
  ...params: [English[Key]] extends [never] ? [] : [Values<Key>]
): string {
  const text = WORDS[language()]?.[key] ?? en[key];
  const values: Readonly<Record<string, string | number>> = { ...params[0] };
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
