import { isOutside, type Contact, type Level } from '../engine/index.ts';

/**
 * The marks of a mail program beside a name: for someone from another organisation, and for someone who received the
 * mails below.
 */
export type CardMark = 'outside' | 'on-thread';

/**
 * True for a contact that mail programs mark as external. If everyone is outside, as for a private person, nobody is
 * marked, because a mark on all says nothing.
 */
export function isMarkedOutside(level: Level, contact: Contact): boolean {
  const organised = level.contacts.some((one) => one.outside !== undefined || !isOutside(level, one));
  return organised && isOutside(level, contact);
}
