import type { Language } from './languages.ts';

/** Writes the language of the texts, and its direction, into the document. */
export function writeLanguage({ tag, dir }: Pick<Language, 'tag' | 'dir'>): void {
  document.documentElement.lang = tag;
  document.documentElement.dir = dir;
}
