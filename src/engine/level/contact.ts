import { deliversTo, readsShared, type Field } from './fields.ts';
import type { Contact, Level } from './level.ts';

/** True for an address-book group or a mailing list, which represent their members. */
export function isExpandable(contact: Contact): boolean {
  return contact.kind === 'group' || contact.kind === 'list';
}

/** Returns how many people a contact represents. */
export function peopleOf(contact: Contact): number {
  return contact.people ?? 1;
}

export function isCrowd(contact: Contact): boolean {
  return peopleOf(contact) > 1;
}

/** False for a mailing list in a field of separate mails: the server, not the sender, knows who is on it (rule 4). */
export function canLieIn(contact: Contact, field: Field): boolean {
  return contact.kind !== 'list' || !deliversTo(field) || readsShared(field);
}

/**
 * True for a contact of another organisation than the sender's: as the level says, else by the domain of its address.
 */
export function isOutside({ sender }: Pick<Level, 'sender'>, contact: Contact): boolean {
  return contact.outside ?? domainOf(contact.address) !== domainOf(sender.address);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
