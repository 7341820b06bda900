import * as z from 'zod/mini';
import { described, id, text } from './format.ts';
import { aboutSchema, needsOfMail, sensitivity } from './mail-facts.ts';
import { MAX_CONTACTS, THREAD_KINDS } from './vocabulary.ts';

/** How a mail follows an earlier one, and the mails that the player received before the story begins. */

export const threadSchema = z.strictObject({
  kind: described(
    z.enum(THREAD_KINDS),
    'How the player begins it. reply: To is filled with the sender of the earlier one. reply-all: its To and Cc too. forward: nobody is filled in. edit-as-new: all fields of the earlier one, including Bcc. Recipients of separate emails are not filled in.',
    'reply-all',
  ),
  of: described(z.string(), 'The id of the earlier email: one of "mails" above this one, or of "received".', 'tender'),
  quotes: z.optional(
    described(
      z.boolean(),
      'Whether the earlier email is quoted below, with its To and Cc lines and everything that it quotes itself: everyone who gets this one reads it. The default is true, except for edit-as-new.',
      false,
    ),
  ),
});

const people = () =>
  z.optional(
    described(
      z.array(z.string()).check(z.maxLength(MAX_CONTACTS)),
      'The ids of the contacts in this line. The player is on the email anyway.',
      ['ana'],
    ),
  );

export const receivedSchema = z.strictObject({
  id: id('A short name, used inside this file.', 'tender'),
  from: described(z.string(), 'The id of the contact who wrote it.', 'bidder'),
  to: people(),
  cc: people(),
  subject: text('The subject line.', 120, 'Your offer'),
  body: text('What it says. A few short lines.', 700, 'Dear Sam, …'),
  sensitivity: described(sensitivity(), 'What being on it says about a person, 0 to 3, as for the emails to send.', 1),
  about: z.optional(described(aboutSchema, 'Other people that it says something about, as for the emails to send.')),
  needs: needsOfMail(
    'What contacts need from it if it differs from their usual need: "nothing" for someone who must not read it when it is quoted.',
  ),
});
