import * as z from 'zod/mini';
import { described } from './format.ts';
import { IDENTITIES, MAX_PEOPLE, NEEDS } from './vocabulary.ts';

/** What a mail to send and a received mail have in common. */

export const sensitivity = () => z.int().check(z.gte(0), z.lte(3));

export const aboutSchema = z.strictObject({
  people: described(z.int().check(z.gte(1), z.lte(MAX_PEOPLE)), 'How many people it is about.', 69),
  identity: z.optional(
    described(
      z.enum(IDENTITIES),
      'How it names them: handle (by a number or nickname), partial (part of a name; the default), full (full name), photo (full name and picture).',
      'full',
    ),
  ),
  sensitivity: z.optional(
    described(sensitivity(), 'What it says about them, 0 to 3. Without it: the sensitivity of the email.', 3),
  ),
});

export const needsOfMail = (description: string) =>
  z.optional(described(z.record(z.string(), z.enum(NEEDS)), description, { victims: 'know', press: 'nothing' }));
