import { language } from './text.ts';

interface Names {
  readonly names: Intl.DisplayNames;
  readonly known: Map<string, string>;
}

const made = new Map<string, Names>();

/** A form names dozens of languages at each key, and creating the names takes longer than naming hundreds. */
function namesIn(page: string): Names {
  const own = made.get(page) ?? { names: new Intl.DisplayNames(page, { type: 'language' }), known: new Map() };
  made.set(page, own);
  return own;
}

/**
 * Returns the name of a language in the page's language; the tag itself if it names none. A file can have any word in
 * place of a tag, such as `en_US`, and `Intl` throws for those.
 */
export function languageName(tag: string): string {
  const { names, known } = namesIn(language());
  const name = known.get(tag) ?? nameIn(names, tag);
  known.set(tag, name);
  return name;
}

function nameIn(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
