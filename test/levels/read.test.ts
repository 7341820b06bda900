import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkLanguages } from '../../src/engine/level/check-languages.ts';
import { readCourse, readLevel, translationFile, withTranslations } from '../../src/levels/index.ts';

const LEVELS = new URL('../course/', import.meta.url);
const source = (name: string) => readFileSync(new URL(name, LEVELS), 'utf8');
const GOOD = source('cv-to-rivals.json');

/** The problems of the good level after one change of its text, as `line:column code`. */
function problemsAfter(from: string, to: string): string[] {
  if (!GOOD.includes(from)) throw new Error(`The level does not have ${from}`);
  return problemsOf(GOOD.replace(from, to));
}

function problemsOf(text: string): string[] {
  const result = readLevel(text, 'levels/my.json');
  return result.problems.map(({ file, line, column, code }) => {
    expect(file).toBe('levels/my.json');
    return `${String(line)}:${String(column)} ${code}`;
  });
}

/** Line and column of a piece of the good level, both counted from 1. */
function placeOf(piece: string, text = GOOD): string {
  const before = text.slice(0, text.indexOf(piece)).split('\n');
  return `${String(before.length)}:${String((before.at(-1)?.length ?? 0) + 1)}`;
}

describe('the course of this repository', () => {
  const course = readCourse(source('course.json'), 'course.json');

  test('can be read, and every level of it can be played and has every language', () => {
    if (!course.ok) throw new Error(JSON.stringify(course.problems));
    expect(course.course.levels).not.toHaveLength(0);
    for (const file of course.course.levels) {
      const result = readLevel(source(file), file);
      expect(result.problems).toEqual([]);
      expect(result.ok && `${result.level.id}.json`).toBe(file);
      if (!result.ok) continue;
      const sides = (result.level.translations ?? []).map((language) => {
        const side = translationFile(file, language);
        return { language, file: side, text: source(side) };
      });
      const translated = withTranslations(result.level, sides);
      expect(translated.problems).toEqual([]);
      expect(checkLanguages(translated.level, course.course.languages)).toEqual([]);
    }
  });
});

describe('reading a level', () => {
  test('JSON: reports each syntax error with its place', () => {
    expect(problemsAfter('"minutes": 2,', '"minutes": 2')).toEqual([`${placeOf('"briefing"')} json-comma-expected`]);
    expect(problemsAfter('"needs": "know",', '"needs": "know",,')).toHaveLength(1);
    expect(problemsOf(GOOD.replace(/\n\}\n$/, ',\n}\n'))).toEqual([
      `${String(GOOD.split('\n').length - 2)}:4 json-trailing-comma`,
    ]);
    expect(problemsAfter('"minutes": 2,', '"minutes": 2, // two')).toEqual([
      `${placeOf('"minutes": 2,').split(':')[0] ?? ''}:17 json-comment`,
    ]);
    expect(problemsOf('{ "id": "x }')).toContain('1:9 json-quote-expected');
  });

  test('JSON: a syntax error does not hide later problems, if the rest can be read', () => {
    const text = GOOD.replace('"minutes": 2,', '"minutes": 0').replace('"needs": "know"', '"needs": "knows"');
    expect(problemsOf(text).map((problem) => problem.split(' ')[1])).toEqual([
      'too-small',
      'json-comma-expected',
      'not-one-of',
    ]);
  });

  test('reports an empty file, a web page instead of a file, and a file over 1 MiB as such', () => {
    expect(problemsOf('')).toEqual(['0:0 empty']);
    expect(problemsOf('<!doctype html><p>Not found')).toEqual(['0:0 page-instead']);
    expect(problemsOf(' '.repeat(1024 * 1024 + 1))).toEqual(['0:0 too-large']);
  });

  test('accepts a byte order mark', () => {
    expect(problemsOf(`\uFEFF${GOOD}`)).toEqual([]);
  });

  test('reports a wrong type, a missing and an unknown field, a value that is not offered', () => {
    expect(problemsAfter('"minutes": 2', '"minutes": "two"')).toEqual([
      `${placeOf('2,\n  "briefing"')} expected-number`,
    ]);
    expect(problemsAfter('"minutes": 2,', '')).toEqual(['1:1 missing-field']);
    expect(problemsAfter('"minutes": 2', '"minuts": 2')).toEqual([
      '1:1 missing-field',
      `${placeOf('"minutes"')} unknown-field`,
    ]);
    expect(problemsAfter('"needs": "know"', '"needs": "knows"')).toEqual([`${placeOf('"know"')} not-one-of`]);
    expect(problemsAfter('"format": 2', '"format": 3')).toEqual([`${placeOf('2,\n')} unknown-format`]);
  });

  test('reports all problems at once, in reading order', () => {
    const text = GOOD.replace('"minutes": 2', '"minutes": 0')
      .replace('"sensitivity": 2', '"sensitivity": 4')
      .replace('"id": "cv"', '"id": "C V"');
    expect(problemsOf(text).map((problem) => problem.split(' ')[1])).toEqual(['too-small', 'not-an-id', 'too-big']);
  });

  test('reports an id that does not exist, and a duplicate id', () => {
    expect(problemsAfter('"viewer": "southgale"', '"viewer": "southgate"')).toEqual([
      `${placeOf('"southgale",\n        "learns"')} unknown-contact`,
    ]);
    expect(
      problemsAfter('"id": "southgale"', '"id": "northwind"').filter((problem) => problem.endsWith('duplicate-id')),
    ).toEqual([`${placeOf('"southgale"')} duplicate-id`]);
  });

  test.each([
    ['jobs@northwind.com', 'address-not-reserved'],
    ['jobs@example.com.northwind.org', 'address-not-reserved'],
    ['jobs at northwind.example', 'address-malformed'],
    ['jobs@@northwind.example', 'address-malformed'],
  ])('the address %s is refused: %s', (address, code) => {
    expect(problemsAfter('jobs@northwind.example', address)).toEqual([
      `${placeOf('"jobs@northwind.example"')} ${code}`,
    ]);
  });

  test.each(['jobs@example.org', 'jobs@mail.northwind.test', 'jobs@northwind.invalid', 'jobs@localhost'])(
    'accepts the reserved address %s',
    (address) => {
      expect(problemsAfter('jobs@northwind.example', address)).toEqual([]);
    },
  );

  test("requires a number in a crowd's address", () => {
    expect(problemsAfter('"kind": "office"', '"people": 20')).toEqual([
      `${placeOf('"jobs@northwind.example"')} crowd-without-number`,
    ]);
  });

  test("requires https in a source's link", () => {
    expect(problemsAfter('"url": "https:', '"url": "javascript:')).toEqual([`${placeOf('"https://ico')} not-a-link`]);
  });
});
