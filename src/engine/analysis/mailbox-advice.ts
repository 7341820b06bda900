import { addressBook, isCrowd, isExpandable, peopleOf, type AddressBook } from '../mail/contacts.ts';
import { commonMailboxes } from '../level/mailbox.ts';
import type { Fault } from '../level/fault.ts';
import type { Level } from '../level/level.ts';

export const MAILBOX_ADVICE_CODES = [
  'same-address',
  'overlapping-addresses',
  'sender-is-contact',
  'forwards-to-self',
  'replies-to-one',
] as const;
export type MailboxAdvice = Fault<(typeof MAILBOX_ADVICE_CODES)[number]>;

/**
 * Finds mailboxes with several cards: the engine treats each as one, but the author may have meant two. Of cards with
 * one address the later is named; for crowds with overlapping numbers, how many mailboxes they share. The same goes for
 * a Reply-To that names one person of a crowd, as that person has no card.
 */
export function mailboxAdvice(level: Level): MailboxAdvice[] {
  const book = addressBook(level);
  return [...cardAdvice(level, book), ...replyAdvice(level, book)];
}

function replyAdvice(level: Level, book: AddressBook): MailboxAdvice[] {
  return level.mails.flatMap((mail, index) => {
    const owner = mail.replyTo === undefined ? null : book.find(mail.replyTo);
    if (owner?.type !== 'addressee' || !isCrowd(owner.addressee)) return [];
    const params = { id: owner.addressee.id, address: mail.replyTo ?? '', people: String(peopleOf(owner.addressee)) };
    return [{ code: 'replies-to-one' as const, path: ['mails', index, 'replyTo'], params }];
  });
}

function cardAdvice(level: Level, book: AddressBook): MailboxAdvice[] {
  return level.contacts.flatMap((contact, index): MailboxAdvice[] => {
    const path = ['contacts', index, 'address'];
    const shared = level.contacts.slice(0, index).flatMap((other): MailboxAdvice[] => {
      const people = commonMailboxes(contact, other).reduce((sum, run) => sum + run.people, 0);
      if (people === 0) return [];
      const params = { id: contact.id, other: other.id, people: String(people) };
      const whole = people === peopleOf(contact) && people === peopleOf(other);
      return [{ code: whole ? 'same-address' : 'overlapping-addresses', path, params }];
    });
    const isSender = commonMailboxes(contact, level.sender).length > 0;
    const { forwardsTo } = contact;
    const own = new Set(isExpandable(contact) ? [] : book.expand(contact.id));
    const readers = forwardsTo === undefined ? [] : book.expand(forwardsTo);
    return [
      ...shared,
      ...(isSender ? [{ code: 'sender-is-contact' as const, path, params: { id: contact.id } }] : []),
      ...(readers.length > 0 && readers.every((reader) => own.has(reader) && peopleOf(reader) === 1)
        ? [{ code: 'forwards-to-self' as const, path: ['contacts', index, 'forwardsTo'], params: { id: contact.id } }]
        : []),
    ];
  });
}
