import { language } from './text.ts';

const made = new Map<string, Intl.DisplayNames>();

/** Creating one takes as long as naming hundreds of languages. */
function displayNames(tag: string): Intl.DisplayNames {
  const names = made.get(tag) ?? new Intl.DisplayNames(tag, { type: 'language' });
  made.set(tag, names);
  return names;
}

/**
 * Returns the name of a language in the page's language; the tag itself if it names none. A file can have any word in
 * place of a tag, such as `en_US`, and `Intl` throws for those.
 */
export function languageName(tag: string): string {
  try {
    return displayNames(language()).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
