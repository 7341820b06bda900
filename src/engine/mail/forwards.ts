import { peopleOf, type AddressBook, type Addressee } from './contacts.ts';
import { withHabit } from './habits.ts';
import { subjectsFor, type DeliveredMail, type Delivery } from './delivery.ts';

/** A recipient who forwards a mail with everything in it: Bcc restricts addresses, not content. */
export interface Forwarding {
  readonly delivered: DeliveredMail;
  readonly forwarder: Delivery;
  readonly reader: Addressee;
  /**
   * How many people of the reader's contact get it: in a crowd that forwards to itself, all but the one who forwards.
   */
  readonly readers: number;
  /** The addressees whose addresses the reader finds in the forwarded mail. */
  readonly shown: readonly { readonly subject: Delivery; readonly people: number }[];
}

/**
 * Returns the mails that recipients forward. For a crowd that forwards, or several similar ones, one person is enough:
 * its last, as its first reply to all. Forwarding to one's own mailbox, or back to the sender, reaches nobody new.
 */
export function forwardings(delivered: DeliveredMail, book: AddressBook): Forwarding[] {
  return withHabit(delivered, 'forwards').flatMap((alike) => {
    const forwarder = alike.at(-1);
    const forwardsTo = forwarder?.addressee.forwardsTo;
    if (!forwarder || forwardsTo === undefined) return [];
    // The reader knows who forwarded it; only the other people in the mail are news.
    const shown = subjectsFor(delivered, forwarder)
      .map((subject) => ({ subject, people: subject.people - (subject === forwarder ? 1 : 0) }))
      .filter(({ people }) => people > 0);
    return book.expand(forwardsTo).flatMap((reader) => {
      const readers = peopleOf(reader) - (reader === forwarder.addressee ? 1 : 0);
      return readers > 0 ? [{ delivered, forwarder, reader, readers, shown }] : [];
    });
  });
}
