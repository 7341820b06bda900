import { isCopied } from '../level/fields.ts';
import { addressBook, addressOf, peopleOf } from './contacts.ts';
import { messageId } from './export/message-id.ts';
import { deliver, readsOthers, type DeliveredMail, type Delivery } from './delivery.ts';
import type { Contact, ContactId, Level, LevelText, MailId } from '../level/level.ts';
import { listRun, written, type MailboxRun } from './header-lines.ts';
import type { Routing } from './routing.ts';

/** One address as mail software shows it. */
export interface Mailbox {
  readonly name: LevelText | null;
  readonly address: string;
}

/** What the software of mails without To and Cc writes into the To line (RFC 5322 §3.4 and A.1.3). */
export const UNDISCLOSED_RECIPIENTS = 'undisclosed-recipients:;';

/** The headers of one mail as one recipient's software shows them. */
export interface Copy {
  readonly mail: MailId;
  /** Names the message (RFC 5322 §3.6.4): one for all who share it, another for each mail of its own. */
  readonly messageId: string;
  readonly recipient: Mailbox;
  readonly from: Mailbox;
  readonly replyTo: string | null;
  readonly to: readonly MailboxRun[];
  readonly cc: readonly MailboxRun[];
  /** The Bcc line, where this recipient's software shows one: it can be empty. null: there is no such line. */
  readonly bcc: readonly MailboxRun[] | null;
  /** Stands in the To line when there is nobody to name. */
  readonly toPlaceholder: typeof UNDISCLOSED_RECIPIENTS | null;
  readonly subject: LevelText;
  readonly body: LevelText;
  /** How many other people's addresses this recipient can read. */
  readonly readsOthers: number;
  /** False for a blind copy: the recipient's own address is not in the mail. */
  readonly named: boolean;
}

/**
 * The copy of one recipient, for any one of a million without building the others.
 *
 * @param recipient the contact (a person or a crowd, not a group or list) and which of its people, counted from 0
 * @returns null when this recipient did not get the mail
 * @throws RangeError when the contact has no person of that number
 */
export function viewOf(
  level: Level,
  routing: Routing,
  mail: MailId,
  recipient: { readonly contact: ContactId; readonly index: number },
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
  // Somebody who was reached another way has no copy of the mail.
  if (!own || !isCopied(own.field)) return null;
  const self: Mailbox = {
    name: peopleOf(contact) > 1 ? null : contact.name,
    address: addressOf(contact, recipient.index),
  };
  const oneself = { contact: contact.id, name: self.name, people: 1, pattern: self.address };
  const list = own.ownThrough.at(-1);
  const alone = list && !own.named ? listRun(list) : oneself;
  const to = own.readsShared ? written('to', fields, book) : [alone];
  const cc = own.readsShared ? written('cc', fields, book) : [];
  return {
    mail,
    messageId: messageId(level, mail, own.readsShared ? null : alone.pattern),
    recipient: self,
    from: { name: level.sender.name, address: level.sender.address },
    replyTo: definition.replyTo ?? null,
    to,
    cc,
    bcc: own.readsShared ? blindLine(definition.blindCopies, written('bcc', fields, book), own, oneself) : null,
    toPlaceholder: to.length === 0 && cc.length === 0 ? UNDISCLOSED_RECIPIENTS : null,
    subject: definition.subject,
    body: definition.body,
    readsOthers: readsOthers(delivered, own),
    named: own.readsShared ? own.visible : own.named,
  };
}

/** The copy that the mailbox of this number of a card holds. */
function deliveryTo(delivered: DeliveredMail, contact: Contact, number: number): Delivery | null {
  const range = delivered.book
    .mailboxesOf(contact)
    .find(({ first, people }) => number >= first && number < first + people);
  const copies = [...delivered.deliveries, ...(delivered.toSender ? [delivered.toSender] : [])];
  return copies.find(({ addressee }) => addressee === range?.owner) ?? null;
}

/** What becomes of the Bcc line, which RFC 5322 §3.6.3 leaves to the software, in three ways and a careless fourth. */
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

/** The addresses of runs, from one position on and at most so many, so that a header of a million can be shown in part. */
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

/** How many addresses the runs stand for. */
export function mailboxCount(runs: readonly MailboxRun[]): number {
  return runs.reduce((sum, { people }) => sum + people, 0);
}
