import { hasLanguage, pickLanguage } from './languages.ts';

const NAME = 'lang';

/** Returns the language that the page's address asks for, as in `?lang=fr`. */
export function languageOfAddress(): string | null {
  return typeof location === 'undefined' ? null : new URLSearchParams(location.search).get(NAME);
}

/** Removes the language from the address, so that the next load does not return to it. */
export function forgetLanguageOfAddress(): void {
  if (languageOfAddress() === null) return;
  const address = new URL(location.href);
  address.searchParams.delete(NAME);
  history.replaceState(history.state, '', address);
}

/**
 * Whether the page is available in the reader's first language, so that no browser needs to translate it. Machine
 * translations of “To” or “Bcc” help nobody.
 */
export function hasReadersLanguage(): boolean {
  const [best] = typeof navigator === 'undefined' ? [] : navigator.languages;
  return best !== undefined && hasLanguage(best);
}

/**
 * Returns the first language to show: that of the address (`?lang=`), else that of the settings, else the browser's.
 * @param chosen the language of the settings, if one was chosen
 */
export function wantedLanguage(chosen: string | null): string {
  const browser = typeof navigator === 'undefined' ? [] : navigator.languages;
  return pickLanguage([languageOfAddress(), chosen, ...browser]).tag;
}
