import { deliversTo } from '../level/fields.ts';
import type { ContactId, Field, Level, LevelText, Mail, ReceivedMail, Thread } from '../level/level.ts';
import type { MailRouting, Routing } from './routing.ts';

/** An earlier mail as quoted below a later one: its header lines, its text, and who received it. */
export interface Quoted {
  readonly id: string;
  /** Who wrote it; null for the player. */
  readonly from: ContactId | null;
  /** The cards in its To and Cc lines: what a quoted header shows. */
  readonly to: readonly ContactId[];
  readonly cc: readonly ContactId[];
  /** The cards that got it, in any field, and its author: they already know the history. */
  readonly had: readonly ContactId[];
  readonly subject: LevelText;
  readonly body: LevelText;
  readonly facts: Pick<Mail, 'sensitivity' | 'about' | 'needs'>;
}

/** True when the earlier mail is quoted: "edit as new" takes over its text but not its header. */
function quotes({ kind, quotes: said }: Thread): boolean {
  return said ?? kind !== 'edit-as-new';
}

/**
 * Returns what a mail quotes below its own text, the newest first: the mail that it follows, and everything that this
 * one quotes itself.
 * @param routing of the mails before it; one that was not sent cannot be quoted
 */
export function quotedBy(level: Level, mail: Pick<Mail, 'id' | 'thread'>, routing: Routing): Quoted[] {
  const { thread } = mail;
  if (!thread || !quotes(thread)) return [];
  const received = level.received?.find(({ id }) => id === thread.of);
  if (received) return [quotedReceived(received)];
  // Only earlier mails in the file can be quoted, so that a thread always ends.
  const before = level.mails.slice(
    0,
    level.mails.findIndex(({ id }) => id === mail.id),
  );
  const sent = before.find(({ id }) => id === thread.of);
  const quoted = sent && quotedSent(sent, routing[sent.id] ?? {});
  return quoted ? [quoted, ...quotedBy(level, sent, routing)] : [];
}

function quotedReceived({ id, from, to = [], cc = [], subject, body, ...facts }: ReceivedMail): Quoted {
  return { id, from, to, cc, had: [from, ...to, ...cc], subject, body, facts };
}

function quotedSent({ id, subject, body, ...facts }: Mail, routing: MailRouting): Quoted | null {
  const had = Object.keys(routing).filter((contact) => deliversTo(routing[contact] ?? 'none'));
  if (had.length === 0) return null;
  const inField = (field: Field) => had.filter((contact) => routing[contact] === field);
  return { id, from: null, to: inField('to'), cc: inField('cc'), had, subject, body, facts };
}

/**
 * Returns the fields that mail programs fill in when a mail follows an earlier one (RFC 5322 §3.6.3). They come from
 * the player's copy of it, so Bcc is restored only when players edit their own mail as new. Recipients of separate
 * mails are in no line of that copy.
 * @param routing of the mails before it
 */
export function prefilledByThread(level: Level, { kind, of }: Thread, routing: Routing): MailRouting {
  const received = level.received?.find(({ id }) => id === of);
  const lines = received
    ? { from: [received.from], to: received.to ?? [], cc: received.cc ?? [], bcc: [] }
    : linesOf(routing[of] ?? {});
  const placed = (field: Field, contacts: readonly ContactId[]) =>
    contacts.map((contact): [ContactId, Field] => [contact, field]);
  switch (kind) {
    case 'forward':
      return {};
    case 'reply':
      // A reply to one's own mail goes to its recipients.
      return Object.fromEntries(placed('to', received ? lines.from : lines.to));
    case 'reply-all':
      return Object.fromEntries([...placed('cc', lines.cc), ...placed('to', [...lines.from, ...lines.to])]);
    case 'edit-as-new':
      return Object.fromEntries([...placed('bcc', lines.bcc), ...placed('cc', lines.cc), ...placed('to', lines.to)]);
  }
}

function linesOf(routing: MailRouting) {
  const inField = (field: Field) => Object.keys(routing).filter((contact) => routing[contact] === field);
  return { from: [], to: inField('to'), cc: inField('cc'), bcc: inField('bcc') };
}
