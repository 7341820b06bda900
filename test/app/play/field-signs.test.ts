import { expect, test } from 'vitest';
import { showsFieldSigns } from '../../../src/app/play/field-signs.ts';

const LATER = { always: false, firstChapter: false, breach: false, latest: {} };
const played = (stars: number, at: number) => ({ stars, at });

test('the field signs show in the first chapter and then fade', () => {
  expect(showsFieldSigns({ ...LATER, firstChapter: true })).toBe(true);
  expect(showsFieldSigns(LATER)).toBe(false);
});

test('the setting keeps them', () => {
  expect(showsFieldSigns({ ...LATER, always: true })).toBe(true);
});

test('they come back after a breach in this play, and after a level that went badly', () => {
  expect(showsFieldSigns({ ...LATER, breach: true })).toBe(true);
  expect(showsFieldSigns({ ...LATER, latest: { one: played(1, 5) } })).toBe(true);
  expect(showsFieldSigns({ ...LATER, latest: { one: played(2, 5) } })).toBe(false);
});

test('only the last finished play counts', () => {
  expect(showsFieldSigns({ ...LATER, latest: { one: played(0, 5), two: played(3, 9) } })).toBe(false);
  expect(showsFieldSigns({ ...LATER, latest: { one: played(0, 9), two: played(3, 5) } })).toBe(true);
});
