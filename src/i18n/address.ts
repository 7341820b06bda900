import { hasLanguage, pickLanguage } from './languages.ts';

const NAME = 'lang';

/** The language that the address of the page asks for: `?lang=fr`. */
export function languageOfAddress(): string | null {
  return typeof location === 'undefined' ? null : new URLSearchParams(location.search).get(NAME);
}

/** Takes the language out of the address, so that the next load does not go back to it. */
export function forgetLanguageOfAddress(): void {
  if (languageOfAddress() === null) return;
  const address = new URL(location.href);
  address.searchParams.delete(NAME);
  history.replaceState(history.state, '', address);
}

/**
 * Whether the page has the language that the reader likes best, so that no browser need translate it: what a machine makes of
 * "To" or "Bcc" is no help to anyone.
 */
export function hasReadersLanguage(): boolean {
  const [best] = typeof navigator === 'undefined' ? [] : navigator.languages;
  return best !== undefined && hasLanguage(best);
}

/**
 * The language to begin with: the one that the address asks for (`?lang=`), else the one of the settings, else the browser's.
 *
 * @param chosen the language of the settings, if one was chosen
 */
export function wantedLanguage(chosen: string | null): string {
  const browser = typeof navigator === 'undefined' ? [] : navigator.languages;
  return pickLanguage([languageOfAddress(), chosen, ...browser]).tag;
}
