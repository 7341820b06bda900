import type { AddressBook, Addressee } from './contacts.ts';
import type { Mail } from '../level/level.ts';

/** Who receives a plain reply. */
export interface ReplyTarget {
  /** People besides the sender: a person whom Reply-To names, or everyone on a mailing list that it names. */
  readonly addressees: readonly Addressee[];
  /** True when the sender gets it, at their own address or at a desk that no card names. */
  readonly sender: boolean;
}

const SENDER_ALONE: ReplyTarget = { addressees: [], sender: true };

/**
 * Returns where a reply goes: to Reply-To, else to From (RFC 5322 §3.6.2 and §3.6.3). A list at that address passes it
 * on to everyone on it. An address that no card names is a desk of the sender's.
 */
export function replyTarget(mail: Mail, book: AddressBook): ReplyTarget {
  const owner = book.find(mail.replyTo ?? book.sender.address);
  switch (owner?.type) {
    case 'list':
      return { addressees: book.expand(owner.list.id), sender: book.holdsSender(owner.list.id) };
    case 'addressee':
      return { addressees: [owner.addressee], sender: false };
    case 'sender':
    case undefined:
      return SENDER_ALONE;
  }
}
