import { isExpandable, type AddressBook, type Addressee } from './contacts.ts';
import {
  hasLine,
  isCopied,
  isVisibleField,
  mostOpen,
  readsShared,
  type DeliveringField,
  type LineField,
} from '../level/fields.ts';
import type { Contact, ContactId } from '../level/level.ts';

/** How a mail arrives at one addressee. */
export interface Arrival {
  /** The most open of its fields, since that one decides who sees it (rule 3). */
  readonly field: DeliveringField;
  /** True when every reader of the shared mail sees the address (rules 1 and 2). */
  readonly visible: boolean;
  /**
   * True when the To or Cc of a copy names it: the shared mail's, or a separate one's. Contacts reached another way
   * have no copy.
   */
  readonly named: boolean;
  /** True when its address is in the Bcc line that the sender filled in. */
  readonly blind: boolean;
  /**
   * True when the mail arrived through the Bcc line, directly or over a mailing list. If the mail program keeps that
   * line, this addressee can read it.
   */
  readonly byBccLine: boolean;
  /** True when its address is in the Cc line. */
  readonly inCc: boolean;
  /**
   * True when the mail arrived through the Cc line, directly or over a mailing list. If separate mails carry that line,
   * all of them arrive.
   */
  readonly byCcLine: boolean;
  /** True when it reads the To and Cc of the shared mail; false for a separate mail (rule 4). */
  readonly readsShared: boolean;
  /** Mailing lists that delivered a separate mail, whose To line names only the list. */
  readonly ownThrough: readonly Contact[];
}

/** What one card does in one field. */
export interface Placing {
  /** How the mail comes to each addressee whom the card stands for. */
  readonly arrivals: ReadonlyMap<Addressee, Arrival>;
  /** Mailing lists whose address comes into the line of the field. */
  readonly lists: readonly Contact[];
  /** Mailing lists that get a mail of their own. */
  readonly ownLists: readonly Contact[];
  /** False for an address-book group with nobody in it. */
  readonly addresses: boolean;
}

/** A mailbox that is named twice gets one copy, of which all that either brings is true (rule 3). */
export function mergeArrivals(one: Arrival, other: Arrival): Arrival {
  return {
    field: mostOpen(one.field, other.field),
    visible: one.visible || other.visible,
    named: one.named || other.named,
    blind: one.blind || other.blind,
    byBccLine: one.byBccLine || other.byBccLine,
    inCc: one.inCc || other.inCc,
    byCcLine: one.byCcLine || other.byCcLine,
    readsShared: one.readsShared || other.readsShared,
    ownThrough: [...new Set([...one.ownThrough, ...other.ownThrough])],
  };
}

/** How a mail arrives through one field; members of a list get it, but no line names them (rule 7). */
function arrivalBy(field: DeliveringField, through: Contact | null): Arrival {
  return {
    field,
    visible: through === null && isVisibleField(field),
    named: through === null && field !== 'bcc' && isCopied(field),
    blind: through === null && field === 'bcc',
    byBccLine: field === 'bcc',
    inCc: through === null && field === 'cc',
    byCcLine: field === 'cc',
    readsShared: readsShared(field),
    ownThrough: through && !readsShared(field) && isCopied(field) ? [through] : [],
  };
}

const known = new WeakMap<AddressBook, Map<DeliveringField, Map<ContactId, Placing>>>();

/** What a card does in a field. It depends on the address book alone, so that a search over many routings works it out once. */
export function placing(book: AddressBook, card: Contact, field: DeliveringField): Placing {
  const ofBook = known.get(book) ?? new Map<DeliveringField, Map<ContactId, Placing>>();
  known.set(book, ofBook);
  const ofField = ofBook.get(field) ?? new Map<ContactId, Placing>();
  ofBook.set(field, ofField);
  const found = ofField.get(card.id) ?? place(book, card, field);
  ofField.set(card.id, found);
  return found;
}

function place(book: AddressBook, card: Contact, field: DeliveringField): Placing {
  const arrivals = new Map<Addressee, Arrival>();
  const lists = new Set<Contact>();
  const visited = new Set<Contact>();
  let addresses = false;
  const arrive = (owner: Addressee, arrival: Arrival) => {
    const before = arrivals.get(owner);
    arrivals.set(owner, before ? mergeArrivals(before, arrival) : arrival);
  };
  const visit = (contact: Contact | undefined) => {
    if (!contact || visited.has(contact)) return;
    visited.add(contact);
    addresses ||= !isExpandable(contact) || contact.kind === 'list';
    if (contact.kind === 'list') {
      lists.add(contact);
      const arrival = arrivalBy(field, contact);
      for (const member of book.expand(contact.id)) arrive(member, arrival);
      if (book.holdsSender(contact.id)) arrive(book.sender, arrival);
    } else if (isExpandable(contact)) {
      for (const member of contact.members ?? []) visit(book.get(member));
    } else {
      const arrival = arrivalBy(field, null);
      for (const { owner } of book.mailboxesOf(contact)) arrive(owner, arrival);
    }
  };
  visit(card);
  return {
    arrivals,
    lists: hasLine(field) ? [...lists] : [],
    ownLists: field === 'separate' ? [...lists] : [],
    addresses,
  };
}

/** A mailing list in address lines. */
export interface PlacedList {
  readonly list: Contact;
  readonly lines: readonly LineField[];
}

/** True when every reader of the shared mail sees the address of the list. */
export function isOpen({ lines }: PlacedList): boolean {
  return lines.some(isVisibleField);
}
