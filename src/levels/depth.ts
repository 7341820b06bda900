/** A level is nested six deep; a reader that calls itself would run out of stack far beyond this. */
export const DEEPEST = 40;

/**
 * Where a JSON text is nested deeper than any file of ours, found without calling oneself.
 *
 * @returns the offset of the bracket that is too deep; null when there is none
 */
export function tooDeepAt(text: string): number | null {
  let depth = 0;
  let quoted = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset];
    if (quoted) {
      if (character === '\\') offset += 1;
      // A quote that is never closed ends with its line, as it does for the parser.
      else if (character === '"' || character === '\n') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > DEEPEST) return offset;
    } else if (character === '}' || character === ']') depth = Math.max(0, depth - 1);
  }
  return null;
}
