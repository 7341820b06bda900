import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bestRouting } from '../../src/engine/analysis/analysis.ts';
import { eml } from '../../src/engine/mail/export/eml.ts';
import { viewOf } from '../../src/engine/mail/view.ts';
import { textOf } from '../../src/i18n/index.ts';
import { decode, readLevel, withTranslations } from '../../src/levels/index.ts';
import { MOST_PROBLEMS } from '../../src/levels/problem.ts';

type Json = Record<string, unknown>;

const GOOD = readFileSync(new URL('../course/cv-to-rivals.json', import.meta.url), 'utf8');
const codes = (text: string) => readLevel(text, 'my.json').problems.map(({ code }) => code);
const inTitle = (title: string) => readLevel(JSON.stringify({ ...(JSON.parse(GOOD) as Json), title }), 'my.json');

/** A level whose JSON is written by hand at one place, as no program would write it. */
const spliced = (after: string, piece: string) => {
  if (!GOOD.includes(after)) throw new Error(`The level does not have ${after}`);
  return GOOD.replace(after, after + piece);
};

describe('a level from a stranger', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '${alert(1)} {{alert}} $t(app.title)',
    '&lt;b&gt;',
    '\u202Egnp.exe\u202C \u2066x\u2069',
    'a\u0000b\u001B[2J',
  ])('has any text as it stands: %j', (title) => {
    const result = inTitle(title);
    expect(result).toMatchObject({ ok: true, level: { title } });
  });

  test('cannot add a line of its own to a mail', () => {
    const level = JSON.parse(GOOD) as { mails: Json[]; contacts: Json[] } & Json;
    level.mails[0]!['subject'] = 'Hello\r\nBcc: everybody@mail.example\r\n\r\n<script>';
    level.contacts[0]!['name'] = 'North\r\nCc: x@mail.example';
    const result = readLevel(JSON.stringify(level), 'my.json');
    if (!result.ok) throw new Error('The level does not play.');
    const copy = viewOf(result.level, { cv: { northwind: 'to', southgale: 'cc' } }, 'cv', {
      contact: 'northwind',
      index: 0,
    });
    const text = copy ? [...eml(copy, { at: 0, textOf })].join('') : '';
    expect(text).toContain('Subject:');
    expect(text).not.toMatch(/^(?:Bcc: everybody|Cc: x@|<script>)/m);
  });

  test.each([
    ['javascript', 'alert(1)'].join(':'),
    'data:text/html,x',
    'http://plain.example/',
    'https://a b',
    'https://x"onload="y',
    '//evil',
  ])('has no link but to a page by https: %s', (url) => {
    expect(codes(GOOD.replace(/"url": "[^"]*"/, `"url": ${JSON.stringify(url)}`))).toEqual(['not-a-link']);
  });

  test('cannot reach the prototypes of objects', () => {
    expect(codes(spliced('"minutes": 2,', '"__proto__": { "polluted": 1 },'))).toEqual(['unknown-field']);
    expect(codes(spliced('"minutes": 2,', '"constructor": { "prototype": { "polluted": 1 } },'))).toEqual([
      'unknown-field',
    ]);
    expect(codes(GOOD.replace('"id": "manager"', '"id": "constructor"'))).toContain('not-an-id');
    expect(codes(GOOD.replace('"id": "cv"', '"id": "constructor"'))).toContain('not-an-id');
    expect(codes(spliced('"sensitivity": 2,', '"prefilled": { "constructor": "to", "toString": "cc" },'))).toEqual([
      'unknown-contact',
      'unknown-contact',
    ]);
    const result = readLevel(spliced('"title": {', '"__proto__": "x",'), 'my.json');
    expect(result).toMatchObject({ ok: true, level: { title: { en: 'One CV, two rivals' } } });
    expect(result.ok && Object.getOwnPropertyNames(result.level.title)).not.toContain('__proto__');
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('cannot reach them through a translation', () => {
    const result = readLevel(GOOD, 'my.json');
    if (!result.ok) throw new Error('The level does not play.');
    const text = '{ "format": 1, "__proto__": { "title": "x" }, "contacts": [{ "id": "constructor", "name": "x" }] }';
    const side = withTranslations(result.level, [{ language: 'fr', file: 'my.fr.json', text }]);
    expect(side.problems.map(({ code }) => code)).toEqual(['unknown-field', 'not-an-id']);
    expect(side.level).toBe(result.level);
  });

  test.each([
    ['brackets', '['.repeat(500_000)],
    ['braces', '{"a":'.repeat(200_000)],
    ['a well-formed pit', `${'['.repeat(300_000)}${']'.repeat(300_000)}`],
  ])('is not followed into the depth: %s', (_, text) => {
    expect(codes(text)).toEqual(['too-deep']);
  });

  test('is not read when it is larger than any level', () => {
    const million = JSON.stringify({ contacts: Array.from({ length: 1_000_000 }, () => ({})) });
    expect(codes(million)).toEqual(['too-large']);
    expect(decode(new Uint8Array(2 ** 20 + 1), 'my.json')).toMatchObject({ ok: false, problem: { code: 'too-large' } });
  });

  test.each([
    ['contacts without end', GOOD.replace('"contacts": [', `"contacts": [${'{},'.repeat(300_000)}`)],
    ['commas', ','.repeat(1_000_000)],
    ['open quotes', '"\n'.repeat(400_000)],
    ['one name again and again', `{${Array.from({ length: 90_000 }, () => '"a": 1').join(',')}}`],
    [
      'fields that nobody knows',
      `{${Array.from({ length: 50_000 }, (_, index) => `"f${String(index)}": 1`).join(',')}}`,
    ],
    ['spaces before a comma', `{ "a": 1 ${' '.repeat(900_000)}, }`],
  ])('is reported in at most a hundred problems: %s', (_, text) => {
    const found = codes(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(MOST_PROBLEMS + 1);
  });

  test.each([
    ['people without end', '"needs": "nothing",', '"people": 1e999,', 'expected-number'],
    ['very many people', '"needs": "nothing",', '"people": 1e308,', 'too-big'],
    ['people beyond counting', '"needs": "nothing",', '"people": 9007199254740993,', 'too-big'],
    ['a thousand-digit time', '"id": "southgale-reads",', `"colour": "P${'9'.repeat(1000)}Y",`, 'unknown-field'],
  ])('has %s refused', (_, after, piece, code) => {
    expect(codes(spliced(after, piece))).toEqual([code]);
  });

  test('waits no longer than a story can last', () => {
    expect(codes(GOOD.replace('"PT2H"', `"P${'9'.repeat(400)}Y"`))).toEqual(['not-a-duration']);
  });

  test('with the most cards possible is searched for its best way', () => {
    const level = JSON.parse(GOOD) as { contacts: Json[]; circles?: unknown; beats?: unknown } & Json;
    level.contacts = Array.from({ length: 30 }, (_, index) => ({
      ...level.contacts[index % 4],
      id: `c${String(index)}`,
      address: `c${String(index)}@mail.example`,
    }));
    delete level.circles;
    delete level.beats;
    delete level.expectations;
    const result = readLevel(JSON.stringify(level), 'my.json');
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(bestRouting(result.level).outcome.stars).toBeGreaterThanOrEqual(1);
    level.contacts.push({ ...level.contacts[0], id: 'one-more' });
    expect(codes(JSON.stringify(level))).toEqual(['too-many']);
  });
});
