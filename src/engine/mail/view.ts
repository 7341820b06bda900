import { isCopied } from '../level/fields.ts';
import { addressBook, addressOf, peopleOf, type AddressBook } from './contacts.ts';
import { messageId } from './export/message-id.ts';
import {
  carriesCc,
  deliver,
  getsSeparateMails,
  hasOwnMail,
  readsOthers,
  type DeliveredMail,
  type Delivery,
} from './delivery.ts';
import type { Contact, ContactId, Level, LevelText, MailId } from '../level/level.ts';
import { listRun, written, type MailboxRun } from './header-lines.ts';
import type { MailRouting, Routing } from './routing.ts';

/** One address as a mail program shows it. */
export interface Mailbox {
  readonly name: LevelText | null;
  readonly address: string;
}

/** What mail programs write into the To line of a mail without To and Cc (RFC 5322 §3.4 and A.1.3). */
export const UNDISCLOSED_RECIPIENTS = 'undisclosed-recipients:;';

/** The headers of one mail as one recipient's program shows them. */
export interface Copy {
  readonly mail: MailId;
  /** The Message-ID (RFC 5322 §3.6.4): one for all who share the mail, a different one for each separate mail. */
  readonly messageId: string;
  readonly recipient: Mailbox;
  readonly from: Mailbox;
  readonly replyTo: string | null;
  readonly to: readonly MailboxRun[];
  readonly cc: readonly MailboxRun[];
  /** The Bcc line, if this recipient's program shows one, which can be empty; null if there is no such line. */
  readonly bcc: readonly MailboxRun[] | null;
  /** The text of the To line when there is nobody to name. */
  readonly toPlaceholder: typeof UNDISCLOSED_RECIPIENTS | null;
  readonly subject: LevelText;
  readonly body: LevelText;
  /** How many other people's addresses this recipient can read on this copy. */
  readonly readsOthers: number;
  /** How many copies this recipient has: more than one in the Cc of separate mails, which all arrive. */
  readonly copies: number;
  /** False for a blind copy: the recipient's own address is not in the mail. */
  readonly named: boolean;
}

/**
 * Returns the copy of one recipient, for any one of a million without building the others.
 * @param recipient the contact (a person or a crowd, not a group or list), which of its people, and which of several
 *   copies, both counted from 0; the shared mail comes first, then the separate ones in the order of the level
 * @returns null when this recipient did not get the mail
 * @throws RangeError when the contact has no person of that number, or the person no such copy
 */
export function viewOf(
  level: Level,
  routing: Routing,
  mail: MailId,
  recipient: { readonly contact: ContactId; readonly index: number; readonly copy?: number },
): Copy | null {
  const book = addressBook(level);
  const definition = level.mails.find(({ id }) => id === mail);
  const contact = book.get(recipient.contact);
  const fields = routing[mail];
  if (!definition || !contact || !fields) return null;
  if (!Number.isInteger(recipient.index) || recipient.index < 0 || recipient.index >= peopleOf(contact)) {
    throw new RangeError(`${contact.id} has no person ${String(recipient.index)}`);
  }
  const delivered = deliver(definition, fields, book);
  const own = deliveryTo(delivered, contact, recipient.index + 1);
  // A contact reached another way has no copy of the mail.
  if (!own || !isCopied(own.field)) return null;
  const self: Mailbox = {
    name: peopleOf(contact) > 1 ? null : contact.name,
    address: addressOf(contact, recipient.index),
  };
  const oneself = { contact: contact.id, name: self.name, people: 1, pattern: self.address };
  const separate = getsSeparateMails(delivered, own) ? separateLines(fields, delivered) : [];
  const copies = Number(delivered.shared || separate.length === 0) + mailboxCount(separate);
  const number = recipient.copy ?? 0;
  if (!Number.isInteger(number) || number < 0 || number >= copies) {
    throw new RangeError(`${contact.id} has no copy ${String(number)} of ${mail}`);
  }
  const list = own.ownThrough.at(-1);
  const alone = hasOwnMail(own)
    ? list && !own.named
      ? listRun(list)
      : oneself
    : runAt(separate, number - (copies - mailboxCount(separate)));
  const to = alone ? [alone] : written('to', fields, book);
  const cc = !alone || carriesCc(definition) ? written('cc', fields, book) : [];
  return {
    mail,
    messageId: messageId(level, mail, alone && addressIn(alone)),
    recipient: self,
    from: { name: level.sender.name, address: level.sender.address },
    replyTo: definition.replyTo ?? null,
    to,
    cc,
    bcc: alone ? null : blindLine(definition.blindCopies, written('bcc', fields, book), own, oneself),
    toPlaceholder: to.length === 0 && cc.length === 0 ? UNDISCLOSED_RECIPIENTS : null,
    subject: definition.subject,
    body: definition.body,
    readsOthers: copies === 1 ? readsOthers(delivered, own) : peopleIn([...to, ...cc], book) - Number(own.inCc),
    copies,
    named: own.readsShared ? own.visible : own.named,
  };
}

/**
 * The To lines of the separate mails, one after another: of everyone who gets one instead of the shared mail, and of
 * lists.
 */
function separateLines(fields: MailRouting, { book, deliveries, toSender }: DeliveredMail): MailboxRun[] {
  const owners = new Set(
    [...deliveries, ...(toSender ? [toSender] : [])].filter(hasOwnMail).map((one) => one.addressee),
  );
  return written('separate', fields, book).filter(({ contact, first = 1 }) => {
    const card = book.get(contact);
    if (!card || card.kind === 'list') return true;
    const owner = book.mailboxesOf(card).find((range) => range.first === first)?.owner;
    return owner !== undefined && owners.has(owner);
  });
}

/** Returns one mailbox of runs, as a run of its own; null before the first and after the last. */
function runAt(runs: readonly MailboxRun[], position: number): MailboxRun | null {
  let skipped = 0;
  for (const run of runs) {
    const { people, first = 1 } = run;
    if (position >= skipped && position < skipped + people) {
      const number = first + position - skipped;
      return { ...run, people: 1, ...(number > 1 && { first: number }) };
    }
    skipped += people;
  }
  return null;
}

function addressIn({ pattern, first = 1 }: MailboxRun): string {
  return pattern.replaceAll('{n}', String(first));
}

/** Counts the people in some lines; a mailing list's address belongs to nobody. */
function peopleIn(runs: readonly MailboxRun[], book: AddressBook): number {
  return runs.reduce((sum, { contact, people }) => sum + (book.get(contact)?.kind === 'list' ? 0 : people), 0);
}

/** The copy that the mailbox of this number of a card holds. */
function deliveryTo(delivered: DeliveredMail, contact: Contact, number: number): Delivery | null {
  const range = delivered.book
    .mailboxesOf(contact)
    .find(({ first, people }) => number >= first && number < first + people);
  const copies = [...delivered.deliveries, ...(delivered.toSender ? [delivered.toSender] : [])];
  return copies.find(({ addressee }) => addressee === range?.owner) ?? null;
}

/** What happens to the Bcc line. RFC 5322 §3.6.3 leaves it to the program, in three ways; the fourth is careless. */
function blindLine(
  way: Level['mails'][number]['blindCopies'],
  line: readonly MailboxRun[],
  own: Delivery,
  oneself: MailboxRun,
): readonly MailboxRun[] | null {
  if (line.length === 0) return null;
  switch (way ?? 'removed') {
    case 'removed':
      return null;
    case 'empty':
      return [];
    case 'own':
      return own.blind ? [oneself] : null;
    case 'all':
      return own.byBccLine ? line : null;
  }
}

/**
 * Returns a limited number of addresses of runs from a position on, so that a header of a million can be shown in part.
 */
export function mailboxesFrom(runs: readonly MailboxRun[], start: number, count: number): Mailbox[] {
  const mailboxes: Mailbox[] = [];
  let skipped = 0;
  for (const { name, people, pattern, first = 1 } of runs) {
    for (let index = Math.max(0, start - skipped); index < people && mailboxes.length < count; index += 1) {
      mailboxes.push({ name, address: pattern.replaceAll('{n}', String(index + first)) });
    }
    skipped += people;
    if (mailboxes.length >= count) break;
  }
  return mailboxes;
}

/** Counts the addresses of runs. */
export function mailboxCount(runs: readonly MailboxRun[]): number {
  return runs.reduce((sum, { people }) => sum + people, 0);
}
