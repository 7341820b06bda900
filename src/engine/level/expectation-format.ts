import * as z from 'zod/mini';
import { described, id } from './format.ts';
import type { Field } from './fields.ts';
import { MAX_CONTACTS, MAX_MAILS } from './vocabulary.ts';

/** What the author of a level expects of the engine: ways to address its mails, ranked from the best. */

const cards = (description: string) =>
  z.optional(described(z.array(z.string()).check(z.minLength(1), z.maxLength(MAX_CONTACTS)), description, ['*']));

const fieldsSchema = z.strictObject({
  to: cards('The ids of the contacts in To, or "*" for all that no other field names.'),
  cc: cards('The ids of the contacts in Cc, or "*" for all that no other field names.'),
  bcc: cards('The ids of the contacts in Bcc, or "*" for all that no other field names.'),
  separate: cards('The ids of the contacts with a separate email, or "*" for all that no other field names.'),
  instead: cards('The ids of the contacts in the tray "instead", or "*" for all that no other field names.'),
  none: cards('The ids of the contacts left out. Contacts that no field names are left out anyway.'),
} satisfies Record<Field, z.ZodMiniType>);

export const expectationSchema = z.strictObject({
  id: id('A short name that the checker uses for it.', 'bcc-for-everyone'),
  stars: z.optional(described(z.int().check(z.gte(0), z.lte(3)), 'The stars that you expect it to earn, 0 to 3.', 2)),
  routing: described(
    z.record(z.string(), fieldsSchema),
    'For an email or a series, by its id, the contacts in each field; "*" means all others. Emails that it does not name are addressed in the best way.',
    { cv: { separate: ['northwind', 'southgale'], cc: ['referee'] } },
  ),
});

/** The most ways that one level may rank; more would make the checker slow and the file hard to read. */
export const MAX_EXPECTATIONS = MAX_MAILS;
