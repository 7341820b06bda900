import type { Contact, ContactId, Mail } from './level.ts';

export type Need = Contact['needs'];

/** Returns what a contact needs from one mail: what the mail says, else what the contact says. */
export function needOf(mail: Pick<Mail, 'needs'>, contact: Pick<Contact, 'id' | 'needs'>): Need {
  return mail.needs?.[contact.id] ?? contact.needs;
}

/** True when the contact misses something without the news. */
export function isNeeded(need: Need): boolean {
  return need === 'act' || need === 'know' || need === 'aside';
}

/** True when a copy of the mail in the contact's hands is a leak. */
export function isKeptOut(need: Need): boolean {
  return need === 'aside' || need === 'nothing';
}

/**
 * True for a mail that may have the contact on its desk: it names the contact or nobody, or it goes to the people
 * exposed before.
 */
export function isFor(mail: Pick<Mail, 'contacts' | 'affected'>, contact: ContactId): boolean {
  return mail.affected === true || (mail.contacts?.includes(contact) ?? true);
}

const STRONGEST_FIRST: readonly Need[] = ['act', 'know', 'aside', 'may', 'nothing'];

/** Returns what a contact needs from several mails together: to act, if one of them asks for that. */
export function strongestNeed(mails: readonly Pick<Mail, 'needs'>[], contact: Pick<Contact, 'id' | 'needs'>): Need {
  const needs = new Set(mails.map((mail) => needOf(mail, contact)));
  return STRONGEST_FIRST.find((need) => needs.has(need)) ?? contact.needs;
}
