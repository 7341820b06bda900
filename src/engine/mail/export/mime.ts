/** Encodes text that is not plain ASCII: RFC 2047 for headers, RFC 2045 for bodies. */

// Node and every browser have both, but the engine is compiled without their types.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare function btoa(binary: string): string;

/** RFC 2045 §6.8 allows 76 characters in a line of a body: base64 makes 4 of 3 bytes. */
const BYTES_IN_A_LINE = 57;
/**
 * RFC 2047 §2 allows 75 characters in an encoded word and 76 in its line. With these, 12 for `=?utf-8?B?` and `?=` and 52 of
 * base64, a word fits beside `Subject:`, so that no field starts with an empty line.
 */
const BYTES_IN_A_WORD = 39;
/** A longer word of plain text could not be folded into a line. */
const PLAIN_WORD = 60;

/** The bytes of a text in UTF-8 (RFC 3629). A lone surrogate becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Returns a body in base64, in lines of at most 76 characters. */
export function base64Lines(text: string): string[] {
  const bytes = utf8(text);
  const lines = Math.ceil(bytes.length / BYTES_IN_A_LINE);
  return Array.from({ length: lines }, (_, line) =>
    base64(bytes.subarray(line * BYTES_IN_A_LINE, (line + 1) * BYTES_IN_A_LINE)),
  );
}

/**
 * Returns the text of a header as words that can each be on a line of their own: encoded if it is not plain, else short
 * ASCII words.
 */
export function headerWords(text: string): string[] {
  return isPlain(text) ? text.split(' ') : encodedWords(text);
}

/**
 * Returns a name before an address (RFC 5322 §3.2.5), in words that can be on lines of their own: plain, quoted, or
 * encoded.
 */
export function displayName(name: string): string[] {
  if (!isPlain(name)) return encodedWords(name);
  const quoted = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+$/.test(name) ? name : `"${name.replace(/[\\"]/g, '\\$&')}"`;
  const words = quoted.split(' ');
  return words.every((word) => word.length <= PLAIN_WORD) ? words : encodedWords(name);
}

/**
 * True for words of printable ASCII with single spaces, none too long for a line, and none that looks like an encoded
 * word.
 */
function isPlain(text: string): boolean {
  return (
    /^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(text) &&
    !text.includes('=?') &&
    text.split(' ').every((word) => word.length <= PLAIN_WORD)
  );
}

/** Encoded words of whole characters (RFC 2047 §5). */
function encodedWords(text: string): string[] {
  const words: string[] = [];
  let chunk = '';
  let bytes = 0;
  for (const character of text) {
    const { length } = utf8(character);
    if (bytes + length > BYTES_IN_A_WORD) {
      words.push(chunk);
      chunk = '';
      bytes = 0;
    }
    chunk += character;
    bytes += length;
  }
  return [...words, chunk].map((word) => `=?utf-8?B?${base64(utf8(word))}?=`);
}
