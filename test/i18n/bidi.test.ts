import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptInside } from '../../src/i18n/bidi.ts';
import { textOf } from '../../src/i18n/index.ts';

const STEERING = ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'];

describe('a text from a stranger', () => {
  test('cannot reverse the words after it', () => {
    expect(keptInside('\u202Etxt.exe')).toBe('txt.exe');
    expect(textOf('\u202Etxt.exe')).toBe('txt.exe');
    expect(textOf({ en: 'a\u202Bb' })).toBe('ab');
  });

  test('keeps what right-to-left languages need', () => {
    const honest = '\u2067مرحبا\u2069 \u200F(\u200E42)';
    expect(keptInside(honest)).toBe(honest);
    expect(keptInside('plain')).toBe('plain');
  });

  test('closes what it opens, and nothing else', () => {
    expect(keptInside('\u2067open')).toBe('\u2067open\u2069');
    expect(keptInside('\u2069closed')).toBe('closed');
    const piece = fc.oneof(fc.constantFrom(...STEERING), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        let depth = 0;
        for (const character of keptInside(pieces.join(''))) {
          expect(character).not.toMatch(/[\u202A-\u202E]/);
          if (/[\u2066-\u2068]/.test(character)) depth += 1;
          if (character === '\u2069') depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });
});
