import { FIELDS, MAX_PEOPLE, type Level } from '../level/level.ts';
import type { Routing } from './routing.ts';

export type RoutingErrorCode =
  'unknown-mail' | 'unknown-contact' | 'unknown-field' | 'field-not-offered' | 'absurd-count';

/**
 * A routing that does not fit its level, or a level that was not checked: a bug in the calling program, never a
 * player's mistake.
 */
export class RoutingError extends Error {
  readonly code: RoutingErrorCode;
  /** The mail concerned; null when it is the level itself. */
  readonly mail: string | null;
  readonly contact: string | null;

  constructor(code: RoutingErrorCode, mail: string | null, contact: string | null, field: string | null = null) {
    super(
      [code, mail && `mail ${mail}`, contact && `contact ${contact}`, field && `field ${field}`]
        .filter(Boolean)
        .join(': '),
    );
    this.name = 'RoutingError';
    this.code = code;
    this.mail = mail;
    this.contact = contact;
  }
}

/**
 * @throws RoutingError when the routing names a mail, contact or field that the level does not have or offer, or a
 *   contact has an absurd number of people
 */
export function checkRouting(level: Level, routing: Routing): void {
  for (const { id, people = 1 } of level.contacts) {
    if (!Number.isInteger(people) || people < 1 || people > MAX_PEOPLE) {
      throw new RoutingError('absurd-count', null, id, null);
    }
  }
  const contacts = new Set(level.contacts.map(({ id }) => id));
  const mails = new Map(level.mails.map((mail) => [mail.id, mail]));
  for (const [id, fields] of Object.entries(routing)) {
    const mail = mails.get(id);
    if (!mail) throw new RoutingError('unknown-mail', id, null);
    for (const [contact, field] of Object.entries(fields)) {
      if (!contacts.has(contact)) throw new RoutingError('unknown-contact', id, contact);
      if (!FIELDS.includes(field)) throw new RoutingError('unknown-field', id, contact, field);
      if (field !== 'none' && !mail.fields.includes(field))
        throw new RoutingError('field-not-offered', id, contact, field);
    }
  }
}
