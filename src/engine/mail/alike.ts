import { isCopied } from '../level/fields.ts';
import type { Contact, ContactId, Level } from '../level/level.ts';
import type { DeliveredMail, Delivery } from './delivery.ts';

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

/** True for a card of numbered people: a crowd, or what is left of one. */
function isNumbered({ address }: Contact): boolean {
  return address.includes('{n}');
}

/**
 * The deliveries of a mail to those who have a habit. Crowds that are treated alike (the level says the same of them, and they
 * lie in the same field) are put together, in the order of their ids: a list has the habits of its people however it was cut
 * into batches. A person is always alone.
 */
export function withHabit(
  { deliveries, book, routing }: Pick<DeliveredMail, 'deliveries' | 'book' | 'routing'>,
  habit: NonNullable<Contact['habits']>[number],
): Delivery[][] {
  const groups = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    const { addressee } = delivery;
    if (!isCopied(delivery.field) || !addressee.habits?.includes(habit)) continue;
    const key = isNumbered(addressee)
      ? `crowd ${routing[addressee.id] ?? 'none'} ${book.traitsOf(addressee.id)}`
      : `person ${addressee.id}`;
    groups.set(key, [...(groups.get(key) ?? []), delivery]);
  }
  return [...groups.values()].map((group) => group.toSorted((a, b) => (a.addressee.id < b.addressee.id ? -1 : 1)));
}
