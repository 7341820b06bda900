import { beforeAll, expect, test } from 'vitest';
import { setLanguage } from '../../../src/i18n/index.ts';
import { idNames } from '../../../src/screens/workshop/id-names.ts';

const NAMES: Readonly<Record<string, string>> = { ana: 'Ana Pol', ben: 'Ben Ray' };
const form = {
  draft: {
    mails: [
      { id: 'survey-1', series: 'survey', subject: 'How did we do?' },
      { id: 'survey-2', series: 'survey', subject: 'How did we do?' },
    ],
    expectations: [{ id: 'best-way' }, { id: 'likely-mistake' }],
  },
  titled: (text: unknown) => (typeof text === 'string' ? text : ''),
  nameOf: (id: string | undefined) => NAMES[id ?? ''] ?? '',
};

beforeAll(() => setLanguage('en'));

test('what the checker says by ids is said by names: people, emails, ways', () => {
  expect(idNames(form, 'ana, ben')).toBe('Ana Pol and Ben Ray');
  // Emails of one series have one subject.
  expect(idNames(form, 'survey-1, survey-2')).toBe('How did we do?');
  expect(idNames(form, 'survey')).toBe('How did we do?');
  expect(idNames(form, 'best-way')).toBe('Your best way');
  expect(idNames(form, 'likely-mistake')).toBe('Way 2');
});

test('what is no id stays as it is', () => {
  expect(idNames(form, '15')).toBe('15');
  expect(idNames(form, 'ana, somebody')).toBe('ana, somebody');
  expect(idNames(form, '')).toBe('');
});
