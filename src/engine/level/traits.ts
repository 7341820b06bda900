import type { Contact, ContactId, Level } from './level.ts';

/**
 * What a level says of a card beside who it is and how many people it stands for: two cards of which it says the same can be
 * told apart by their names alone.
 */
export function traitsOf(level: Level, contact: Contact): string {
  const { id, name: _name, address: _address, people: _people, about: _about, ...facts } = contact;
  const naming = (members: readonly ContactId[] | undefined) => members?.includes(id) ?? false;
  return JSON.stringify([
    Object.entries(facts).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    (level.circles ?? []).map(({ members }) => naming(members)),
    level.contacts.filter(({ members, maySee }) => naming(members) || naming(maySee)).map((other) => other.id),
    level.mails.map(({ needs, contacts }) => [needs?.[id], naming(contacts)]),
    (level.received ?? []).map(({ from, to, cc, needs }) => [from === id, naming(to), naming(cc), needs?.[id]]),
  ]);
}
