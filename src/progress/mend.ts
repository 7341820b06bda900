/**
 * Reads a JSON text; if it was cut off or damaged, reads everything before the damage.
 * @returns undefined when not even the beginning is intact
 */
export function mendJson(text: string): { readonly value: unknown; readonly whole: boolean } | undefined {
  const whole = parse(text);
  if (whole) return { ...whole, whole: true };
  // If the text is readable up to one end it is readable up to every earlier one, so bisection finds the last.
  const ends = possibleEnds(text);
  let good: unknown;
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { end, close } = ends[middle] ?? { end: 0, close: '' };
    const read = parse(text.slice(0, end) + close);
    if (read) {
      good = read.value;
      low = middle + 1;
    } else high = middle;
  }
  return good === undefined ? undefined : { value: good, whole: false };
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

interface End {
  readonly end: number;
  /** Closes the brackets that are open there. */
  readonly close: string;
}

/** Finds where the text can end once its open brackets are closed: after a bracket, and before a comma. */
function possibleEnds(text: string): End[] {
  const ends: End[] = [];
  let close = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (quoted) {
      if (sign === '\\') index += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') ends.push({ end: index, close });
    else if (sign === '{' || sign === '[') {
      close = (sign === '{' ? '}' : ']') + close;
      ends.push({ end: index + 1, close });
    } else if (sign === '}' || sign === ']') {
      if (close[0] !== sign) return ends;
      close = close.slice(1);
      ends.push({ end: index + 1, close });
    }
  }
  return ends;
}
