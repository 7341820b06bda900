import { isExpandable, peopleOf, type AddressBook, type Addressee } from './contacts.ts';
import type { Contact, ContactId, LevelText } from '../level/level.ts';
import type { MailRouting } from './routing.ts';

/** Neighbouring addresses of one contact in a header: one for a person, many for a crowd. */
export interface MailboxRun {
  readonly contact: ContactId;
  readonly name: LevelText | null;
  readonly people: number;
  /** The address; `{n}` is the number of the person, counted from `first`. */
  readonly pattern: string;
  /** The first number; 1 by default. */
  readonly first?: number;
}

/**
 * Returns what the sender's mail program writes into one line (RFC 5322 §3.6.3): for a card its addresses as it spells
 * them, for a group those of its members, for a mailing list its own. A line names no mailbox twice.
 * @param line one of the mail, or `separate` for the addresses that get a separate mail, one after another
 */
export function written(line: 'to' | 'cc' | 'bcc' | 'separate', routing: MailRouting, book: AddressBook): MailboxRun[] {
  const runs: MailboxRun[] = [];
  const named = new Set<Addressee>();
  const visited = new Set<ContactId>();
  const write = (id: ContactId): void => {
    const contact = book.get(id);
    if (!contact || visited.has(id)) return;
    visited.add(id);
    if (contact.kind === 'list') runs.push(listRun(contact));
    else if (isExpandable(contact)) for (const member of contact.members ?? []) write(member);
    else {
      const fresh = book.mailboxesOf(contact).filter(({ owner }) => !named.has(owner));
      for (const { owner } of fresh) named.add(owner);
      runs.push(...fresh.map(({ first, people }) => cardRun(contact, first, people)));
    }
  };
  for (const { id } of book.contacts) if (routing[id] === line) write(id);
  return runs;
}

function cardRun(contact: Contact, first: number, people: number): MailboxRun {
  const name = peopleOf(contact) > 1 ? null : contact.name;
  return { contact: contact.id, name, people, pattern: contact.address, ...(first > 1 ? { first } : {}) };
}

export function listRun({ id, name, address }: Contact): MailboxRun {
  return { contact: id, name, people: 1, pattern: address };
}
