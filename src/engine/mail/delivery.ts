import { isExpandable, peopleOf, type AddressBook, type Addressee } from './contacts.ts';
import {
  deliversTo,
  hasLine,
  isCopied,
  isVisibleField,
  mostOpen,
  readsShared,
  type DeliveringField,
  type LineField,
} from '../level/fields.ts';
import type { Contact, ContactId, Mail } from '../level/level.ts';
import { replyTarget } from './reply-target.ts';
import type { MailRouting } from './routing.ts';

/** How one addressee gets a mail. */
export interface Delivery {
  readonly addressee: Addressee;
  readonly people: number;
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
  /**
   * True when a reply-all to the shared mail reaches it: through To or Cc, a mailing list there, or Reply-To (rules 5
   * and 7).
   */
  readonly answerable: boolean;
}

/** What the server and the mail program make of one routed mail. */
export interface DeliveredMail {
  readonly mail: Mail;
  readonly book: AddressBook;
  /** The field of each card. */
  readonly routing: MailRouting;
  /** Everyone who gets a copy except the sender, who learns nothing from one. */
  readonly deliveries: readonly Delivery[];
  /** The copy in the sender's own mailbox, if a card or a list names it; else null. */
  readonly toSender: Delivery | null;
  /** Mailing lists whose addresses are in To, Cc or Bcc, with the fields of each. */
  readonly lists: readonly PlacedList[];
  /** Mailing lists that got a separate mail. */
  readonly ownLists: readonly Contact[];
  /**
   * False when all mail goes out as separate mails: nobody is in To or Bcc, and those in Cc are on the separate mails.
   */
  readonly shared: boolean;
  /** What a mail client counts before it warns: an address-book group counts its members, a mailing list counts one. */
  readonly publicAddresses: number;
}

export interface PlacedList {
  readonly list: Contact;
  readonly lines: readonly LineField[];
}

/** True when every reader of the shared mail sees the address of the list. */
export function isOpen({ lines }: PlacedList): boolean {
  return lines.some(isVisibleField);
}

type Arrival = Omit<Delivery, 'addressee' | 'people' | 'answerable'>;

function merge(one: Arrival, other: Arrival): Arrival {
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

/**
 * Delivers one mail.
 * Everyone in To, Cc and Bcc gets the shared mail and sees its To and Cc (RFC 5322 §3.6.3). A separate mail names only
 * its own recipient and, if the level says so, those in Cc, who then get every one of them. A mailbox that is named
 * twice gets one copy (rule 3).
 */
export function deliver(mail: Mail, routing: MailRouting, book: AddressBook): DeliveredMail {
  const arrivals = new Map<Addressee, Arrival>();
  const lists = new Map<ContactId, PlacedList>();
  const ownLists = new Set<Contact>();
  const used = new Set<DeliveringField>();

  const arrive = (owner: Addressee, arrival: Arrival) => {
    const before = arrivals.get(owner);
    arrivals.set(owner, before ? merge(before, arrival) : arrival);
  };
  const place = (id: ContactId, field: DeliveringField, visited: Set<ContactId>) => {
    const contact = book.get(id);
    if (!contact || visited.has(id)) return;
    visited.add(id);
    if (!isExpandable(contact) || contact.kind === 'list') used.add(field);
    if (contact.kind === 'list') {
      if (field === 'separate') ownLists.add(contact);
      if (hasLine(field)) {
        const before = lists.get(id)?.lines ?? [];
        lists.set(id, { list: contact, lines: [...new Set([...before, field])] });
      }
      const arrival = arrivalBy(field, contact);
      for (const member of book.expand(id)) arrive(member, arrival);
      if (book.holdsSender(id)) arrive(book.sender, arrival);
    } else if (isExpandable(contact)) {
      for (const member of contact.members ?? []) place(member, field, visited);
    } else {
      const arrival = arrivalBy(field, null);
      for (const { owner } of book.mailboxesOf(contact)) arrive(owner, arrival);
    }
  };

  for (const contact of book.contacts) {
    const field = routing[contact.id] ?? 'none';
    // An `instead` tray delivers the mail only if the level says that it reaches people.
    if (field === 'instead' && mail.instead?.reaches !== true) continue;
    if (deliversTo(field)) place(contact.id, field, new Set());
  }

  const placed = [...lists.values()];
  const hears = new Set(replyTarget(mail, book).addressees);
  for (const open of placed) if (isOpen(open)) for (const member of book.expand(open.list.id)) hears.add(member);
  const copies = [...arrivals].map(([addressee, arrival]) => ({
    addressee,
    people: peopleOf(addressee),
    ...arrival,
    answerable: arrival.visible || hears.has(addressee),
  }));
  const visiblePeople = copies.reduce((sum, { visible, people }) => sum + (visible ? people : 0), 0);
  return {
    mail,
    book,
    routing,
    deliveries: copies.filter(({ addressee }) => addressee !== book.sender),
    toSender: copies.find(({ addressee }) => addressee === book.sender) ?? null,
    lists: placed,
    ownLists: [...ownLists],
    shared: [...used].some(
      (field) => readsShared(field) && !(field === 'cc' && carriesCc(mail) && used.has('separate')),
    ),
    publicAddresses: visiblePeople + placed.filter(isOpen).length,
  };
}

function readsBlindLine(delivered: DeliveredMail, viewer: Delivery): boolean {
  return delivered.mail.blindCopies === 'all' && viewer.byBccLine;
}

/** True when each separate mail carries the Cc line: mail merge with Cc, as in Gmail's multi-send. */
export function carriesCc({ ccOnSeparate }: Mail): boolean {
  return ccOnSeparate === true;
}

/** True for an addressee whose copy is a separate mail. */
export function hasOwnMail({ field, readsShared: shared }: Delivery): boolean {
  return isCopied(field) && !shared;
}

/** True for an addressee who gets every separate mail, because the Cc line on them delivered it. */
export function getsSeparateMails({ mail }: DeliveredMail, { byCcLine }: Delivery): boolean {
  return carriesCc(mail) && byCcLine;
}

/**
 * True when a recipient finds this address in the To or Cc of a copy: of the shared mail or, if separate mails carry
 * the Cc line, of those. The address of a separate mail's own recipient is in its To line.
 */
export function isInLines(delivered: DeliveredMail, viewer: Delivery, subject: Delivery): boolean {
  if (viewer.readsShared && subject.visible) return true;
  if (hasOwnMail(viewer)) return carriesCc(delivered.mail) && subject.inCc;
  return getsSeparateMails(delivered, viewer) && subject.named && hasOwnMail(subject);
}

/** The mailing lists in the To and Cc of the copies that a recipient gets. */
export function listsInLines(delivered: DeliveredMail, viewer: Delivery): Contact[] {
  const { lists, ownLists, mail } = delivered;
  const inLine = (placed: PlacedList) =>
    viewer.readsShared ? isOpen(placed) : carriesCc(mail) && hasOwnMail(viewer) && placed.lines.includes('cc');
  return [
    ...lists.filter(inLine).map(({ list }) => list),
    ...(getsSeparateMails(delivered, viewer) ? ownLists : []),
    ...(hasOwnMail(viewer) ? viewer.ownThrough : []),
  ];
}

/**
 * True when a recipient finds this address in the mail: in To or Cc, or in the Bcc line if the mail program shows it.
 */
export function canRead(delivered: DeliveredMail, viewer: Delivery, subject: Delivery): boolean {
  return (
    isInLines(delivered, viewer, subject) || (viewer.readsShared && subject.blind && readsBlindLine(delivered, viewer))
  );
}

/**
 * The addressees whose addresses a recipient finds in their copies: To, Cc and, if the mail program shows it, the Bcc
 * line.
 */
export function subjectsFor(delivered: DeliveredMail, viewer: Delivery): Delivery[] {
  return delivered.deliveries.filter((subject) => canRead(delivered, viewer, subject));
}

/** The mailing lists whose addresses a recipient finds in the mail. */
export function listsFor(delivered: DeliveredMail, viewer: Delivery): Contact[] {
  const blind = viewer.readsShared && readsBlindLine(delivered, viewer) ? delivered.lists.map(({ list }) => list) : [];
  return [...new Set([...listsInLines(delivered, viewer), ...blind])];
}

/** How many other people's addresses each person of a delivery can read. */
export function readsOthers(delivered: DeliveredMail, delivery: Delivery): number {
  const subjects = subjectsFor(delivered, delivery);
  const people = subjects.reduce((sum, subject) => sum + subject.people, 0);
  return people - (subjects.includes(delivery) ? 1 : 0);
}
