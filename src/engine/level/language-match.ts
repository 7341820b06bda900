/**
 * Finds which of some language tags suits a reader, in one place for texts, translation files, courses and the page.
 */

const isWithin = (tag: string, range: string) => tag === range || tag.startsWith(`${range}-`);

/**
 * Finds the tag that suits a wanted language best. Each step tries the range itself and then, as basic filtering does,
 * any tag that begins with it ("de" finds "de-DE"); after that the range loses its last subtag, as in lookup ("de-AT"
 * finds "de", or at last "de-DE"). Case never matters (RFC 5646 §2.1.1).
 * @param wanted a language tag, such as `de` or `de-AT`
 * @param tags to choose from, the preferred ones first
 * @returns one of `tags` as it is written there; null when none is in this language
 * @see RFC 4647 §3.3.1 (basic filtering) and §3.4 (lookup)
 */
export function matchLanguage(wanted: string, tags: readonly string[]): string | null {
  let range = wanted.toLowerCase();
  while (range !== '') {
    const found =
      tags.find((tag) => tag.toLowerCase() === range) ?? tags.find((tag) => isWithin(tag.toLowerCase(), range));
    if (found !== undefined) return found;
    // A single letter introduces what follows it, and is removed with it.
    range = range.slice(0, Math.max(0, range.lastIndexOf('-'))).replace(/-[a-z0-9]$/, '');
  }
  return null;
}
