import { isCrowd, peopleOf, type AddressBook, type Addressee } from './contacts.ts';
import type { Mail } from '../level/level.ts';

/** Those of a card who receive a reply. */
export interface ReplyReader {
  readonly addressee: Addressee;
  /** The one person of a crowd whom Reply-To names, counted from 1; null when all of the card receive it. */
  readonly only: number | null;
}

export function everyone(addressee: Addressee): ReplyReader {
  return { addressee, only: null };
}

/** How many people a reader of a reply is. */
export function peopleReading({ addressee, only }: ReplyReader): number {
  return only === null ? peopleOf(addressee) : 1;
}

/** Who receives a plain reply. */
export interface ReplyTarget {
  /** People besides the sender: a person whom Reply-To names, or everyone on a mailing list that it names. */
  readonly readers: readonly ReplyReader[];
  /** True when the sender gets it, at their own address or at a desk that no card names. */
  readonly sender: boolean;
}

const SENDER_ALONE: ReplyTarget = { readers: [], sender: true };

/**
 * Returns where a reply goes: to Reply-To, else to From (RFC 5322 §3.6.2 and §3.6.3). A list at that address passes it
 * on to everyone on it. An address that no card names is a desk of the sender's.
 */
export function replyTarget(mail: Mail, book: AddressBook): ReplyTarget {
  const owner = book.find(mail.replyTo ?? book.sender.address);
  switch (owner?.type) {
    case 'list':
      return { readers: book.expand(owner.list.id).map(everyone), sender: book.holdsSender(owner.list.id) };
    case 'addressee': {
      const { addressee, place } = owner;
      return { readers: [{ addressee, only: isCrowd(addressee) ? place : null }], sender: false };
    }
    case 'sender':
    case undefined:
      return SENDER_ALONE;
  }
}
