import * as z from 'zod/mini';
import { address, described, duration, id, ids, text } from './format.ts';
import { FIELDS } from './fields.ts';
import { aboutSchema, needsOfMail, sensitivity } from './mail-facts.ts';
import { threadSchema } from './thread-format.ts';
import { BLIND_COPIES, MAX_CONTACTS } from './vocabulary.ts';

/** A mail to address. */

export const field = z.enum(FIELDS);

const insteadSchema = z.strictObject({
  name: text('The name of the tray.', 30, 'Ask first'),
  reaches: described(
    z.boolean(),
    'Whether people in this tray get the message, each separately. True for the phone or a bulk email service; false if nothing reaches them.',
    true,
  ),
});

const suggestionSchema = z.strictObject({
  typed: described(z.string().check(z.minLength(1), z.maxLength(60)), 'What the player types.', 'sam'),
  contacts: described(ids(), 'The ids of the contacts suggested, the first one on top.', ['sam-okoro', 'sam-ortiz']),
});

export const mailSchema = z.strictObject({
  id: id('A short name, used inside this file.', 'survey-1'),
  series: z.optional(
    id('Emails of one series are on the desk together, and the player addresses them in one go.', 'survey'),
  ),
  subject: text('The subject line.', 120, 'My application'),
  body: text('What the email says. A few short lines.', 700, 'Dear all, …'),
  sensitivity: described(
    sensitivity(),
    'What being on this email says about a person: 0 nothing, 1 a little, 2 something private, 3 something that can do real damage (health, abuse, danger).',
    2,
  ),
  fields: described(
    z.array(field).check(z.minLength(1)),
    'The fields the player may use. "none" (left out) is always there.',
    ['to', 'cc', 'bcc', 'separate'],
  ),
  contacts: z.optional(
    described(ids(), 'The ids of the contacts on the desk for this email. Without it: all of them.', [
      'batch-1',
      'helper',
    ]),
  ),
  about: z.optional(
    described(
      aboutSchema,
      'Other people that the email says something about, for example in an attached list. If it reaches someone who must not get it, these people are harmed and counted.',
    ),
  ),
  needs: needsOfMail(
    'What contacts need from this email if it differs from their usual need, by contact. For example, the lawyer needs to know the list of names, and the press must not get it.',
  ),
  thread: z.optional(
    described(threadSchema, 'Makes this email follow an earlier one, which fills its fields and is quoted below it.'),
  ),
  affected: z.optional(
    described(z.boolean(), 'True for an apology: everyone exposed by the earlier emails is on the desk too.', true),
  ),
  prefilled: z.optional(
    described(
      z.record(z.string(), field),
      'Fields that are already filled when the player arrives, by contact: the kind of trap that email programs set.',
      { boss: 'cc' },
    ),
  ),
  instead: z.optional(
    described(
      insteadSchema,
      'One more tray beside the fields, for a way around this email: to ask first, a bulk email service, the phone. Offer "instead" in "fields", too.',
    ),
  ),
  ccOnSeparate: z.optional(
    described(
      z.boolean(),
      'True when each separate email also carries the Cc line: its reader sees their own address in To and everyone in Cc. Those in Cc get every one of these emails, so they see every recipient. Offer "cc" and "separate" in "fields".',
      true,
    ),
  ),
  suggestions: z.optional(
    described(
      z.array(suggestionSchema).check(z.minLength(1), z.maxLength(MAX_CONTACTS)),
      'What the address line suggests while the player types a name, as email programs do. A trap if the wrong one comes first.',
    ),
  ),
  warnsAt: z.optional(
    described(
      z.int().check(z.gte(2)),
      'The email program shows its warning when To and Cc together reach this many addresses. Thunderbird: 15. Without it: no warning.',
      15,
    ),
  ),
  blindCopies: z.optional(
    described(
      z.enum(BLIND_COPIES),
      'What the email program does with the Bcc line. removed: nobody gets it (the default). own: each in Bcc reads their own address. all: each in Bcc reads everyone in Bcc. empty: everyone reads an empty Bcc line.',
      'removed',
    ),
  ),
  replyTo: z.optional(address('Where replies go, if not to the sender.', 'survey-desk@police.example')),
  when: z.optional(
    described(
      z.literal('breach'),
      'With "breach", this email is only due if the earlier emails were a breach.',
      'breach',
    ),
  ),
  recalls: z.optional(
    described(
      z.string(),
      'Makes this email a recall of an earlier one, by its id or series. A recall hardly ever works, and it is a second email to address.',
      'survey',
    ),
  ),
  optional: z.optional(
    described(z.boolean(), 'True when the player may also decide to send nothing. A recall is always optional.', true),
  ),
  after: z.optional(duration('How long after the first email this one is sent, in story time (ISO 8601).', 'P1D')),
});
