/**
 * Makes an id of a name, as a person would: “Dr Maro” becomes `dr-maro`.
 * @param fallback for a name without Latin letters or figures
 * @param taken ids that it must differ from
 */
export function newId(name: string, fallback: string, taken: Iterable<string>): string {
  const plain = plainId(name);
  const used = new Set(taken);
  const start = plain === '' || plain === 'constructor' ? fallback : plain;
  if (!used.has(start)) return start;
  for (let number = 2; ; number += 1) if (!used.has(`${start}-${String(number)}`)) return `${start}-${String(number)}`;
}

/** True for an id that says nothing, because there was no name to make it of. */
export function saysNothing(id: string, fallback: string): boolean {
  return new RegExp(`^${fallback}(-\\d+)?$`).test(id);
}

const LONGEST = 40;

function plainId(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
}
