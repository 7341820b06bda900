/** Levels are nested six deep. A recursive reader would overflow the stack far beyond this. */
export const DEEPEST = 40;

/**
 * Finds, without recursion, where a JSON text is nested deeper than any file of ours.
 * @returns the offset of the bracket that is too deep; null when there is none
 */
export function tooDeepAt(text: string): number | null {
  let depth = 0;
  let quoted = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset];
    if (quoted) {
      if (character === '\\') offset += 1;
      // An unclosed quote ends with its line, as it does for the parser.
      else if (character === '"' || character === '\n') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > DEEPEST) return offset;
    } else if (character === '}' || character === ']') depth = Math.max(0, depth - 1);
  }
  return null;
}
