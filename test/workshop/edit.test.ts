import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { edit, revise, written } from '../../src/workshop/edit.ts';
import { valueAt, withValue, type Json, type Path } from '../../src/workshop/json/value.ts';
import { tries } from '../tries.ts';

const FOLDER = new URL('../../levels/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'));
const TEXTS = FILES.map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));

const prettier = (text: string) => format(text, { parser: 'json', printWidth: 120, singleQuote: true });

/** Texts with the characters of our languages, as wide as a line can hold them or a little wider. */
const words = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom(
    'to',
    'northwind',
    'an-id-that-is-long',
    'مرحبا بك',
    'こんにちは、皆さん',
    '你好',
    '“é” — ﷽',
    'ö',
    '🙂 👩‍👧 🇩🇪 1️⃣ ☎ ☎️',
  ),
  fc.nat({ max: 130 }).map((length) => 'x'.repeat(length)),
  fc.nat({ max: 60 }).map((length) => '語'.repeat(length)),
);

const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json; list: Json; object: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.constantFrom<Json>(null, true, false, 0, 3, 1136),
    tie('list'),
    tie('object'),
  ),
  list: fc.oneof(
    fc.array(words, { maxLength: 9 }),
    fc.array(fc.integer(), { maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(tie('object'), { maxLength: 3 }),
    fc.array(tie('list'), { maxLength: 3 }),
  ),
  // Names are short: prettier breaks even an empty object where a name alone fills the line.
  object: fc.dictionary(
    fc.oneof(
      words.filter((text) => text.length < 40),
      fc.constantFrom('id', 'en', 'when'),
    ),
    tie('value'),
    { maxKeys: 4 },
  ),
})).value;

/** A text of this value with spaces and empty lines as people leave them. */
const spelled = (value: Json): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom('', '', ' ', '\n', '\n\n', '\n  \n\n', '\t'), { minLength: 30, maxLength: 30 })
    .map((gaps) => {
      let at = 0;
      const gap = () => gaps[at++ % gaps.length] ?? '';
      const spell = (one: Json): string => {
        if (Array.isArray(one)) return `[${gap()}${one.map((item: Json) => spell(item)).join(`,${gap()}`)}${gap()}]`;
        if (typeof one !== 'object' || one === null) return JSON.stringify(one);
        const fields = Object.entries(one as Record<string, Json>);
        return `{${gap()}${fields.map(([name, field]) => `${JSON.stringify(name)}:${gap()}${spell(field)}`).join(`,${gap()}`)}${gap()}}`;
      };
      return spell(value);
    });

/** Every place in a value, its lists and objects included. */
function placesIn(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([name, part]) =>
      placesIn(part, [...path, Array.isArray(value) ? Number(name) : name]),
    ),
  ];
}

const change = fc.record({ place: fc.nat(), value: fc.option(json, { nil: undefined }), grow: fc.boolean() });
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

/** Picks a place of a value: one that is there, or a new one at the end of a list or object. */
function pathOf(value: Json, { place, grow }: Change): Path {
  const places = placesIn(value);
  const path = places[place % places.length] ?? [];
  const at = valueAt(value, path);
  if (!grow || typeof at !== 'object' || at === null) return path;
  return [...path, Array.isArray(at) ? at.length : 'added'];
}

const holdsAny = (value: Json | undefined) =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

describe('the layout of a file', () => {
  test.each(FILES.map((name, index) => [name, TEXTS[index] ?? ''] as const))('keeps every byte of %s', (_, text) => {
    expect(revise(text, (value) => structuredClone(value))).toBe(text);
    expect(written(JSON.parse(text) as Json).trim()).not.toBe('');
  });

  test('is what prettier would make of any new file', async () => {
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        const text = written(value);
        expect(await prettier(text)).toBe(text);
        expect(JSON.parse(text)).toEqual(value);
      }),
      tries(3000, 60),
    );
  });

  test('stays what prettier would make of it after any edits of a file that it had nothing to change in', async () => {
    await fc.assert(
      fc.asyncProperty(
        json.chain(spelled),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        async (rough, changes) => {
          let text = await prettier(rough);
          for (const one of changes) {
            const before = JSON.parse(text) as Json;
            const path = pathOf(before, one);
            text = edit(text, path, one.value);
            expect(JSON.parse(text)).toEqual(withValue(before, path, one.value));
          }
          expect(await prettier(text)).toBe(text);
        },
      ),
      tries(3000, 80),
    );
  });
});

describe('an edit of a file that was laid out by hand', () => {
  test('changes the value and no byte outside it', () => {
    fc.assert(
      fc.property(json.chain(spelled), change, (rough, one) => {
        const before = JSON.parse(rough) as Json;
        const path = pathOf(before, one);
        const text = edit(rough, path, one.value);
        expect(JSON.parse(text)).toEqual(withValue(before, path, one.value));
        const old = valueAt(before, path);
        const isUndone =
          (typeof old === 'string' && typeof one.value === 'string') ||
          (old === undefined && holdsAny(valueAt(before, path.slice(0, -1))));
        expect(isUndone ? edit(text, path, old) : rough).toBe(rough);
      }),
      tries(3000, 200),
    );
  });

  test('keeps its tabs, its lines that end as on Windows, and its byte order mark', () => {
    const text =
      '\uFEFF{\r\n\t"format": 2,\r\n\t"contacts": [\r\n\t\t{"id": "ana"},\r\n\t\t{"id": "ben"}\r\n\t]\r\n}\r\n';
    expect(edit(text, ['contacts', 0, 'id'], 'anna')).toBe(text.replace('"ana"', '"anna"'));
    expect(edit(text, ['contacts', 0], undefined)).toBe(text.replace('\r\n\t\t{"id": "ana"},', ''));
    expect(edit(text, ['contacts', 2], { id: 'cy' })).toBe(
      text.replace('{"id": "ben"}', '{"id": "ben"},\r\n\t\t{ "id": "cy" }'),
    );
    expect(edit(text, ['title'], 'One')).toBe(text.replace('2,\r\n', '2,\r\n\t"title": "One",\r\n'));
  });

  test('puts a new field where the format lists it', () => {
    const text = '{ "format": 2, "mails": [], "lesson": {} }';
    expect(edit(text, ['contacts'], [])).toBe('{ "format": 2, "contacts": [], "mails": [], "lesson": {} }');
  });
});

test('an edit of a file with wrong syntax writes what could be read', () => {
  const text = '{ "format": 2, "title": "One", // a note\n "minutes": 3,, "id": "one" ';
  expect(edit(text, ['minutes'], 4)).toBe('{\n  "format": 2,\n  "id": "one",\n  "title": "One",\n  "minutes": 4\n}\n');
});
