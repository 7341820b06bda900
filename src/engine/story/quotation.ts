import { isExpandable } from '../level/contact.ts';
import type { Contact, ContactId, Level, Mail } from '../level/level.ts';
import type { AddressBook, Addressee } from '../mail/contacts.ts';
import type { DeliveredMail } from '../mail/delivery.ts';
import type { Routing } from '../mail/routing.ts';
import { quotedBy, type Quoted } from '../mail/thread.ts';

/**
 * An earlier mail, which everyone reads who gets the mail that quotes it: anyone added to a thread reads all of it
 * (rule 10).
 */
export interface Quotation {
  readonly quoted: Quoted;
  /** The people whose addresses its header shows, and lists with a revealing name. */
  readonly shown: readonly Contact[];
  /** The people who had it before. */
  readonly had: ReadonlySet<Addressee>;
}

/** A sent mail, with everything quoted below it. */
export interface Quoting {
  readonly delivered: DeliveredMail;
  readonly quotations: readonly Quotation[];
}

/** What a mail quotes, with the people in it. */
export function quotationsIn(level: Level, mail: Mail, routing: Routing, book: AddressBook): Quotation[] {
  return quotedBy(level, mail, routing).map((quoted) => {
    const { from, to, cc } = quoted;
    const lines = [...(from === null ? [] : [from]), ...to, ...cc];
    return {
      quoted,
      shown: [...new Set(lines.flatMap((id) => writtenFor(id, book)))].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      had: new Set(quoted.had.flatMap((id) => book.expand(id))),
    };
  });
}

/** What a line shows of a card: a mailing list has its own address, a group is written out (rule 7). */
function writtenFor(id: ContactId, book: AddressBook): readonly Contact[] {
  const contact = book.get(id);
  if (!contact || !isExpandable(contact) || contact.kind === 'group') return book.expand(id);
  return contact.nameReveals === true ? [contact] : [];
}
