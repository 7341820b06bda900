import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVEL_TEXTS, textPlaces, type TextPlace } from '../../src/engine/level/text-shape.ts';
import { readCourse, readLevel, withTranslations } from '../../src/levels/index.ts';

const GOOD: unknown = JSON.parse(readFileSync(new URL('../course/cv-to-rivals.json', import.meta.url), 'utf8'));

/** The level with another value at one place. */
function withValue(path: TextPlace['path'], value: unknown): string {
  const level = structuredClone(GOOD) as Record<string | number, unknown>;
  let part = level;
  for (const name of path.slice(0, -1)) part = part[name] as Record<string | number, unknown>;
  part[path.at(-1) ?? ''] = value;
  return JSON.stringify(level);
}

const codes = (text: string) => readLevel(text, 'level.json').problems.map(({ code }) => code);

/** One of each kind of character that draws nothing by itself. */
const BLANKS: readonly (readonly [string, string])[] = [
  ['no character', ''],
  ['a space', ' '],
  ['a no-break space', '\u00A0'],
  ['an ideographic space', '\u3000'],
  ['line ends', '\r\n\u2028'],
  ['a tab', '\t'],
  ['a control', '\u0007\u0085'],
  ['a zero-width space', '\u200B'],
  ['a word joiner', '\u2060'],
  ['zero-width joiners', '\u200C\u200D'],
  ['a byte order mark', '\uFEFF'],
  ['a soft hyphen', '\u00AD'],
  ['directional marks', '\u200E\u200F\u061C'],
  ['a directional override', '\u202E\u202C'],
  ['directional isolates', '\u2068\u2069'],
  ['a braille blank', '\u2800'],
  ['Hangul fillers', '\u115F\u1160\u3164\uFFA0'],
  ['a combining mark without a base', '\u0301'],
  ['a combining grapheme joiner', '\u034F'],
  ['variation selectors', '\uFE0F\u{E0100}'],
  ['tag characters', '\u{E0041}\u{E007F}'],
  ['a Mongolian vowel separator', '\u180E'],
  ['Khmer inherent vowels', '\u17B4\u17B5'],
  ['interlinear annotation', '\uFFF9\uFFFB'],
  ['a null notehead', '\u{1D159}'],
  ['Egyptian blanks', '\u{13441}\u{13442}'],
  ['a lone surrogate', '\uD800'],
  ['a noncharacter', '\uFFFE'],
  ['a private character', '\uE000'],
];

describe('a text that shows nothing', () => {
  test.each(BLANKS)('is refused as no text: %s', (_, blank) => {
    expect(codes(withValue(['title'], blank))).toEqual(['no-text']);
    expect(codes(withValue(['title'], { en: 'One CV', de: blank }))).toEqual(['no-text']);
  });

  test('is refused in any mixture of characters', () => {
    const blank = fc.array(fc.constantFrom(...BLANKS.map(([, text]) => text)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(blank, (parts) => {
        expect(codes(withValue(['contacts', 0, 'name'], parts.join('')))).toEqual(['no-text']);
      }),
      { numRuns: 200 },
    );
  });

  test.each(textPlaces(LEVEL_TEXTS, GOOD).map(({ path }) => [path.join('.'), path] as const))(
    'is refused at every place of a level: %s',
    (_, path) => {
      expect(codes(withValue(path, '\u200B'))).toEqual(['no-text']);
    },
  );

  test('is refused as the reason for accepting a warning', () => {
    expect(codes(withValue(['accepted'], { 'dead-fact': '\u2800' }))).toEqual(['no-text']);
  });

  test('is refused in a translation and in a course', () => {
    const level = readLevel(JSON.stringify(GOOD), 'level.json');
    if (!level.ok) throw new Error('The shipped level reads.');
    const { problems } = withTranslations(level.level, [
      { language: 'fr', file: 'level.fr.json', text: JSON.stringify({ format: 1, title: '\u3164' }) },
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['no-text']);
    const course = {
      format: 1,
      title: '\u2800',
      languages: ['en'],
      chapters: [{ title: '\u200B', levels: ['a.json'] }],
      certificate: { title: ' ', statement: '\u00AD', issuer: '\u0301' },
      brand: { name: '\u2060' },
    };
    expect(readCourse(JSON.stringify(course), 'course.json').problems.map(({ code }) => code)).toEqual(
      Array.from({ length: 6 }, () => 'no-text'),
    );
  });
});

describe('a text that shows something', () => {
  test.each([
    ['a letter among blanks', '\u200B A \u2800'],
    ['a letter with its mark', 'e\u0301'],
    ['Arabic', 'سيرة'],
    ['Japanese', '履歴書'],
    ['Hindi', 'हिन्दी'],
    ['Hangul with a filler', '\u115F\u1161가'],
    ['a family of joined emoji', '👩‍👩‍👧'],
    ['a digit', '7'],
    ['punctuation', '…'],
  ])('is taken: %s', (_, text) => {
    expect(codes(withValue(['title'], text))).toEqual([]);
  });
});
