import { beforeAll, expect, test } from 'vitest';
import { namesOf } from '../../src/i18n/describe.ts';
import { setLanguage } from '../../src/i18n/index.ts';
import { shortName } from '../../src/i18n/short-name.ts';
import { level, person } from '../engine/levels.ts';

beforeAll(() => setLanguage('en'));

const named = (...names: readonly string[]) =>
  level(names.map((name, index) => ({ ...person(`p${String(index)}`), name: { en: name } })));

test('a sentence uses names without the description after the comma', () => {
  const some = named('Northwind, HR', 'Southgale, HR', 'Dr Ines Maro', 'キム・アドラー、上司');
  expect(namesOf(some, ['p0', 'p1', 'p2', 'p3'])).toBe('Northwind, Southgale, Dr Ines Maro and キム・アドラー');
  expect(namesOf(some, ['p0', 'p1'])).toBe('Northwind and Southgale');
});

test('anyone who would share a short name keeps the whole name', () => {
  const some = named('Smith, Anna', 'Smith, Ben', 'Jones, Cleo');
  expect(some.contacts.map((contact) => shortName(some, contact))).toEqual(['Smith, Anna', 'Smith, Ben', 'Jones']);
});

test('a name that begins with a comma is kept', () => {
  const some = named(', Ltd');
  expect(namesOf(some, ['p0'])).toBe(', Ltd');
});
