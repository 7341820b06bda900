import { matchLanguage } from '../engine/index.ts';

/** A language of the interface, with its own name and the direction it is written in. */
export interface Language {
  readonly tag: string;
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** The tag by which numbers and lists are written: British English, as the stories are. */
  readonly formats: string;
}

export const LANGUAGES = [
  { tag: 'en', name: 'English', dir: 'ltr', formats: 'en-GB' },
  { tag: 'de', name: 'Deutsch', dir: 'ltr', formats: 'de' },
  { tag: 'fr', name: 'Français', dir: 'ltr', formats: 'fr' },
  { tag: 'es', name: 'Español', dir: 'ltr', formats: 'es' },
  // The digits of mail addresses, headers and keys are 0 to 9 in every language, and a text should not mix two kinds.
  { tag: 'ar', name: 'العربية', dir: 'rtl', formats: 'ar-u-nu-latn' },
  { tag: 'ja', name: '日本語', dir: 'ltr', formats: 'ja' },
] as const satisfies readonly Language[];

/** English in disguise, for testing: longer, with accents and between brackets. Only the address can ask for it. */
export const PSEUDO = { tag: 'en-XA', name: 'English', dir: 'ltr', formats: 'en-GB' } as const satisfies Language;

export const FALLBACK = 'en';

const TAGS = LANGUAGES.map(({ tag }) => tag);

/** Whether the page has the language of this tag, or one that it lies in. */
export const hasLanguage = (tag: string): boolean => matchLanguage(tag, TAGS) !== null;

/**
 * The language to show: the first wish that there is a language for, by its tag ("de") or one within it ("de-AT").
 *
 * @param wishes language tags, the most wanted first
 */
export function pickLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    if (wish?.toLowerCase() === PSEUDO.tag.toLowerCase()) return PSEUDO;
    // Links are written with the underscore of Java and POSIX, too.
    const tag = matchLanguage((wish ?? '').replaceAll('_', '-'), TAGS);
    const found = LANGUAGES.find((language) => language.tag === tag);
    if (found) return found;
  }
  return LANGUAGES[0];
}
