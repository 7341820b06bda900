import { beforeAll, expect, test } from 'vitest';
import { setLanguage } from '../../../src/i18n/index.ts';
import { mailChoices } from '../../../src/screens/workshop/mail-choices.ts';

const NAMES: Readonly<Record<string, string>> = { ana: 'Ana Pol', ben: 'Ben Ray' };
const form = {
  titled: (text: unknown) => (typeof text === 'string' ? text : ''),
  nameOf: (id: string | undefined) => NAMES[id ?? ''] ?? '',
};

beforeAll(() => setLanguage('en'));

test('an email is named by its subject', () => {
  const mails = [{ id: 'party', subject: 'Party', contacts: ['ana'] }, { id: 'new' }, { subject: 'Without an id' }];
  expect(mailChoices(form, mails)).toEqual([
    { value: 'party', name: 'Party' },
    { value: 'new', name: 'No subject yet' },
  ]);
});

test('emails with one subject have different names, by their people or by their number', () => {
  const mails = [
    { id: 'one', subject: 'Survey', contacts: ['ana'] },
    { id: 'two', subject: 'Survey', contacts: ['ben'] },
    { id: 'three', subject: 'Survey' },
    { id: 'four', subject: 'Survey' },
  ];
  expect(mailChoices(form, mails).map(({ name }) => name)).toEqual([
    'Survey · Ana Pol',
    'Survey · Ben Ray',
    'Survey · 3',
    'Survey · 4',
  ]);
});
