import {
  DAY,
  mailboxCount,
  mailboxesFrom,
  readsShared,
  viewOf,
  type Contact,
  type ContactCopy,
  type ContactId,
  type Copy,
  type DeliveringField,
  type Level,
  type LevelText,
  type Mailbox,
  type MailboxRun,
  type MailId,
  type Outcome,
  type Routing,
} from '../../engine/index.ts';

/** Whose screen is open: a contact, one person of a crowd (counted from 0), and the mail (null: the last to arrive). */
export interface Looking {
  readonly contact: ContactId;
  readonly index: number;
  readonly mail: MailId | null;
  /**
   * Which copy of the mail, counted from 0. Someone in the Cc of separate mails gets several. The default is the first.
   */
  readonly copy?: number;
}

/** One address in a header. */
export interface Entry extends Mailbox {
  /** This reader should not be able to see it. */
  readonly stranger: boolean;
  readonly self: boolean;
}

/** One mail as one reader's mail program shows it. */
export interface CopyPage {
  readonly copy: Copy;
  readonly from: Mailbox;
  /** Only the first addresses, as a crowd's header can be endless. */
  readonly to: readonly Entry[];
  readonly toCount: number;
  readonly cc: readonly Entry[];
  readonly ccCount: number;
  /** Day of the story, counted from 1. */
  readonly day: number;
  /** Seconds of story time at which the mail was sent. */
  readonly at: number;
  /** The reader got a separate mail of their own. */
  readonly alone: boolean;
  /** How many others read the same mail. */
  readonly readers: number;
  /** How many addresses this reader should not be able to see. */
  readonly strangers: number;
}

export interface CopyPlace {
  readonly contact: Contact;
  readonly people: number;
  /** Which person of a crowd, counted from 0. */
  readonly index: number;
  /** The field that delivered the mail; null when none arrived. */
  readonly field: DeliveringField | null;
  readonly mails: readonly { readonly id: MailId; readonly subject: LevelText }[];
  readonly mail: MailId | null;
  /** null when no mail arrived. */
  readonly page: CopyPage | null;
  readonly previous: Contact | null;
  readonly next: Contact | null;
}

/** The most addresses that one header shows. */
const SHOWN = 6;

/** Returns what someone's screen shows; null when the level has no contact with this id. */
export function copyPages(level: Level, routing: Routing, outcome: Outcome, looking: Looking): CopyPlace | null {
  const contact = level.contacts.find(({ id }) => id === looking.contact);
  if (!contact) return null;
  const people = contact.people ?? 1;
  const got = outcome.sent.filter(({ copies }) => copies.some((copy) => copy.contact === contact.id));
  const mails = got.map(({ mail }) => ({
    id: mail,
    subject: level.mails.find(({ id }) => id === mail)?.subject ?? mail,
  }));
  const mail = got.find((sent) => sent.mail === looking.mail)?.mail ?? got.at(-1)?.mail ?? null;
  const index = Math.min(people - 1, Math.max(0, looking.index));
  const readers = level.contacts.filter(({ id }) =>
    outcome.sent.some(({ copies }) => copies.some((copy) => copy.contact === id)),
  );
  const at = readers.findIndex(({ id }) => id === contact.id);
  return {
    contact,
    people,
    index,
    field: copyOf(outcome, mail, contact.id)?.field ?? null,
    mails,
    mail,
    page: mail === null ? null : pageOf(level, routing, outcome, contact, { mail, index, copy: looking.copy ?? 0 }),
    previous: readers[at - 1] ?? null,
    next: readers[at + 1] ?? null,
  };
}

function copyOf({ sent }: Outcome, mail: MailId | null, contact: ContactId): ContactCopy | undefined {
  return sent.find((one) => one.mail === mail)?.copies.find((copy) => copy.contact === contact);
}

/**
 * Returns the screen that tells most beside this one: someone who got the same mail in the other kind of field (Bcc
 * beside To, for example), else the next reader. Returns null when nobody else got a mail.
 */
export function besideOf(level: Level, outcome: Outcome, { contact, mail }: Looking): Looking | null {
  const sent = outcome.sent.filter(({ copies }) => copies.some((copy) => copy.contact === contact));
  const same = sent.find((one) => one.mail === mail) ?? sent.at(-1);
  const own = copyOf(outcome, same?.mail ?? null, contact);
  const seen = new Set(outcome.exposures.flatMap(({ viewer, subject }) => (viewer === contact ? [subject] : [])));
  const knows = new Set(outcome.exposures.flatMap(({ viewer, subject }) => (subject === contact ? [viewer] : [])));
  const others = (same?.copies ?? []).filter((copy) => copy.contact !== contact);
  const worth = (copy: ContactCopy) =>
    (copy.visible !== own?.visible ? 2 : 0) + (seen.has(copy.contact) || knows.has(copy.contact) ? 1 : 0);
  const [best] = others.toSorted((a, b) => worth(b) - worth(a));
  const next = best?.contact ?? level.contacts.find(({ id }) => id !== contact && copyExists(outcome, id))?.id;
  return next === undefined ? null : { contact: next, index: 0, mail: best ? (same?.mail ?? null) : null };
}

function copyExists({ sent }: Outcome, contact: ContactId): boolean {
  return sent.some(({ copies }) => copies.some((copy) => copy.contact === contact));
}

function pageOf(
  level: Level,
  routing: Routing,
  outcome: Outcome,
  contact: Contact,
  { mail, index, copy: number }: { readonly mail: MailId; readonly index: number; readonly copy: number },
): CopyPage | null {
  const copy = copyAt(level, routing, mail, { contact: contact.id, index, copy: number });
  const sent = outcome.sent.find((candidate) => candidate.mail === mail);
  if (!copy || !sent) return null;
  const seen = outcome.exposures.filter(({ viewer, mails }) => viewer === contact.id && mails.includes(mail));
  const strange = new Set(seen.map(({ subject }) => subject));
  const entries = (runs: readonly MailboxRun[]) => firstOf(runs, copy.recipient.address, strange);
  const own = copyOf(outcome, mail, contact.id);
  // When separate mails carry the Cc line, those in Cc read every copy; everyone else shares theirs with those in Cc
  // only.
  const readers = sent.copies.filter(({ field }) =>
    own?.field === 'separate' ? field === 'cc' : readsShared(field) || (copy.copies > 1 && field === 'separate'),
  );
  const people = readers.reduce((sum, one) => sum + one.people, 0);
  const written = [...copy.to, ...copy.cc];
  return {
    copy,
    from: copy.from,
    to: entries(copy.to),
    toCount: mailboxCount(copy.to),
    cc: entries(copy.cc),
    ccCount: mailboxCount(copy.cc),
    day: Math.floor(sent.at / DAY) + 1,
    at: sent.at,
    alone: own?.field === 'separate' && copy.cc.length === 0,
    readers: Math.max(0, own?.field === 'separate' ? people : people - 1),
    // Members of a crowd are strangers to each other, but not to themselves.
    strangers: written.reduce(
      (sum, run) => sum + (strange.has(run.contact) ? run.people - (run.contact === contact.id ? 1 : 0) : 0),
      0,
    ),
  };
}

/** Returns the copy with this number, or the last one if there are fewer; null when none arrived. */
export function copyAt(
  level: Level,
  routing: Routing,
  mail: MailId,
  { copy = 0, ...recipient }: Pick<Looking, 'contact' | 'index' | 'copy'>,
): Copy | null {
  const first = viewOf(level, routing, mail, recipient);
  const number = Math.min(copy, (first?.copies ?? 1) - 1);
  return number > 0 ? viewOf(level, routing, mail, { ...recipient, copy: number }) : first;
}

/** Returns the first addresses of a header. */
function firstOf(runs: readonly MailboxRun[], own: string, strange: ReadonlySet<ContactId>): Entry[] {
  const found: Entry[] = [];
  for (const run of runs) {
    for (const mailbox of mailboxesFrom([run], 0, SHOWN - found.length)) {
      const self = mailbox.address === own;
      found.push({ ...mailbox, self, stranger: !self && strange.has(run.contact) });
    }
    if (found.length >= SHOWN) break;
  }
  return found;
}
