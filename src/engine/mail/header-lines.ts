import { isExpandable, peopleOf, type AddressBook, type Addressee } from './contacts.ts';
import type { Contact, ContactId, LevelText } from '../level/level.ts';
import type { MailRouting } from './routing.ts';

/** Addresses of one contact that stand next to each other in a header: one for a person, many for a crowd. */
export interface MailboxRun {
  readonly contact: ContactId;
  readonly name: LevelText | null;
  readonly people: number;
  /** The address; `{n}` stands for the number of the person, counted from `first`. */
  readonly pattern: string;
  /** Where the numbers start; 1 when it is not given. */
  readonly first?: number;
}

/**
 * What the sender's mail software writes into one line (RFC 5322 §3.6.3): of a card its addresses as it spells them, of a group
 * those of its members, of a mailing list its own. A line names no mailbox twice.
 *
 * @param line one of the mail, or `separate` for the addresses that get a mail of their own, one after another
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
