import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';

/** Good levels, changed at random: in their data, or in their text. */

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const TEXTS = ['cv-to-rivals', 'forum-privacy-reply', 'survey-mailing'].map((name) =>
  readFileSync(new URL(`../../levels/${name}.json`, import.meta.url), 'utf8'),
);
const LEVELS = TEXTS.map((text) => JSON.parse(text) as Json);

/** The texts of the good levels, with the small ones most often. */
const goodText = fc.constantFrom(...[0, 0, 0, 1, 1, 2].map((index) => TEXTS[index] ?? ''));
const goodLevel = fc.constantFrom(...[0, 0, 0, 1, 1, 2].map((index) => LEVELS[index] ?? null));

/** Values that people and programs put in the wrong place. */
const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    '',
    ' ',
    '*',
    '__proto__',
    'constructor',
    'toString',
    '\u202Eevil',
    '{n}',
    [],
    {},
  ),
  fc.constantFrom<Json>(0, -0, -1, 0.5, 1, 2, 3, 15, 1e308, -1e308, 2 ** 53, 10_000_000, 10_000_001),
  fc.constantFrom<Json>('northwind', 'batch-1', 'survey', 'to', 'none', 'act', 'list', 'P1D', 'breach', 'a@b.example'),
  fc.constantFrom<Json>(
    '<img src=x onerror=alert(1)>',
    ['javascript', 'alert(1)'].join(':'),
    'x'.repeat(2000),
    '👩‍👩‍👧'.repeat(9),
  ),
  fc.constantFrom<Json>(['northwind', 'northwind'], { en: 'A', de: '' }, { viewer: '*', learns: '*' }, [[[[[]]]]]),
);

interface Place {
  readonly holder: Json[] | { [name: string]: Json };
  readonly key: string | number;
}

function placesIn(value: Json): Place[] {
  if (value === null || typeof value !== 'object') return [];
  const keys: (string | number)[] = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap((key) => [
    { holder: value, key },
    ...placesIn((value as Record<string | number, Json>)[key] ?? null),
  ]);
}

const change = fc.record({
  place: fc.nat(),
  other: fc.nat(),
  what: fc.constantFrom('replace', 'remove', 'double', 'copy', 'rename'),
  junk,
});

function apply(
  level: Json,
  { place, other, what, junk: value }: { place: number; other: number; what: string; junk: Json },
) {
  const places = placesIn(level);
  const at = places[place % places.length];
  const from = places[other % places.length];
  if (!at || !from) return;
  const { key } = at;
  const holder = at.holder as Record<string | number, Json>;
  const copied = structuredClone((from.holder as Record<string | number, Json>)[from.key] ?? null);
  if (what === 'remove') {
    if (Array.isArray(at.holder)) at.holder.splice(Number(key), 1);
    else delete holder[key];
  } else if (what === 'double' && Array.isArray(at.holder)) at.holder.push(structuredClone(holder[key] ?? null));
  else if (what === 'rename' && !Array.isArray(at.holder)) {
    const kept = holder[key] ?? null;
    delete holder[key];
    Object.defineProperty(holder, String(from.key), {
      value: kept,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else holder[key] = what === 'copy' ? copied : structuredClone(value);
}

/** A good level after one to three changes of its data. */
export const mutated: fc.Arbitrary<unknown> = fc
  .record({ level: goodLevel, changes: fc.array(change, { minLength: 1, maxLength: 3 }) })
  .map(({ level, changes }) => {
    const changed = structuredClone(level);
    for (const one of changes) apply(changed, one);
    return changed;
  });

/** The text of a good level after one or two typing slips. */
export const slipped: fc.Arbitrary<string> = fc
  .record({
    text: goodText,
    slips: fc.array(
      fc.record({
        at: fc.nat(),
        remove: fc.constantFrom(0, 0, 1, 1, 2, 30, 5000),
        add: fc.constantFrom(
          '',
          '',
          '"',
          ',',
          '{',
          '}',
          '[',
          ']',
          ':',
          '\\',
          '\n',
          '\u0000',
          '\uFEFF',
          '//',
          '9',
          '“',
          'e',
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ text, slips }) =>
    slips.reduce((changed, { at, remove, add }) => {
      const place = at % changed.length;
      return changed.slice(0, place) + add + changed.slice(place + remove);
    }, text),
  );
