import { expect, test } from 'vitest';
import { simulate } from '../../src/engine/index.ts';
import { checkDraft } from '../../src/workshop/draft.ts';
import { written } from '../../src/workshop/edit.ts';
import { withGapsFilled } from '../../src/workshop/gaps.ts';
import type { Json } from '../../src/workshop/json/value.ts';

const filesOf = (level: Json) => ({ file: 'a.json', text: written(level), translations: [] });
const facts = {
  format: 2,
  id: 'a',
  sender: { address: 'a@office.example' },
  contacts: [
    { id: 'one', address: 'one@post.example', needs: 'know' },
    { id: 'other', name: '', address: 'other@post.example', needs: 'know' },
  ],
  mails: [{ id: 'mail', sensitivity: 2, fields: ['to', 'separate'] }],
};

test('a level without its texts can be tried, with the same outcome as with them', () => {
  const { level } = checkDraft(withGapsFilled(filesOf(facts)), [], () => []);
  expect(level && simulate(level, { mail: { one: 'to', other: 'to' } }).stars).toBe(0);
  expect(level && simulate(level, { mail: { one: 'separate', other: 'separate' } }).stars).toBe(3);
});

test('what is missing besides texts stays missing', () => {
  const [one] = facts.contacts;
  const { level } = checkDraft(
    withGapsFilled(filesOf({ ...facts, contacts: [{ ...one, address: '' }] })),
    [],
    () => [],
  );
  expect(level).toBeNull();
});

test('a level that has all its texts stays as it is', () => {
  const filled = withGapsFilled(filesOf(facts));
  expect(withGapsFilled(filled)).toBe(filled);
});
