import { expect, test } from 'vitest';
import { textTypes, valuesByKey } from '../../tools/text-types.mjs';

const TEXTS = {
  home: {
    play: 'Play',
    place: '{{file}}, line {{line}}',
    next_one: 'an email',
    next_other: '{{count}} emails to {{who}}',
  },
  number: { '2': 'two' },
};

test('each text needs its own values, and plural forms those of all forms together', () => {
  expect([...valuesByKey(TEXTS)].map(([key, names]) => [key, [...names].toSorted()])).toEqual([
    ['home.play', []],
    ['home.place', ['file', 'line']],
    ['home.next', ['count', 'who']],
    ['number.2', []],
  ]);
});

test('a key without other forms keeps its ending', () => {
  expect([...valuesByKey({ any_one: 'Anyone' }).keys()]).toEqual(['any_one']);
});

test('the types name every key, with the values that its text needs', () => {
  expect(textTypes(TEXTS)).toContain(
    "  'home.play': never;\n  'home.place': 'file' | 'line';\n  'home.next': 'count' | 'who';\n  'number.2': never;\n",
  );
});
