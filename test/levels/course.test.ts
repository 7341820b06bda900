import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from '../../src/engine/level/contrast.ts';
import { PAPER } from '../../src/engine/level/course.ts';
import { readCourse } from '../../src/levels/index.ts';

const read = (facts: Readonly<Record<string, unknown>>) =>
  readCourse(JSON.stringify({ format: 1, title: 'T', languages: ['en'], levels: ['a.json'], ...facts }), 'course.json');
const codesOf = (facts: Readonly<Record<string, unknown>>) => read(facts).problems.map(({ code }) => code);

describe('a course', () => {
  test('with levels only has no chapters and the usual pass mark', () => {
    expect(read({})).toMatchObject({ ok: true, course: { levels: ['a.json'], passMark: 70 } });
  });

  test('with chapters has their levels in order', () => {
    const chapters = [
      { title: 'One', levels: ['b.json', 'more/c.json'] },
      { title: { en: 'Two', de: 'Zwei' }, levels: ['a.json'] },
    ];
    const result = read({ levels: undefined, chapters, passMark: 85 });
    expect(result).toMatchObject({
      ok: true,
      course: { levels: ['b.json', 'more/c.json', 'a.json'], chapters, passMark: 85 },
    });
  });

  test('may have an id, by which learning platforms know it', () => {
    expect(read({ id: 'mail-with-care' })).toMatchObject({ ok: true, course: { id: 'mail-with-care' } });
    expect(read({})).toMatchObject({ ok: true });
    for (const id of ['Mail', 'a b', 'a_b', '', '-a']) expect(codesOf({ id })).toEqual(['not-an-id']);
    expect(codesOf({ id: 7 })).not.toEqual([]);
  });

  test('needs levels, in one place, each of them once', () => {
    expect(codesOf({ levels: undefined })).toEqual(['no-levels']);
    expect(codesOf({ levels: [] })).toEqual(['too-few']);
    expect(codesOf({ chapters: [{ title: 'One', levels: ['b.json'] }] })).toEqual(['levels-and-chapters']);
    const chapters = [
      { title: 'One', levels: ['a.json'] },
      { title: 'Two', levels: ['b.json', 'a.json'] },
    ];
    expect(read({ levels: undefined, chapters }).problems).toMatchObject([
      { code: 'duplicate-level', params: { file: 'a.json' } },
    ]);
  });

  test.each([
    '../secret.json',
    'more/../../secret.json',
    '%2e%2e/secret.json',
    '/etc/passwd.json',
    '\\\\host\\a.json',
    'https://elsewhere.example/level.json',
    '//elsewhere.example/level.json',
    'level.json?x=1',
    'level.txt',
  ])('refuses a level outside its folder: %s', (path) => {
    expect(codesOf({ levels: [path] })).toEqual(['not-a-file']);
    expect(codesOf({ brand: { name: 'N', logo: path.replace('.json', '.svg') } })).toEqual(['not-a-file']);
  });

  test('reports all its problems at once, in reading order', () => {
    expect(codesOf({ languages: ['en', 'de', 'en'], brand: { accent: '#ffcc00', logo: 'logo.png' } })).toEqual([
      'duplicate-language',
      'low-contrast',
      'logo-without-name',
    ]);
    expect(codesOf({ passMark: 101, certificate: { seal: 'x' }, brand: { accent: 'red' } })).toEqual([
      'too-big',
      'unknown-field',
      'not-a-colour',
    ]);
  });
});

describe('the colours of a brand', () => {
  test('must be readable on the paper of the page', () => {
    const tokens = readFileSync(new URL('../../src/screens/style/tokens.css', import.meta.url), 'utf8');
    expect(tokens).toContain(`--paper: ${PAPER};`);
  });

  test('have the contrast that WCAG defines', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
    expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.478, 3);
    expect(codesOf({ brand: { accent: '#1f5a8c', stamp: '#A3322B' } })).toEqual([]);
    expect(read({ brand: { stamp: '#777777' } }).problems).toMatchObject([
      { code: 'low-contrast', params: { colour: '#777777', contrast: '4.3', least: '4.5' } },
    ]);
  });
});
