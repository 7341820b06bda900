/**
 * Characters that steer the direction of writing, in texts that come from strangers. An override turns what follows it
 * round, to the end of the line and beyond the text that it stands in: a name could so rewrite the words around it.
 */

/** Embeddings, overrides and their end. Isolates have taken their place (Unicode, UAX #9), and honest texts use those. */
const OVERRIDES = /[\u202A-\u202E]/g;
const ISOLATES = /[\u2066-\u2069]/;
const CLOSE = '\u2069';

/** The text without what reaches beyond it; marks and whole isolates, as right-to-left languages need them, stay. */
export function keptInside(text: string): string {
  const plain = text.replaceAll(OVERRIDES, '');
  if (!ISOLATES.test(plain)) return plain;
  let open = 0;
  const kept = Array.from(plain).filter((character) => {
    if (character !== CLOSE) {
      if (ISOLATES.test(character)) open += 1;
      return true;
    }
    // One that closes nothing of this text would close what it stands in.
    if (open === 0) return false;
    open -= 1;
    return true;
  });
  return kept.join('') + CLOSE.repeat(open);
}
