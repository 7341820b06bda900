import { expect, test } from 'vitest';
import { decode } from '../../src/levels/decode.ts';
import { isTooLarge, MAX_BYTES } from '../../src/levels/too-large.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const codeOf = (of: Uint8Array) => {
  const decoded = decode(of, 'a.json');
  return decoded.ok ? decoded.text : decoded.problem.code;
};

test('UTF-8 is read, with or without its mark', () => {
  expect(codeOf(new TextEncoder().encode('{"é": 1}'))).toBe('{"é": 1}');
  expect(codeOf(bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toBe('{}');
});

test('UTF-16 is refused, in either order, with or without its mark', () => {
  for (const wide of [
    [0xff, 0xfe, 0x7b, 0x00],
    [0xfe, 0xff, 0x00, 0x7b],
    [0x7b, 0x00],
    [0x00, 0x7b],
  ]) {
    expect(codeOf(bytes(...wide))).toBe('wrong-encoding');
  }
});

test('a file may have 1 MiB, and not a byte more', () => {
  const served = (size: number) => isTooLarge(new Response('', { headers: { 'Content-Length': String(size) } }));
  expect([served(MAX_BYTES), served(MAX_BYTES + 1)]).toEqual([false, true]);
  expect(isTooLarge(new Response(''))).toBe(false);
  expect(codeOf(new Uint8Array(MAX_BYTES).fill(0x20))).toHaveLength(MAX_BYTES);
  expect(codeOf(new Uint8Array(MAX_BYTES + 1).fill(0x20))).toBe('too-large');
});
