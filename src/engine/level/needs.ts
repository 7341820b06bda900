import type { Contact, Mail } from './level.ts';

export type Need = Contact['needs'];

/** What a contact needs of one mail: what the mail says of it, else what the contact says. */
export function needOf(mail: Pick<Mail, 'needs'>, contact: Pick<Contact, 'id' | 'needs'>): Need {
  return mail.needs?.[contact.id] ?? contact.needs;
}

const STRONGEST_FIRST: readonly Need[] = ['act', 'know', 'nothing'];

/** What a contact needs of several mails together: to act, if one of them asks that. */
export function strongestNeed(mails: readonly Pick<Mail, 'needs'>[], contact: Pick<Contact, 'id' | 'needs'>): Need {
  const needs = new Set(mails.map((mail) => needOf(mail, contact)));
  return STRONGEST_FIRST.find((need) => needs.has(need)) ?? contact.needs;
}
