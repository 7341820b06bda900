/**
 * Finds what has another id in the next version of a list. The form names a card or an email after its words as soon as
 * the author leaves them, and then it stands where it stood, under an id that was not in the list before.
 *
 * @param before the ids of the earlier version, in order
 * @param after the ids of the next version, in order
 * @returns the new id by the old one
 */
export function renamedIds(before: readonly string[], after: readonly string[]): ReadonlyMap<string, string> {
  const [old, now] = [new Set(before), new Set(after)];
  const renamed = new Map<string, string>();
  for (const [index, id] of before.entries()) {
    const other = after[index];
    if (other !== undefined && !now.has(id) && !old.has(other)) renamed.set(id, other);
  }
  return renamed;
}
