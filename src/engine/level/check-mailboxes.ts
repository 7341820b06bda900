import { commonMailboxes } from './mailbox.ts';
import { isCrowd, peopleOf } from './contact.ts';
import type { Fault } from './fault.ts';
import type { Level } from './level.ts';

export const MAILBOX_FAULT_CODES = ['addresses-cross', 'list-is-mailbox'] as const;

/**
 * Finds addresses whose owner is ambiguous: two crowds that share some mailboxes while each has others of its own
 * (`a{n}` for 50 people and `a1{n}` for 10), and a mailing list at the address of a person or of the sender.
 */
export function checkMailboxes(level: Level): Fault<(typeof MAILBOX_FAULT_CODES)[number]>[] {
  return level.contacts.flatMap((contact, index) => {
    const path = ['contacts', index, 'address'];
    const crossed = level.contacts.slice(0, index).filter((other) => {
      if (!isCrowd(contact) || !isCrowd(other)) return false;
      const both = commonMailboxes(contact, other).reduce((sum, run) => sum + run.people, 0);
      return both > 0 && both < Math.min(peopleOf(contact), peopleOf(other));
    });
    const owners = [...level.contacts.filter(({ kind }) => kind !== 'list' && kind !== 'group'), level.sender];
    const owner =
      contact.kind === 'list' ? owners.find((other) => commonMailboxes(contact, other).length > 0) : undefined;
    return [
      ...crossed.map((other) => ({
        code: 'addresses-cross' as const,
        path,
        params: { id: contact.id, other: other.id },
      })),
      ...(owner
        ? [{ code: 'list-is-mailbox' as const, path, params: { id: contact.id, address: owner.address } }]
        : []),
    ];
  });
}
