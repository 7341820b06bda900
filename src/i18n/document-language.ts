import type { Language } from './languages.ts';

/** Sets the `lang` and `dir` attributes of the document. */
export function writeLanguage({ tag, dir }: Pick<Language, 'tag' | 'dir'>): void {
  document.documentElement.lang = tag;
  document.documentElement.dir = dir;
}
