import type { Contact, Mail } from './level.ts';

/** What being on a mail says about a contact, 0 to 3: what the contact says of itself, else what the mail says of everybody. */
export function sensitivityFor(mail: Pick<Mail, 'sensitivity'>, contact: Pick<Contact, 'reveals'>): number {
  return contact.reveals ?? mail.sensitivity;
}
