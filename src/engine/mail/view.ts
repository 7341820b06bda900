import { addressBook, addressOf, peopleOf } from './contacts.ts';
import { deliver, readsOthers, type DeliveredMail, type Delivery } from './delivery.ts';
import { isVisibleField } from '../level/fields.ts';
import type { Contact, ContactId, Level, LevelText, MailId } from '../level/level.ts';
import type { Routing } from './routing.ts';

/** One address as mail software shows it. */
export interface Mailbox {
  readonly name: LevelText | null;
  readonly address: string;
}

/** Addresses of one contact that stand next to each other in a header: one for a person, many for a crowd. */
export interface MailboxRun {
  readonly contact: ContactId;
  readonly name: LevelText | null;
  readonly people: number;
  /** The address; `{n}` stands for the number of the person, counted from 1. */
  readonly pattern: string;
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
  const own = delivered.deliveries.find(({ addressee }) => addressee.address === contact.address);
  if (!own) return null;
  const self: Mailbox = {
    name: peopleOf(contact) > 1 ? null : contact.name,
    address: addressOf(contact, recipient.index),
  };
  const line = (field: 'to' | 'cc') => [
    ...delivered.deliveries.filter((delivery) => delivery.lines.includes(field)).map(run),
    ...delivered.lists.filter(({ lines }) => lines.includes(field)).map(({ list }) => listRun(list)),
  ];
  const alone = own.through ? listRun(own.through) : ownRun(contact.id, self);
  const to = own.readsShared ? line('to') : [alone];
  const cc = own.readsShared ? line('cc') : [];
  return {
    mail,
    messageId: messageId(level, mail, own.readsShared ? null : self),
    recipient: self,
    from: { name: level.sender.name, address: level.sender.address },
    replyTo: definition.replyTo ?? null,
    to,
    cc,
    bcc: blindLine(delivered, own, self),
    toPlaceholder: to.length === 0 && cc.length === 0 ? UNDISCLOSED_RECIPIENTS : null,
    subject: definition.subject,
    body: definition.body,
    readsOthers: readsOthers(delivered, own),
    named: !own.readsShared || isVisibleField(own.field),
  };
}

function messageId(level: Level, mail: MailId, self: Mailbox | null): string {
  const domain = level.sender.address.slice(level.sender.address.lastIndexOf('@') + 1);
  const own = self === null ? [] : [self.address.replaceAll('@', '.')];
  return `${[level.id, mail, ...own].join('.')}@${domain}`;
}

/** What becomes of the Bcc line, which RFC 5322 §3.6.3 leaves to the software, in three ways and a careless fourth. */
function blindLine(delivered: DeliveredMail, own: Delivery, self: Mailbox): MailboxRun[] | null {
  const people = delivered.deliveries.filter(({ blind }) => blind);
  const lists = delivered.lists.filter(({ lines }) => lines.includes('bcc')).map(({ list }) => listRun(list));
  if (!own.readsShared || people.length + lists.length === 0) return null;
  switch (delivered.mail.blindCopies ?? 'removed') {
    case 'removed':
      return null;
    case 'empty':
      return [];
    case 'own':
      return own.blind ? [ownRun(own.addressee.id, self)] : null;
    case 'all':
      return own.field === 'bcc' ? [...people.map(run), ...lists] : null;
  }
}

function run({ addressee, people }: Delivery): MailboxRun {
  return { contact: addressee.id, name: people > 1 ? null : addressee.name, people, pattern: addressee.address };
}

function listRun({ id, name, address }: Contact): MailboxRun {
  return { contact: id, name, people: 1, pattern: address };
}

function ownRun(contact: ContactId, self: Mailbox): MailboxRun {
  return { contact, name: self.name, people: 1, pattern: self.address };
}

/** The addresses of runs, from one position on and at most so many, so that a header of a million can be shown in part. */
export function mailboxesFrom(runs: readonly MailboxRun[], start: number, count: number): Mailbox[] {
  const mailboxes: Mailbox[] = [];
  let skipped = 0;
  for (const { name, people, pattern } of runs) {
    for (let index = Math.max(0, start - skipped); index < people && mailboxes.length < count; index += 1) {
      mailboxes.push({ name, address: pattern.replaceAll('{n}', String(index + 1)) });
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
