import type { Contact, Mail } from './level.ts';

/** Returns what being on a mail says about a contact, 0 to 3: the contact's own value, else the mail's. */
export function sensitivityFor(mail: Pick<Mail, 'sensitivity'>, contact: Pick<Contact, 'reveals'>): number {
  return contact.reveals ?? mail.sensitivity;
}
