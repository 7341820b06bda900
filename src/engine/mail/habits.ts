import { isCopied } from '../level/fields.ts';
import type { Contact } from '../level/level.ts';
import type { DeliveredMail, Delivery } from './delivery.ts';

/** True for a card of numbered people: a crowd, or what remains of one. */
function isNumbered({ address }: Contact): boolean {
  return address.includes('{n}');
}

/**
 * Returns the deliveries of a mail to contacts with a habit. Crowds that are treated alike (with the same facts and in
 * the same field) are combined, in the order of their ids: a list has the habits of its people however it was cut into
 * batches. A person is always alone.
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
