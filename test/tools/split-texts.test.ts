import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withEnglish } from '../../tools/split-texts.mjs';
import first from '../../src/i18n/en.json?first';
import later from '../../src/i18n/en.json?later';
import practice from '../../src/i18n/en.json?practice';
import room from '../../src/i18n/en.json?room';
import workshop from '../../src/i18n/en.json?workshop';

test('the files of a language together are the whole, and share nothing', () => {
  const file = new URL('../../src/i18n/en.json', import.meta.url);
  const whole = JSON.parse(readFileSync(file, 'utf8')) as object;
  const files = [first, later, practice, room, workshop];
  expect(Object.assign({}, ...files)).toEqual(whole);
  expect(files.flatMap((part) => Object.keys(part))).toHaveLength(Object.keys(whole).length);
  expect(Object.keys(first)).toContain('home');
  expect(Object.keys(later)).toContain('debrief');
  expect(Object.keys(practice)).toContain('day');
  expect(Object.keys(room)).toEqual(['room']);
  expect(Object.keys(workshop)).toContain('workshop');
});

test('a text that is not translated yet is in English, in every plural form of the language', () => {
  const english = {
    home: { play: 'Play', stop: 'Stop', mails_one: '{{count}} email', mails_other: '{{count}} emails' },
  };
  expect(withEnglish({ home: { play: 'العب' } }, english, ['one', 'two', 'other'])).toEqual({
    home: {
      play: 'العب',
      stop: 'Stop',
      mails_one: '{{count}} emails',
      mails_two: '{{count}} emails',
      mails_other: '{{count}} emails',
    },
  });
  expect(withEnglish({}, english, ['other'])).toEqual({
    home: { play: 'Play', stop: 'Stop', mails_other: '{{count}} emails' },
  });
});

test('a complete language stays as it is', () => {
  const german = { home: { play: 'Spielen', mails_one: 'eine', mails_other: 'viele' } };
  const english = { home: { play: 'Play', mails_one: 'one', mails_other: 'many' } };
  expect(withEnglish(german, english, ['one', 'other'])).toEqual(german);
});
