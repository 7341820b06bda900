import type { ContactId, Level, Mail } from '../level/level.ts';

/** Mails that are addressed together share this name. */
export function deskName(mail: Mail): string {
  return mail.series ?? mail.id;
}

/** True for a mail that may be skipped: a recall, or one that the level makes optional. */
export function isOptional(mail: Mail): boolean {
  return mail.optional === true || mail.recalls !== undefined;
}

/**
 * Returns the contacts on the desk of one mail: those that it names, or all; for an apology also everyone exposed
 * before (rule 15).
 * @param exposed ids of the contacts that earlier mails have exposed
 */
export function contactsOn(level: Level, mail: Mail, exposed: readonly ContactId[]): ContactId[] {
  const named = new Set(mail.contacts ?? (mail.affected ? [] : level.contacts.map((contact) => contact.id)));
  if (mail.affected) for (const contact of exposed) named.add(contact);
  return level.contacts.map((contact) => contact.id).filter((contact) => named.has(contact));
}
