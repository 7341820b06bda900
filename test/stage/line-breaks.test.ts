import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf } from '../../src/stage/line-breaks.ts';

const JAPANESE = fc
  .array(fc.constantFrom(...Array.from('日本語漢字カタひらが、。「」（）ーっゃ0123,.£ abc')), { maxLength: 40 })
  .map((letters) => letters.join(''));

describe('the pieces of a line', () => {
  test('are words with their spaces, in scripts that have spaces', () => {
    expect(piecesOf('One CV, two rivals')).toEqual(['One ', 'CV, ', 'two ', 'rivals']);
    expect(piecesOf('من يرى من؟')).toEqual(['من ', 'يرى ', 'من؟']);
  });

  test('are words with their particles, in Japanese', () => {
    expect(piecesOf('監督機関は制裁金を求めます。')).toEqual(['監督', '機関は', '制裁', '金を', '求めます。']);
  });

  test('keep numbers with what they count, and addresses whole', () => {
    expect(piecesOf('昨年、1,136人が')).toEqual(['昨年、', '1,136人が']);
    expect(piecesOf('£180,000です')).toEqual(['£180,000です']);
    expect(piecesOf('hr@southgale.example に')).toEqual(['hr@southgale.example ', 'に']);
  });

  test('never let a line begin or end with a character that must not be there', () => {
    fc.assert(
      fc.property(JAPANESE, (text) => {
        const pieces = piecesOf(text);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces.slice(1)) expect(piece).not.toMatch(/^[、。」）ーっゃ]/u);
        for (const piece of pieces.slice(0, -1)) expect(piece).not.toMatch(/[「（£]$/u);
      }),
    );
  });
});
