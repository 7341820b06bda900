/** Returns the names in braces of a text, such as `{n}`, in alphabetical order. A translation has the same ones. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted();
}
