import type { AddressBook, Addressee } from './contacts.ts';
import type { DeliveredMail, Delivery } from './delivery.ts';

/** A recipient who passes a mail on, with all that stands in it: Bcc restricts addresses, not content. */
export interface Forwarding {
  readonly delivered: DeliveredMail;
  readonly forwarder: Delivery;
  readonly reader: Addressee;
  /** Whose addresses the reader finds in the forwarded mail. */
  readonly shown: readonly Delivery[];
}

/** The mails that recipients pass on. Of a crowd that forwards, one is enough. */
export function forwardings(delivered: DeliveredMail, book: AddressBook): Forwarding[] {
  return delivered.deliveries.flatMap((forwarder) => {
    const { habits, forwardsTo } = forwarder.addressee;
    if (!habits?.includes('forwards') || forwardsTo === undefined) return [];
    // Whoever forwards is known to the reader by that; only the others in the mail are news.
    const shown = forwarder.readsShared
      ? delivered.deliveries.filter((delivery) => delivery.visible && delivery !== forwarder)
      : [];
    return book.expand(forwardsTo).map((reader) => ({ delivered, forwarder, reader, shown }));
  });
}
