import { addressBook, addressOf, peopleOf } from './contacts.ts';
import { deliver, readsOthers, type Delivery } from './delivery.ts';
import type { ContactId, Level, LevelText, MailId } from './level.ts';
import { isVisibleField, type Routing } from './routing.ts';

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
  readonly recipient: Mailbox;
  readonly from: Mailbox;
  readonly replyTo: string | null;
  readonly to: readonly MailboxRun[];
  readonly cc: readonly MailboxRun[];
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
  const shown = own.readsShared ? delivered.deliveries.filter(({ visible }) => visible) : [];
  const to = own.readsShared ? shown.filter(({ field }) => field === 'to').map(run) : [ownRun(contact.id, self)];
  const cc = shown.filter(({ field }) => field === 'cc').map(run);
  return {
    mail,
    recipient: self,
    from: { name: level.sender.name, address: level.sender.address },
    replyTo: definition.replyTo ?? null,
    to,
    cc,
    toPlaceholder: to.length === 0 && cc.length === 0 ? UNDISCLOSED_RECIPIENTS : null,
    subject: definition.subject,
    body: definition.body,
    readsOthers: readsOthers(delivered, own),
    named: !own.readsShared || isVisibleField(own.field),
  };
}

function run({ addressee, people }: Delivery): MailboxRun {
  return { contact: addressee.id, name: people > 1 ? null : addressee.name, people, pattern: addressee.address };
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
