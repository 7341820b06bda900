/**
 * Handles characters that control the writing direction, in texts from strangers. An override reverses everything after
 * it to the end of the line, even beyond its own text, so a name could rewrite the words around it.
 */

/** Embeddings, overrides and their end. Isolates have replaced them (Unicode, UAX #9), and honest texts use those. */
const OVERRIDES = /[\u202A-\u202E]/g;
const ISOLATES = /[\u2066-\u2069]/;
const CLOSE = '\u2069';

/**
 * Returns the text without characters that affect its surroundings. Marks and complete isolates stay, as right-to-left
 * languages need them.
 */
export function keptInside(text: string): string {
  const plain = text.replaceAll(OVERRIDES, '');
  if (!ISOLATES.test(plain)) return plain;
  let open = 0;
  const kept = Array.from(plain).filter((character) => {
    if (character !== CLOSE) {
      if (ISOLATES.test(character)) open += 1;
      return true;
    }
    // An end without a start would close an isolate of the surrounding text.
    if (open === 0) return false;
    open -= 1;
    return true;
  });
  return kept.join('') + CLOSE.repeat(open);
}
