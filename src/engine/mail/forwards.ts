import type { AddressBook, Addressee } from './contacts.ts';
import { subjectsFor, type DeliveredMail, type Delivery } from './delivery.ts';

/** A recipient who passes a mail on, with all that stands in it: Bcc restricts addresses, not content. */
export interface Forwarding {
  readonly delivered: DeliveredMail;
  readonly forwarder: Delivery;
  readonly reader: Addressee;
  /** Whose addresses the reader finds in the forwarded mail. */
  readonly shown: readonly { readonly subject: Delivery; readonly people: number }[];
}

/** The mails that recipients pass on. Of a crowd that forwards, one is enough: its last, as its first are those who answer all. */
export function forwardings(delivered: DeliveredMail, book: AddressBook): Forwarding[] {
  return delivered.deliveries.flatMap((forwarder) => {
    const { habits, forwardsTo } = forwarder.addressee;
    if (!habits?.includes('forwards') || forwardsTo === undefined) return [];
    // Whoever forwards is known to the reader by that; only the others in the mail are news.
    const shown = subjectsFor(delivered, forwarder)
      .map((subject) => ({ subject, people: subject.people - (subject === forwarder ? 1 : 0) }))
      .filter(({ people }) => people > 0);
    return book.expand(forwardsTo).map((reader) => ({ delivered, forwarder, reader, shown }));
  });
}
