import { expect, test } from 'vitest';
import { hintFor, nearest } from '../../src/levels/nearest.ts';

test('a name is a slip of another while no more than a third of it is wrong', () => {
  expect(nearest('sabject', ['subject', 'body'])).toBe('subject');
  expect(nearest('ubsject', ['subject'])).toBe('subject');
  expect(nearest('subx', ['subject'])).toBeNull();
  // Six letters may have two slips, and not three.
  expect(nearest('abcdef', ['abcdxy'])).toBe('abcdxy');
  expect(nearest('abcdef', ['abcxyz'])).toBeNull();
});

test('the nearest of several is meant', () => {
  expect(nearest('bccc', ['bcc', 'cc'])).toBe('bcc');
});

test('where none is near, the names are listed if they are few', () => {
  expect(hintFor('zzz', ['to', 'cc'])).toEqual({ code: 'known-are', params: { names: 'to, cc' } });
  expect(
    hintFor(
      'zzz',
      Array.from({ length: 13 }, (_, index) => `name-${String(index)}`),
    ),
  ).toBeNull();
});
