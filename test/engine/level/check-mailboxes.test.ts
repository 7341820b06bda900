import { describe, expect, test } from 'vitest';
import { checkLevel } from '../../../src/engine/level/check.ts';
import type { Contact } from '../../../src/engine/level/level.ts';
import { crowd, level, mail, person } from '../levels.ts';

const codes = (contacts: readonly Contact[], facts: Parameters<typeof level>[1] = {}) =>
  checkLevel(level(contacts, facts)).map(({ code, path }) => [code, ...path].join(' '));

describe('refuses addresses that cannot be attributed', () => {
  test('crowds that cross: some mailboxes in common, and each with others', () => {
    const fifty = crowd('a', 50, { address: 'a{n}@mail.example' });
    const ten = crowd('b', 10, { address: 'A1{n}@mail.example' });
    expect(codes([fifty, ten])).toEqual(['addresses-cross contacts 1 address']);
    // It is plain when all of the smaller crowd is within the larger one, or a card is for someone in it.
    expect(codes([fifty, { ...ten, people: 9 }])).toEqual([]);
    expect(codes([fifty, person('c', { address: 'a7@mail.example' })])).toEqual([]);
  });

  test('a mailing list at the address of a person, of someone in a crowd, or of the sender', () => {
    const list = (address: string) => person('list', { kind: 'list', members: ['ana'], address });
    const ana = person('ana');
    const crowded = crowd('many', 10);
    for (const address of ['Ana@mail.example', 'many-3@mail.example', 'sender@MAIL.example']) {
      expect(codes([ana, crowded, list(address)])).toEqual(['list-is-mailbox contacts 2 address']);
    }
    expect(codes([ana, crowded, list('list@mail.example')])).toEqual([]);
  });

  test('a list that should get separate mails', () => {
    const contacts = [person('ana'), person('list', { kind: 'list', members: ['ana'] })];
    const prefilled = (field: 'separate' | 'bcc') => ({ mails: [mail('mail', { prefilled: { list: field } })] });
    expect(codes(contacts, prefilled('separate'))).toEqual(['field-not-offered mails 0 prefilled list']);
    expect(codes(contacts, prefilled('bcc'))).toEqual([]);
  });
});
