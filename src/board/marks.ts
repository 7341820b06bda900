import { isOutside, type Contact, type Level } from '../engine/index.ts';

/** What mail software marks beside a name: somebody of another organisation, somebody who has had the mails below. */
export type CardMark = 'outside' | 'on-thread';

/**
 * True for a contact that mail software marks as external. Where everybody is outside, as for a private person, it marks
 * nobody: a mark that all have says nothing.
 */
export function isMarkedOutside(level: Level, contact: Contact): boolean {
  const organised = level.contacts.some((one) => one.outside !== undefined || !isOutside(level, one));
  return organised && isOutside(level, contact);
}
