import { describe, expect, test } from 'vitest';
import { mailboxCount, mailboxesFrom, viewOf } from '../../../src/engine/mail/view.ts';
import { courseLevel, crowd, level, person, route, surveyRouting } from '../levels.ts';

describe('the copy of one recipient', () => {
  const survey = courseLevel('survey-mailing');

  test('any person of a batch reads the other 118 to 197 addresses, and Priya', () => {
    const smallest = viewOf(survey, surveyRouting('cc'), 'survey-1', { contact: 'batch-1', index: 0 });
    const largest = viewOf(survey, surveyRouting('cc'), 'survey-2', { contact: 'batch-2', index: 197 });
    expect(smallest?.readsOthers).toBe(118 + 1);
    expect(largest?.readsOthers).toBe(197 + 1);
    expect(largest && mailboxCount(largest.cc)).toBe(198);
    expect(largest?.recipient.address).toBe('resident-198@batch2.example');
    expect(largest?.replyTo).toBe('survey-desk@northmoor-police.example');
  });

  test('anyone who did not get the mail has no copy', () => {
    expect(viewOf(survey, surveyRouting('cc'), 'survey-1', { contact: 'batch-2', index: 0 })).toBeNull();
    expect(viewOf(survey, {}, 'survey-1', { contact: 'batch-1', index: 0 })).toBeNull();
  });

  test.each([-1, 119, 0.5, Number.NaN])('a batch of 119 has no person number %s', (index) => {
    expect(() => viewOf(survey, surveyRouting('cc'), 'survey-1', { contact: 'batch-1', index })).toThrow(RangeError);
  });

  test('a blind copy does not name its recipient', () => {
    const rivals = courseLevel('cv-to-rivals');
    const hidden = viewOf(rivals, { cv: { northwind: 'to', southgale: 'bcc' } }, 'cv', {
      contact: 'southgale',
      index: 0,
    });
    expect(hidden).toMatchObject({ named: false, readsOthers: 1, toPlaceholder: null });
    expect(hidden && mailboxesFrom(hidden.to, 0, 10)).toEqual([
      { name: { en: 'Northwind, HR', de: 'Northwind, Personal' }, address: 'jobs@northwind.example' },
    ]);
  });

  test('part of a header with a million addresses is read from the middle', () => {
    const many = level([person('first'), crowd('many', 1_000_000), person('last')]);
    const copy = viewOf(many, route({ first: 'to', many: 'to', last: 'to' }), 'mail', { contact: 'last', index: 0 });
    expect(copy && mailboxCount(copy.to)).toBe(1_000_002);
    expect(copy && mailboxesFrom(copy.to, 999_999, 3).map(({ address }) => address)).toEqual([
      'many-999999@mail.example',
      'many-1000000@mail.example',
      'last@mail.example',
    ]);
  });
});
