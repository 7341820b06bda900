import { expect, test } from 'vitest';
import { stampOf } from '../../src/levels/stamp.ts';
import { courseLevel } from '../engine/levels.ts';

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
