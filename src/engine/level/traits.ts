import type { Contact, ContactId, Level } from './level.ts';

/**
 * Returns what a level says about a card, apart from its name and number of people: two cards with the same traits
 * differ only in those.
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
