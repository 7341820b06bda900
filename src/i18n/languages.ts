import { matchLanguage } from '../engine/index.ts';

/** A language of the interface, with its own name and writing direction. */
export interface Language {
  readonly tag: string;
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** The tag for formatting numbers and lists: British English, like the stories. */
  readonly formats: string;
}

export const LANGUAGES = [
  { tag: 'en', name: 'English', dir: 'ltr', formats: 'en-GB' },
  { tag: 'de', name: 'Deutsch', dir: 'ltr', formats: 'de' },
  { tag: 'fr', name: 'Français', dir: 'ltr', formats: 'fr' },
  { tag: 'es', name: 'Español', dir: 'ltr', formats: 'es' },
  // Addresses, headers and keys use the digits 0 to 9 in every language, and a text should not mix two kinds of digits.
  { tag: 'ar', name: 'العربية', dir: 'rtl', formats: 'ar-u-nu-latn' },
  { tag: 'ja', name: '日本語', dir: 'ltr', formats: 'ja' },
] as const satisfies readonly Language[];

/** Pseudo-English for testing: longer, with accents and in brackets. Only the address can ask for it. */
export const PSEUDO = { tag: 'en-XA', name: 'English', dir: 'ltr', formats: 'en-GB' } as const satisfies Language;

export const FALLBACK = 'en';

const TAGS = LANGUAGES.map(({ tag }) => tag);

/** Whether the page is available in the language of this tag, or in a parent of it. */
export const hasLanguage = (tag: string): boolean => matchLanguage(tag, TAGS) !== null;

/**
 * Picks the language to show: the first wish that is available, either its own tag ("de") or its parent ("de-AT").
 * @param wishes language tags, the most wanted first
 */
export function pickLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    if (wish?.toLowerCase() === PSEUDO.tag.toLowerCase()) return PSEUDO;
    // Links can use the underscore of Java and POSIX too.
    const tag = matchLanguage((wish ?? '').replaceAll('_', '-'), TAGS);
    const found = LANGUAGES.find((language) => language.tag === tag);
    if (found) return found;
  }
  return LANGUAGES[0];
}
