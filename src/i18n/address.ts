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
