import * as z from 'zod/mini';
import { address, described, duration, id, language, text } from './format.ts';

/**
 * The level format, defined once: the types, the run-time check and (for editors) the JSON Schema come from here.
 * A level states facts about people and mails; it holds no answer key.
 */

export const FIELDS = ['to', 'cc', 'bcc', 'separate', 'none'] as const;
export const IDENTITIES = ['handle', 'partial', 'full', 'photo'] as const;
export const NEEDS = ['act', 'know', 'nothing'] as const;
export const HABITS = ['replies-all', 'forwards'] as const;
export const CONTACT_KINDS = ['person', 'office', 'group', 'list'] as const;
export const BONDS = ['context', 'acquaintance'] as const;
/** What becomes of the Bcc line (RFC 5322 §3.6.3): taken out of every copy; each in Bcc reads only their own address; each in Bcc reads all of it; everybody reads it empty. */
export const BLIND_COPIES = ['removed', 'own', 'all', 'empty'] as const;
export const REGULATOR_TESTS = ['uk-2012', 'uk-gdpr'] as const;
export const LESSON_RULES = [
  'list-is-secret',
  'count-contexts',
  'reply-decides',
  'bcc-hides-addresses',
  'correction-riskier',
  'separate-mails',
  'check-expansion',
] as const;
export const AUTHORED_TRIGGERS = [
  'always',
  'breach',
  'no-breach',
  'content-leaked',
  'omitted',
  'regulator-decided',
] as const;

/** The most people one contact may stand for. */
export const MAX_PEOPLE = 10_000_000;
/** The most cards a level may have: nobody can route more by hand, and the engine compares them pair by pair. */
export const MAX_CONTACTS = 100;
const MAX_CIRCLES = 100;
const MAX_MAILS = 30;
const MAX_BEATS = 60;

const field = z.enum(FIELDS);
const ids = () => z.array(z.string()).check(z.minLength(1), z.maxLength(MAX_CONTACTS));

const senderSchema = z.strictObject({
  name: text('The name in the From line.', 60, 'Robin Hale'),
  address: address('The address in the From line, on a reserved domain.', 'robin.hale@post.example'),
  role: z.optional(text('Who the player is in this story.', 80, 'You apply for a job')),
});

const contactSchema = z.strictObject({
  id: id('A short name, used inside this file.', 'northwind'),
  name: text('The name on the card.', 60, 'Northwind, HR'),
  address: address(
    'The mail address, on a reserved domain. A crowd has {n} where the number of each person goes.',
    'victim-{n}@mail.example',
  ),
  kind: z.optional(
    described(
      z.enum(CONTACT_KINDS),
      'person (the default; with "people" a crowd), office (a shared mailbox), group (an address-book group: the mail software writes out its members), list (a mailing list: the server passes the mail on).',
      'office',
    ),
  ),
  people: z.optional(
    described(
      z.int().check(z.gte(1), z.lte(MAX_PEOPLE)),
      'How many people this card stands for. More than one makes a crowd.',
      119,
    ),
  ),
  members: z.optional(described(ids(), 'The ids of the contacts in this group or list.', ['ana', 'ben'])),
  identity: z.optional(
    described(
      z.enum(IDENTITIES),
      'How far the address names its owner: handle (says nothing), partial (part of a name; the default), full (full name), photo (full name and picture).',
      'full',
    ),
  ),
  needs: described(
    z.enum(NEEDS),
    'act: has to do something with the mail. know: has to get it. nothing: must not get it.',
    'act',
  ),
  mustBeSeen: z.optional(
    described(z.boolean(), 'True when the others must be able to see that this person is on the mail.', true),
  ),
  authorised: z.optional(
    described(
      z.boolean(),
      'True for somebody who works on this matter for the sender: seeing everybody, and being seen, is part of the job and no leak.',
      true,
    ),
  ),
  habits: z.optional(described(z.array(z.enum(HABITS)), 'What this person tends to do with a mail.', ['replies-all'])),
  forwardsTo: z.optional(
    described(z.string(), 'For somebody who forwards: the id of the contact who gets the mail from them.', 'reporter'),
  ),
  revealing: z.optional(
    described(
      z.boolean(),
      'True for a mailing list whose name alone says what being on it means, such as redundancy-pool.',
      true,
    ),
  ),
  about: z.optional(
    text('What the player knows about this contact. One or two sentences.', 200, 'She reads the answers.'),
  ),
});

const circleSchema = z.strictObject({
  id: id('A short name, used inside this file.', 'team'),
  members: described(ids(), 'The ids of the contacts in this circle.', ['ana', 'ben']),
  bond: described(
    z.enum(BONDS),
    'context: they already know of each other in this matter, so seeing each other is no leak. acquaintance: they would recognise each other, which makes a leak worse.',
    'context',
  ),
  discusses: z.optional(
    described(z.boolean(), 'True when the members must be able to answer each other with reply-all.', true),
  ),
  about: z.optional(text('Why they belong together, for the briefing.', 200, 'They plan the shift together.')),
});

const mailSchema = z.strictObject({
  id: id('A short name, used inside this file.', 'survey-1'),
  series: z.optional(id('Mails of one series lie on the desk together and are addressed in one go.', 'survey')),
  subject: text('The subject line.', 120, 'My application'),
  body: text('What the mail says. A few short lines.', 700, 'Dear all, …'),
  sensitivity: described(
    z.int().check(z.gte(0), z.lte(3)),
    'What being on this mail says about a person: 0 nothing, 1 a little, 2 something private, 3 something that can do real damage (health, abuse, danger).',
    2,
  ),
  fields: described(
    z.array(field).check(z.minLength(1)),
    'The fields the player may use. "none" (left out) is always there.',
    ['to', 'cc', 'bcc', 'separate'],
  ),
  contacts: z.optional(
    described(ids(), 'The ids of the contacts on the desk for this mail. Without it: all of them.', [
      'batch-1',
      'helper',
    ]),
  ),
  affected: z.optional(
    described(
      z.boolean(),
      'True for an apology: everybody whom the mails before have exposed is on the desk too.',
      true,
    ),
  ),
  prefilled: z.optional(
    described(
      z.record(z.string(), field),
      'Fields that are filled when the player arrives, by contact. A trap, as mail software sets them.',
      { boss: 'cc' },
    ),
  ),
  warnsAt: z.optional(
    described(
      z.int().check(z.gte(2)),
      'The mail software shows its warning when To and Cc together reach this many addresses. Thunderbird: 15. Without it: no warning.',
      15,
    ),
  ),
  blindCopies: z.optional(
    described(
      z.enum(BLIND_COPIES),
      'What the mail software does with the Bcc line. removed: nobody gets it (the default). own: each in Bcc reads their own address. all: each in Bcc reads everybody in Bcc. empty: everybody reads an empty Bcc line.',
      'removed',
    ),
  ),
  replyTo: z.optional(address('Where answers go, if not to the sender.', 'survey-desk@police.example')),
  when: z.optional(
    described(
      z.literal('breach'),
      'With "breach", this mail is only due when the mails before it were a breach.',
      'breach',
    ),
  ),
  recalls: z.optional(
    described(
      z.string(),
      'Makes this mail a recall of an earlier one, by its id or series. Recalling hardly works, and it is a second mail to address.',
      'survey',
    ),
  ),
  optional: z.optional(
    described(z.boolean(), 'True when the player may also decide to send nothing. A recall is always optional.', true),
  ),
  after: z.optional(duration('How long after the first mail this one is sent, in story time (ISO 8601).', 'P1D')),
});

const regulatorSchema = z.strictObject({
  name: text('The name of the regulator in this story.', 80, 'The data-protection regulator'),
  test: described(
    z.enum(REGULATOR_TESTS),
    'The test it decides by. uk-2012: a penalty needs substantial damage or distress, or a risk that was known or ought to have been; the cap is 500,000 pounds. uk-gdpr: notification within 72 hours, reprimand or fine.',
    'uk-2012',
  ),
  after: duration('How long after the first mail it decides (ISO 8601).', 'P19M'),
});

const authoredBeatSchema = z.strictObject({
  id: id('A short name, used inside this file.', 'southgale-calls'),
  when: z.union([
    z.strictObject({
      viewer: described(z.string(), 'The id of the contact who learns something, or * for anybody.', 'southgale'),
      learns: described(z.string(), 'The id of the contact seen, or * for anybody.', 'northwind'),
    }),
    z.strictObject({
      contact: described(z.string(), 'The id of a contact.', 'boss'),
      in: described(z.array(field).check(z.minLength(1)), 'The fields it must be in.', ['to', 'cc']),
      mail: z.optional(described(z.string(), 'The id of the mail. Without it: any mail.', 'cv')),
    }),
    z.strictObject({
      event: described(z.enum(AUTHORED_TRIGGERS), 'always, or after something that the engine found.', 'breach'),
    }),
  ]),
  after: duration('How long after the first mail it happens (ISO 8601).', 'P1D'),
  text: text('What happens. One or two sentences.', 280, 'Southgale calls Northwind.'),
});

const lessonSchema = z.strictObject({
  rule: described(z.enum(LESSON_RULES), 'The rule this level teaches.', 'separate-mails'),
  why: text('Why the best routing is the best, in two or three sentences.', 500, 'Two recipients: two mails.'),
  realCase: z.optional(
    z.strictObject({
      text: text('What really happened: organisation, numbers, outcome; no victim.', 600, 'In 2012 a police force …'),
      source: z.strictObject({
        title: text('Where this can be read.', 160, 'Information Commissioner, 2018'),
        url: z.optional(
          described(
            z.string().check(z.regex(/^https:\/\/[^\s<>"]+$/, 'not-a-link')),
            'The page, if it is known. https only.',
            'https://ico.org.uk/',
          ),
        ),
      }),
    }),
  ),
});

export const levelSchema = z.strictObject({
  $schema: z.optional(described(z.string(), 'Lets an editor explain and complete this file.', './level.schema.json')),
  format: described(z.literal(1), 'The version of this format.', 1),
  id: id('The name of the level, as its file is named.', 'cv-to-rivals'),
  translations: z.optional(
    described(
      z.array(language('fr')),
      'Languages whose texts lie in a file of their own beside this one: with "fr", the file my-level.fr.json beside my-level.json.',
      ['fr', 'es'],
    ),
  ),
  title: text('The title of the level.', 60, 'One CV, two rivals'),
  summary: text('One line for the card on the home page.', 140, 'You apply for two jobs at once.'),
  minutes: described(z.int().check(z.gte(1), z.lte(60)), 'How many minutes it takes.', 3),
  briefing: text(
    'Who the player is and what the mail is for. Two to four short sentences.',
    700,
    'You apply for two jobs at once.',
  ),
  sender: senderSchema,
  contacts: described(
    z.array(contactSchema).check(z.minLength(1), z.maxLength(MAX_CONTACTS)),
    'The cards in the address book.',
  ),
  circles: z.optional(described(z.array(circleSchema).check(z.maxLength(MAX_CIRCLES)), 'Who shares what with whom.')),
  mails: described(
    z.array(mailSchema).check(z.minLength(1), z.maxLength(MAX_MAILS)),
    'The mails to address, in the order of sending.',
  ),
  regulator: z.optional(regulatorSchema),
  beats: z.optional(
    described(
      z.array(authoredBeatSchema).check(z.maxLength(MAX_BEATS)),
      'Events of your own, beside those that the game works out.',
    ),
  ),
  lesson: lessonSchema,
});

/** One level, as its file states it. */
export type Level = z.infer<typeof levelSchema>;
export type Contact = Level['contacts'][number];
export type Circle = z.infer<typeof circleSchema>;
export type Mail = Level['mails'][number];
export type Regulator = z.infer<typeof regulatorSchema>;
export type AuthoredBeat = z.infer<typeof authoredBeatSchema>;
export type Lesson = z.infer<typeof lessonSchema>;
/** A text in one language, or a map from language tag (BCP 47) to text. */
export type LevelText = string | Readonly<Record<string, string>>;
export type Field = (typeof FIELDS)[number];
export type Identity = (typeof IDENTITIES)[number];
export type LessonRule = (typeof LESSON_RULES)[number];
export type ContactId = string;
export type MailId = string;
export type CircleId = string;
