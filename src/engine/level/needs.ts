import type { Contact, ContactId, Mail } from './level.ts';

export type Need = Contact['needs'];

/** What a contact needs of one mail: what the mail says of it, else what the contact says. */
export function needOf(mail: Pick<Mail, 'needs'>, contact: Pick<Contact, 'id' | 'needs'>): Need {
  return mail.needs?.[contact.id] ?? contact.needs;
}

/** True when something is missing where the contact hears nothing. */
export function isNeeded(need: Need): boolean {
  return need === 'act' || need === 'know' || need === 'aside';
}

/** True when a copy of the mail in the contact's hands is a leak. */
export function isKeptOut(need: Need): boolean {
  return need === 'aside' || need === 'nothing';
}

/** True for a mail that may have the contact on its desk: it names it, or names nobody, or comes to have those exposed before. */
export function isFor(mail: Pick<Mail, 'contacts' | 'affected'>, contact: ContactId): boolean {
  return mail.affected === true || (mail.contacts?.includes(contact) ?? true);
}

const STRONGEST_FIRST: readonly Need[] = ['act', 'know', 'aside', 'may', 'nothing'];

/** What a contact needs of several mails together: to act, if one of them asks that. */
export function strongestNeed(mails: readonly Pick<Mail, 'needs'>[], contact: Pick<Contact, 'id' | 'needs'>): Need {
  const needs = new Set(mails.map((mail) => needOf(mail, contact)));
  return STRONGEST_FIRST.find((need) => needs.has(need)) ?? contact.needs;
}
