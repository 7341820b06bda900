import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import first from '../../src/i18n/en.json?first';
import later from '../../src/i18n/en.json?later';

test('the two halves of a language are the whole, and share nothing', () => {
  const file = new URL('../../src/i18n/en.json', import.meta.url);
  const whole = JSON.parse(readFileSync(file, 'utf8')) as object;
  expect({ ...first, ...later }).toEqual(whole);
  expect(Object.keys(first).filter((part) => part in later)).toEqual([]);
  expect(Object.keys(first)).toContain('home');
  expect(Object.keys(later)).toContain('debrief');
});
