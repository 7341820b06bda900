import { describe, expect, test } from 'vitest';
import { written } from '../../src/workshop/edit.ts';
import { draftOf, setValue, type LevelFiles } from '../../src/workshop/level-files.ts';
import { addMail, removeMail, setTogether, settleMail } from '../../src/workshop/mails.ts';
import { addPerson, removePerson, setForwardsTo, setKind, settlePerson } from '../../src/workshop/people.ts';
import { setText, textAt } from '../../src/workshop/texts.ts';

const EMPTY: LevelFiles = { file: 'one.json', text: written({ format: 2, title: { en: 'One' } }), translations: [] };

const contact = (files: LevelFiles, index: number) => draftOf(files).contacts?.[index];

describe('a new card', () => {
  test('gets its id and its address from its name, once', () => {
    const { files, index } = addPerson(EMPTY, 'crowd', 'en', '');
    expect(contact(files, index)).toMatchObject({ id: 'crowd', address: 'crowd-{n}@mail.example', people: 20 });
    const named = settlePerson(setText(files, ['contacts', index, 'name'], 'en', 'Zoë’s class'), index, 'en');
    expect(contact(named, index)).toMatchObject({ id: 'zoe-s-class', address: 'zoe-s-class-{n}@mail.example' });
    const again = settlePerson(setText(named, ['contacts', index, 'name'], 'en', 'Her class'), index, 'en');
    expect(contact(again, index)).toMatchObject({ id: 'zoe-s-class', name: { en: 'Her class' } });
  });

  test('with a name in another script keeps the id that it has', () => {
    const { files, index, id } = addPerson(EMPTY, 'person', 'ja', '本田');
    expect(contact(settlePerson(files, index, 'ja'), index)?.id).toBe(id);
  });

  test('of another kind loses what only the old kind can have', () => {
    const { files, index } = addPerson(EMPTY, 'list', 'en', 'Staff');
    const list = setValue(
      setValue(files, ['contacts', index, 'nameReveals'], true),
      ['contacts', index, 'members'],
      ['x'],
    );
    const person = setKind(list, index, 'person');
    expect(Object.keys(contact(person, index) ?? {}).toSorted()).toEqual(['address', 'id', 'name', 'needs']);
  });
});

test('who is removed leaves nobody who forwards to them', () => {
  const ana = addPerson(EMPTY, 'person', 'en', 'Ana');
  const ben = addPerson(ana.files, 'person', 'en', 'Ben');
  const forwards = setForwardsTo(ben.files, ben.index, ana.id);
  expect(contact(forwards, 1)).toMatchObject({ habits: ['forwards'], forwardsTo: 'ana' });
  const left = contact(removePerson(forwards, ana.id), 0);
  expect(left?.id).toBe('ben');
  expect(left?.habits ?? left?.forwardsTo).toBeUndefined();
});

test('emails on one desk offer the same fields, and a desk of one email is no series', () => {
  const two = addMail(addMail(EMPTY).files);
  const apart = setValue(two.files, ['mails', 1, 'fields'], ['to']);
  const together = setTogether(apart, 1, true);
  expect(draftOf(together).mails?.[1]?.fields).toEqual(['to', 'cc', 'bcc', 'separate']);
  const alone = setTogether(together, 1, false);
  expect(draftOf(alone).mails?.map(({ series }) => series)).toEqual([undefined, undefined]);
});

test('an email gets its id from its subject, and takes what waits for it along', () => {
  const { files, index } = addMail(EMPTY);
  const named = settleMail(setText(files, ['mails', index, 'subject'], 'en', 'The rota'), 'mails', index, 'en');
  const beat = { id: 'b', when: { reached: 'x', mail: 'the-rota' }, after: 'P1D', text: 'Text' };
  expect(draftOf(removeMail(setValue(named, ['beats', 0], beat), 'the-rota')).beats).toBeUndefined();
});

test('a text in a language that has a file beside the level is written there', () => {
  const beside = { language: 'fr', file: 'one.fr.json', text: '{ "format": 1 }\n' };
  const files = addPerson({ ...EMPTY, translations: [beside] }, 'person', 'en', 'Ana').files;
  const french = setText(files, ['contacts', 0, 'name'], 'fr', 'Anne');
  expect(french.text).toBe(files.text);
  expect(textAt(french, ['contacts', 0, 'name'], 'fr')).toBe('Anne');
  expect(JSON.parse(french.translations[0]?.text ?? '')).toEqual({
    format: 1,
    contacts: [{ id: 'ana', name: 'Anne' }],
  });
  expect(JSON.parse(removePerson(french, 'ana').translations[0]?.text ?? '')).toEqual({ format: 1 });
});
