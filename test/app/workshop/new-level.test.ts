import { expect, test } from 'vitest';
import { emptyLevel } from '../../../src/app/workshop/new-level.ts';
import { quickCheck } from '../../../src/workshop/analysis/quick-check.ts';

test('an empty level says at its fields what is missing, and nothing of parts that the form does not name', () => {
  const places = quickCheck(emptyLevel()).problems.map(({ path }) => path.join('.'));
  expect(places.toSorted()).toEqual([
    'briefing',
    'contacts',
    'lesson.rule',
    'lesson.why',
    'mails',
    'sender.name',
    'summary',
    'title',
  ]);
});
