import { isExpandable } from '../level/contact.ts';
import type { Contact, ContactId, Level } from '../level/level.ts';

export { isCrowd, isExpandable, peopleOf } from '../level/contact.ts';

/** A contact that is a person, an office or a crowd: what groups and lists expand into. */
export type Addressee = Contact;

/** Looks contacts up by id and expands groups and lists into people (rule 7). */
export interface AddressBook {
  readonly contacts: readonly Contact[];
  /** Everybody who is not a group or a list, in the order of the level. */
  readonly addressees: readonly Addressee[];
  get(id: ContactId): Contact | undefined;
  /**
   * The addressees that a contact stands for: itself, or the members of a group or list, nested ones included.
   * Cycles end, and nobody is counted twice.
   */
  expand(id: ContactId): readonly Addressee[];
}

/** The address of one person of a contact; `{n}` in a crowd's address stands for the number, counted from 1. */
export function addressOf(contact: Contact, index: number): string {
  return contact.address.replaceAll('{n}', String(index + 1));
}

export function addressBook(level: Level): AddressBook {
  const byId = new Map(level.contacts.map((contact) => [contact.id, contact]));
  const expanded = new Map<ContactId, readonly Addressee[]>();

  const collect = (id: ContactId, visited: Set<ContactId>, found: Set<Addressee>): void => {
    const contact = byId.get(id);
    if (!contact || visited.has(id)) return;
    visited.add(id);
    if (!isExpandable(contact)) {
      found.add(contact);
      return;
    }
    for (const member of contact.members ?? []) collect(member, visited, found);
  };

  return {
    contacts: level.contacts,
    addressees: level.contacts.filter((contact) => !isExpandable(contact)),
    get: (id) => byId.get(id),
    expand(id) {
      let result = expanded.get(id);
      if (!result) {
        const found = new Set<Addressee>();
        collect(id, new Set(), found);
        result = [...found];
        expanded.set(id, result);
      }
      return result;
    },
  };
}
