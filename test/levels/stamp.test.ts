import { expect, test } from 'vitest';
import { readLevel } from '../../src/levels/read.ts';
import { stampOf } from '../../src/levels/stamp.ts';
import { courseLevel, crowd } from '../engine/levels.ts';

test.each([
  ['cv-to-rivals', 'offices'],
  ['survey-mailing', 'crowd'],
  ['forum-privacy-reply', 'multitude'],
])('%s has the stamp of its recipients: %s', (id, stamp) => {
  expect(stampOf(courseLevel(id))).toBe(stamp);
});

test('a level with few people gets the letter', () => {
  const [, , referee, manager] = courseLevel('cv-to-rivals').contacts;
  expect(stampOf({ contacts: [referee!, manager!] })).toBe('letter');
});

test('a level may say what its stamp shows', () => {
  expect(stampOf({ ...courseLevel('cv-to-rivals'), stamp: 'letter' })).toBe('letter');
});

test('the checker refuses a stamp that nobody has drawn, and names those there are', () => {
  const text = JSON.stringify({ ...courseLevel('cv-to-rivals'), stamp: 'eagle' });
  const { ok, problems } = readLevel(text, 'cv-to-rivals.json');
  expect(ok).toBe(false);
  expect(problems).toMatchObject([{ code: 'not-one-of' }]);
  expect(JSON.stringify(problems)).toContain('multitude');
});

test('a hundred thousand people are a multitude, and one fewer a crowd', () => {
  expect(stampOf({ contacts: [crowd('all', 100_000)] })).toBe('multitude');
  expect(stampOf({ contacts: [crowd('all', 99_999)] })).toBe('crowd');
});
