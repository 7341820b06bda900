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
] as const satisfies readonly Language[];

export const FALLBACK = 'en';

/**
 * The language to show: the first wish that there is a language for, by its tag ("de") or its main part ("de-AT").
 *
 * @param wishes language tags, the most wanted first
 */
export function pickLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const main = wish?.toLowerCase().split(/[-_]/)[0];
    const found = LANGUAGES.find((language) => language.tag === main);
    if (found) return found;
  }
  return LANGUAGES[0];
}
