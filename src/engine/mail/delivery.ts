import { isExpandable, peopleOf, type AddressBook, type Addressee } from './contacts.ts';
import {
  deliversTo,
  hasLine,
  isVisibleField,
  mostOpen,
  readsShared,
  type DeliveringField,
  type LineField,
  type VisibleField,
} from '../level/fields.ts';
import type { Contact, ContactId, Mail } from '../level/level.ts';
import type { MailRouting } from './routing.ts';

/** How one addressee gets a mail. */
export interface Delivery {
  readonly addressee: Addressee;
  readonly people: number;
  /** The most open field it is in, since that one decides who sees it (rule 3). */
  readonly field: DeliveringField;
  /** True when every reader of the shared mail sees the address (rules 1 and 2). */
  readonly visible: boolean;
  /** The open lines in which its address stands: both, when it is named twice; none, when a mailing list brings the mail. */
  readonly lines: readonly VisibleField[];
  /** The mailing list whose address brought the mail, when no line names its own. */
  readonly through: Contact | null;
  /** True when its address stands in the Bcc line that the sender filled in. */
  readonly blind: boolean;
  /** True when it reads the To and Cc of the shared mail; false for a mail of its own (rule 4). */
  readonly readsShared: boolean;
  /** True when an answer to all reaches it: it is in To or Cc, be it only through a mailing list (rules 5 and 7). */
  readonly answerable: boolean;
}

/** What the server and the mail software make of one routed mail. */
export interface DeliveredMail {
  readonly mail: Mail;
  readonly deliveries: readonly Delivery[];
  /** Mailing lists whose addresses stand in To, Cc or Bcc, with the field each is in. */
  readonly lists: readonly PlacedList[];
  /** People whose addresses stand in To and Cc of the shared mail. */
  readonly visiblePeople: number;
  /** What a mail client counts before it warns: an address-book group counts its members, a mailing list counts one. */
  readonly publicAddresses: number;
}

export interface PlacedList {
  readonly list: Contact;
  readonly lines: readonly LineField[];
}

/** True when every reader of the shared mail reads the address of the list. */
function isOpen({ lines }: PlacedList): boolean {
  return lines.some(isVisibleField);
}

/** In a group or a crowd, a list's members get the mail but their addresses are not written into it (rule 7). */
interface Arrival {
  readonly field: DeliveringField;
  readonly visible: boolean;
  readonly lines: readonly VisibleField[];
  readonly through: Contact | null;
  readonly blind: boolean;
  readonly readsShared: boolean;
  readonly answerable: boolean;
}

function merge(one: Arrival, other: Arrival): Arrival {
  return {
    field: mostOpen(one.field, other.field),
    visible: one.visible || other.visible,
    lines: [...new Set([...one.lines, ...other.lines])],
    through: one.through && other.through,
    blind: one.blind || other.blind,
    readsShared: one.readsShared || other.readsShared,
    answerable: one.answerable || other.answerable,
  };
}

/**
 * Delivers one mail.
 *
 * Everybody in To, Cc and Bcc gets the shared mail and sees its To and Cc (RFC 5322 §3.6.3); a separate mail names its
 * own recipient alone. An address that is named twice gets one copy (rule 3).
 */
export function deliver(mail: Mail, routing: MailRouting, book: AddressBook): DeliveredMail {
  const arrivals = new Map<Addressee, Arrival>();
  const byAddress = new Map<string, Addressee>();
  const lists = new Map<ContactId, PlacedList>();
  let publicAddresses = 0;

  const arrive = (addressee: Addressee, arrival: Arrival) => {
    const known = byAddress.get(addressee.address) ?? addressee;
    byAddress.set(addressee.address, known);
    const before = arrivals.get(known);
    arrivals.set(known, before ? merge(before, arrival) : arrival);
  };
  const place = (id: ContactId, field: DeliveringField, through: Contact | null, path: ReadonlySet<ContactId>) => {
    const contact = book.get(id);
    if (!contact || path.has(id)) return;
    const writtenOut = through === null;
    const visible = writtenOut && isVisibleField(field);
    if (!isExpandable(contact)) {
      arrive(contact, {
        field,
        visible,
        lines: writtenOut && isVisibleField(field) ? [field] : [],
        through,
        blind: writtenOut && field === 'bcc',
        readsShared: readsShared(field),
        answerable: isVisibleField(field),
      });
      if (visible) publicAddresses += peopleOf(contact);
      return;
    }
    if (contact.kind === 'list' && writtenOut && hasLine(field)) {
      const before = lists.get(id)?.lines ?? [];
      if (isVisibleField(field) && !before.some(isVisibleField)) publicAddresses += 1;
      lists.set(id, { list: contact, lines: [...new Set([...before, field])] });
    }
    const nested = new Set(path).add(id);
    for (const member of contact.members ?? [])
      place(member, field, through ?? (contact.kind === 'list' ? contact : null), nested);
  };

  for (const contact of book.contacts) {
    const field = routing[contact.id] ?? 'none';
    if (deliversTo(field)) place(contact.id, field, null, new Set());
  }

  const deliveries = [...arrivals].map(([addressee, arrival]) => ({
    addressee,
    people: peopleOf(addressee),
    ...arrival,
  }));
  return {
    mail,
    deliveries,
    lists: [...lists.values()],
    visiblePeople: deliveries.reduce((sum, delivery) => sum + (delivery.visible ? delivery.people : 0), 0),
    publicAddresses,
  };
}

function readsBlindLine(delivered: DeliveredMail, viewer: Delivery): boolean {
  return delivered.mail.blindCopies === 'all' && viewer.field === 'bcc';
}

/** Whose addresses a recipient finds in the mail: To and Cc, and where the software shows it, the Bcc line. */
export function subjectsFor(delivered: DeliveredMail, viewer: Delivery): Delivery[] {
  if (!viewer.readsShared) return [];
  const blindLine = readsBlindLine(delivered, viewer);
  return delivered.deliveries.filter(({ visible, blind }) => visible || (blindLine && blind));
}

/** The mailing lists whose addresses a recipient finds in the mail. */
export function listsFor(delivered: DeliveredMail, viewer: Delivery): Contact[] {
  if (!viewer.readsShared) return [];
  const blindLine = readsBlindLine(delivered, viewer);
  return delivered.lists.filter((placed) => isOpen(placed) || blindLine).map(({ list }) => list);
}

/** How many other people's addresses each person of a delivery can read. */
export function readsOthers(delivered: DeliveredMail, delivery: Delivery): number {
  const subjects = subjectsFor(delivered, delivery);
  const people = subjects.reduce((sum, subject) => sum + subject.people, 0);
  return people - (subjects.includes(delivery) ? 1 : 0);
}
