/** Crockford's base 32, which has no I, L, O or U: https://www.crockford.com/base32.html */
export const BASE32_DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters that people type by mistake, and the digits that they look like. */
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** @param digits the least number of digits; zeros fill the front */
export function toBase32(value: bigint, digits = 1): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 32n) text = (BASE32_DIGITS[Number(rest % 32n)] ?? '') + text;
  return text.padStart(digits, '0');
}

/**
 * Reads a number as people type it: lower-case letters, spaces and hyphens of any kind are allowed.
 *
 * @param longest the most characters, not counting spaces and hyphens
 * @returns null when it is empty, too long, or has another character
 */
export function fromBase32(text: string, longest: number): bigint | null {
  const characters = text.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, '');
  if (characters === '' || characters.length > longest) return null;
  let value = 0n;
  for (const character of characters) {
    const digit = BASE32_DIGITS.indexOf(READ_AS[character] ?? character);
    if (digit < 0) return null;
    value = value * 32n + BigInt(digit);
  }
  return value;
}
