import { isOpen, mergeArrivals, placing, type Arrival, type PlacedList } from './arrival.ts';
import { peopleOf, type AddressBook, type Addressee } from './contacts.ts';
import { deliversTo, hasLine, isCopied, readsShared, type DeliveringField } from '../level/fields.ts';
import type { Contact, ContactId, Mail } from '../level/level.ts';
import { replyTarget } from './reply-target.ts';
import type { MailRouting } from './routing.ts';

/** How one addressee gets a mail. */
export interface Delivery extends Arrival {
  readonly addressee: Addressee;
  readonly people: number;
  /**
   * True when a reply-all to the shared mail reaches it: through To or Cc, a mailing list there, or Reply-To (rules 5
   * and 7). A Reply-To that names one person of a crowd does not reach the crowd.
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
  /** The copy of each of them. */
  readonly copyOf: ReadonlyMap<Addressee, Delivery>;
  /** Those of them whose addresses every reader of the shared mail reads. */
  readonly visible: readonly Delivery[];
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

  for (const contact of book.contacts) {
    const field = routing[contact.id] ?? 'none';
    // An `instead` tray delivers the mail only if the level says that it reaches people.
    if (!deliversTo(field) || (field === 'instead' && mail.instead?.reaches !== true)) continue;
    const placed = placing(book, contact, field);
    if (placed.addresses) used.add(field);
    for (const [owner, arrival] of placed.arrivals) {
      const before = arrivals.get(owner);
      arrivals.set(owner, before ? mergeArrivals(before, arrival) : arrival);
    }
    for (const list of placed.lists) {
      const before = lists.get(list.id)?.lines ?? [];
      if (hasLine(field)) lists.set(list.id, { list, lines: [...new Set([...before, field])] });
    }
    for (const list of placed.ownLists) ownLists.add(list);
  }

  const placedLists = [...lists.values()];
  const hears = new Set(
    replyTarget(mail, book).readers.flatMap(({ addressee, only }) => (only === null ? [addressee] : [])),
  );
  for (const open of placedLists) {
    if (isOpen(open)) for (const member of book.expand(open.list.id)) hears.add(member);
  }
  const copyOf = new Map<Addressee, Delivery>();
  let toSender: Delivery | null = null;
  let publicAddresses = placedLists.filter(isOpen).length;
  for (const [addressee, arrival] of arrivals) {
    const copy = {
      ...arrival,
      addressee,
      people: peopleOf(addressee),
      answerable: arrival.visible || hears.has(addressee),
    };
    if (copy.visible) publicAddresses += copy.people;
    if (addressee === book.sender) toSender = copy;
    else copyOf.set(addressee, copy);
  }
  const deliveries = [...copyOf.values()];
  return {
    mail,
    book,
    routing,
    deliveries,
    copyOf,
    visible: deliveries.filter(({ visible }) => visible),
    toSender,
    lists: placedLists,
    ownLists: [...ownLists],
    shared: [...used].some(
      (field) => readsShared(field) && !(field === 'cc' && carriesCc(mail) && used.has('separate')),
    ),
    publicAddresses,
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

const NOBODY: readonly Delivery[] = [];

/**
 * The addressees whose addresses a recipient finds in their copies: To, Cc and, if the mail program shows it, the Bcc
 * line.
 */
export function subjectsFor(delivered: DeliveredMail, viewer: Delivery): readonly Delivery[] {
  const { mail, visible } = delivered;
  // Most mails have neither of the two ways to read more or less than the shared To and Cc.
  if (!carriesCc(mail) && mail.blindCopies !== 'all') return viewer.readsShared ? visible : NOBODY;
  return delivered.deliveries.filter((subject) => canRead(delivered, viewer, subject));
}

const NO_LISTS: readonly Contact[] = [];

/** The mailing lists whose addresses a recipient finds in the mail. */
export function listsFor(delivered: DeliveredMail, viewer: Delivery): readonly Contact[] {
  if (delivered.lists.length === 0 && delivered.ownLists.length === 0) return NO_LISTS;
  const blind = viewer.readsShared && readsBlindLine(delivered, viewer) ? delivered.lists.map(({ list }) => list) : [];
  return [...new Set([...listsInLines(delivered, viewer), ...blind])];
}

/** How many other people's addresses each person of a delivery can read. */
export function readsOthers(delivered: DeliveredMail, delivery: Delivery): number {
  const subjects = subjectsFor(delivered, delivery);
  const people = subjects.reduce((sum, subject) => sum + subject.people, 0);
  return people - (subjects.includes(delivery) ? 1 : 0);
}
