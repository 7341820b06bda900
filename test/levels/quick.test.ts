import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCourse, readLevel } from '../../src/levels/index.ts';
import { quickCourse, quickLevel } from '../../src/levels/quick.ts';

const source = (name: string) => readFileSync(new URL(`../../levels/${name}`, import.meta.url), 'utf8');
const LEVEL = source('cv-to-rivals.json');
const COURSE = source('course.json');

/** Requires that the quick reader returns the same as the thorough one, or nothing. */
function agrees(text: string): boolean {
  const quick = quickLevel(text);
  const thorough = readLevel(text, 'my.json');
  // The thorough reader skips a byte order mark.
  if (!quick) return text.startsWith('\uFEFF') || !thorough.ok || thorough.problems.length > 0;
  expect(thorough).toEqual({ ok: true, level: quick, problems: [] });
  return true;
}

describe('the quick reader', () => {
  test('reads a valid file as the thorough one does', () => {
    expect(quickLevel(LEVEL)).not.toBeNull();
    expect(agrees(LEVEL)).toBe(true);
    const course = readCourse(COURSE, 'course.json');
    expect(course.ok && course.course).toEqual(quickCourse(COURSE));
  });

  test('leaves a file to the thorough one after any change of one character', () => {
    const change = fc.record({
      at: fc.nat(LEVEL.length - 1),
      cut: fc.integer({ min: 0, max: 3 }),
      by: fc.constantFrom('', '"', ',', '{', ']', 'x', '1', '\\', '\n', '\uFEFF'),
    });
    fc.assert(
      fc.property(change, ({ at, cut, by }) => {
        expect(agrees(LEVEL.slice(0, at) + by + LEVEL.slice(at + cut))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['a name twice', LEVEL.replace('"format": 2,', '"format": 2, "format": 2,')],
    ['a name twice, once escaped', LEVEL.replace('"format": 2,', String.raw`"format": 2, "f\u006Frmat": 1,`)],
    ['a comma too many', LEVEL.replace(/\}\s*$/, ',}')],
    ['a byte order mark', `\uFEFF${LEVEL}`],
    ['nothing', ''],
    ['a page', '<!doctype html>'],
  ])('reads nothing of a file with %s', (_what, text) => {
    expect(text).not.toBe(LEVEL);
    expect(quickLevel(text)).toBeNull();
  });
});
