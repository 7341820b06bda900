import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCourse } from '../../src/levels/index.ts';

const FOLDER = 'https://host.example/game/levels/';

const codes = (course: object) =>
  readCourse(JSON.stringify({ format: 1, title: 'Paths', languages: ['en'], ...course }), 'course.json').problems.map(
    ({ code }) => code,
  );

describe('the files that a course names', () => {
  test.each([
    '/secret.json',
    ' /secret.json',
    '\u0000/secret.json',
    '\t//evil.example/x.json',
    '/\t/evil.example/x.json',
    '//evil.example/x.json',
    'x\n/../../outside.json',
    'x\u2028/../../outside.json',
    'x\r/.\t./outside.json',
    '../outside.json',
    'below/../../outside.json',
    '..\\outside.json',
    '%2e%2e/outside.json',
    'https://evil.example/x.json',
    'x.json?y.json',
    'x#.json',
    'x.txt',
    '.json',
  ])('lie in its folder: %j is refused', (file) => {
    expect(codes({ levels: [file] })).toEqual(['not-a-file']);
    const logo = file.replace('.json', '.svg');
    expect(codes({ levels: ['a.json'], brand: { name: 'Org', logo } })).toEqual(['not-a-file']);
  });

  test.each(['my level.json', 'below/deep/a.json', './a.json', 'übung.json', '練習.json', 'MY-LEVEL.JSON', 'a.Json'])(
    'can have any plain name: %j',
    (file) => {
      expect(codes({ levels: [file] })).toEqual([]);
    },
  );

  test('never lead outside the folder, whatever their names contain', () => {
    const parts = fc.constantFrom('/', '\\', '.', '..', ' ', '\t', '\n', '\u2028', ':', '%2e', 'a', '@', '|', '\u0000');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (made) => {
        const file = `${made.join('')}.json`;
        if (codes({ levels: [file] }).length > 0) return;
        expect(new URL(file, `${FOLDER}course.json`).href).toMatch(new RegExp(`^${FOLDER}`));
      }),
      { numRuns: 3000 },
    );
  });
});
