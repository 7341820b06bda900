import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lettersOf, wrapText } from '../../src/stage/canvas-text.ts';
import { piecesOf } from '../../src/stage/line-breaks.ts';

const STYLE = { size: 10, family: 'serif', colour: '#000' };

/** Letters are as wide as their number: "a" 1, "b" 2, a space 1. */
const widthOf = (text: string) =>
  Array.from(text).reduce((sum, letter) => sum + Math.max(1, letter.charCodeAt(0) - 96), 0);

let measured = 0;
const context = {
  measureText(text: string) {
    measured += 1;
    return { width: widthOf(text) };
  },
} as unknown as CanvasRenderingContext2D;

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { dir: 'ltr' } });
  measured = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Fills each line word by word, and a word that is longer than a line letter by letter. */
function greedy(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const add = (piece: string) => {
    if (widthOf((line + piece).trimEnd()) <= width) {
      line += piece;
      return;
    }
    if (line !== '') lines.push(line);
    line = '';
    if (widthOf(piece.trimEnd()) <= width) {
      line = piece;
      return;
    }
    let head = piece.charAt(0);
    for (const letter of piece.slice(1)) {
      if (widthOf(head + letter) > width) {
        lines.push(head);
        head = '';
      }
      head += letter;
    }
    line = head;
  };
  for (const piece of piecesOf(text)) add(piece);
  return [...lines, line].map((each) => each.trim()).filter((each) => each !== '');
}

describe('a wrapped text', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'b', 'cab', 'zzz', 'e', 'abcde'), { maxLength: 30 })
    .map((words) => words.join(' '));

  test('has as many words on each line as fit, whatever their widths', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 90 }), (text, width) => {
        const { lines } = wrapText(context, text, width, STYLE);
        expect(lines.filter((line) => line !== '')).toEqual(greedy(text, width));
      }),
    );
  });

  test('is measured a few times for each line, not once for each word', () => {
    const text = Array.from({ length: 200 }, (_, index) => 'a'.repeat((index % 7) + 1)).join(' ');
    const { lines } = wrapText(context, text, 100, STYLE);
    expect(measured).toBeLessThan(lines.length * 5);
  });

  test('keeps an empty paragraph as an empty line', () => {
    expect(wrapText(context, 'a\n\nb', 10, STYLE).lines).toEqual(['a', '', 'b']);
  });
});

test('letters are graphemes, however they are found', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const graphemes = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  // Every character before the combining marks alone, and then in any company.
  for (let code = 0; code < 0x2_100; code += 1) {
    const pair = `a${String.fromCodePoint(code)}b`;
    expect(lettersOf(pair)).toEqual(graphemes(pair));
  }
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(text, (some) => {
      expect(lettersOf(some)).toEqual(graphemes(some));
    }),
  );
});
