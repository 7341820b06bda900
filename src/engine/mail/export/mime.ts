/** How text that is not plain ASCII stands in a mail: RFC 2047 for headers, RFC 2045 for bodies. */

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** RFC 2045 §6.8 */
const BODY_LINE = 76;
/** RFC 2047 §2 allows 75 characters for a whole encoded word; `=?utf-8?B?` and `?=` take 12, and base64 makes 4 of 3 bytes. */
const BYTES_IN_A_WORD = 45;

/** The bytes of a text in UTF-8 (RFC 3629). A lone surrogate becomes U+FFFD, as in browsers. */
export function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const read = character.codePointAt(0) ?? 0;
    const point = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else {
      bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    }
  }
  return bytes;
}

/** Bytes in base64 (RFC 4648 §4). */
export function base64(bytes: readonly number[]): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [one = 0, two = 0, three = 0] = bytes.slice(index, index + 3);
    const block = (one << 16) | (two << 8) | three;
    const digits = [block >> 18, (block >> 12) & 63, (block >> 6) & 63, block & 63].map((digit) => BASE64[digit]);
    const missing = Math.max(0, index + 3 - bytes.length);
    text += digits.slice(0, 4 - missing).join('') + '='.repeat(missing);
  }
  return text;
}

/** A body in base64, in lines of at most 76 characters. */
export function base64Lines(text: string): string[] {
  return base64(utf8(text)).match(new RegExp(`.{1,${String(BODY_LINE)}}`, 'g')) ?? [];
}

/** Text of a header as words that stand on lines of their own where needed: encoded words when it is not plain ASCII. */
export function headerWords(text: string): string[] {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('=?')) return text.split(' ');
  const words: string[] = [];
  let chunk: number[] = [];
  for (const character of text) {
    const bytes = utf8(character);
    if (chunk.length + bytes.length > BYTES_IN_A_WORD) {
      words.push(encodedWord(chunk));
      chunk = [];
    }
    chunk.push(...bytes);
  }
  return [...words, encodedWord(chunk)];
}

function encodedWord(bytes: readonly number[]): string {
  return `=?utf-8?B?${base64(bytes)}?=`;
}

/** A name before an address (RFC 5322 §3.2.5): as it is, in quotation marks, or encoded. */
export function displayName(name: string): string {
  if (/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+$/.test(name) && !name.includes('=?')) return name;
  if (/^[\x20-\x7e]+$/.test(name) && !name.includes('=?')) return `"${name.replace(/[\\"]/g, '\\$&')}"`;
  return headerWords(name).join(' ');
}
