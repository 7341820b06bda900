/**
 * Returns a 53-bit fingerprint of plain data, the same on every machine: two outcomes with the same fingerprint are
 * taken to be equal. The order of names in an object counts, since the same input gives the same order.
 * @returns 14 hexadecimal digits
 */
export function fingerprint(data: unknown): string {
  const text = JSON.stringify(data);
  // Two 32-bit hashes (FNV-1a, once forwards, and once from another start over the text from its end).
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    one = Math.imul(one ^ text.charCodeAt(index), 0x01000193);
    two = Math.imul(two ^ text.charCodeAt(text.length - 1 - index), 0x01000193);
  }
  const high = (two >>> 11).toString(16).padStart(6, '0');
  return high + (one >>> 0).toString(16).padStart(8, '0');
}
