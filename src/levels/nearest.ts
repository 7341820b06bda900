import type { Hint } from './problem.ts';

/** The most names that can be read at a glance. */
const AT_A_GLANCE = 12;
/** Longer names are not misspellings of anything. */
const LONGEST = 80;

/** Suggests the name that someone may have meant: the nearest one, or all of them when there are few. */
export function hintFor(wrong: string, known: readonly string[]): Hint | null {
  const name = nearest(wrong, known);
  if (name !== null) return { code: 'did-you-mean', params: { name } };
  return known.length > 0 && known.length <= AT_A_GLANCE
    ? { code: 'known-are', params: { names: known.join(', ') } }
    : null;
}

/** Returns the known name that is a few typing slips away; null when none is. */
export function nearest(wrong: string, known: readonly string[]): string | null {
  if (wrong.length > LONGEST) return null;
  const slips = Math.max(1, Math.floor(wrong.length / 3));
  let found: string | null = null;
  let least = slips + 1;
  for (const name of known) {
    if (Math.abs(name.length - wrong.length) >= least) continue;
    const distance = slipsBetween(wrong.toLowerCase(), name.toLowerCase());
    if (distance < least) [found, least] = [name, distance];
  }
  return found;
}

/** Counts how many letters were added, left out, changed or swapped (Damerau–Levenshtein distance). */
function slipsBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length] ?? 0;
}
