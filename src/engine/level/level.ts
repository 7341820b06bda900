import * as z from 'zod/mini';
import { authoredBeatSchema } from './beat-format.ts';
import { circleSchema, contactSchema, senderSchema } from './contact-format.ts';
import { discussionSchema } from './discussion-format.ts';
import { expectationSchema, MAX_EXPECTATIONS } from './expectation-format.ts';
import { described, duration, id, ids, language, text, words } from './format.ts';
import { mailSchema } from './mail-format.ts';
import { receivedSchema } from './thread-format.ts';
import {
  type IDENTITIES,
  LESSON_RULES,
  MAX_BEATS,
  MAX_CIRCLES,
  MAX_CONTACTS,
  MAX_MAILS,
  MAX_PEOPLE,
  MAX_RECEIVED,
  STAMPS,
  REGULATOR_TESTS,
} from './vocabulary.ts';

export type { Field } from './fields.ts';
export { FIELDS } from './fields.ts';
export * from './vocabulary.ts';

/**
 * The level format, defined once: the types, the run-time check and (for editors) the JSON Schema come from here. A
 * level states facts about people and mails; it has no answer key.
 */

const regulatorSchema = z.strictObject({
  name: text('The name of the regulator in this story.', 80, 'The data protection regulator'),
  test: described(
    z.enum(REGULATOR_TESTS),
    'The test it decides by. uk-2012: a penalty needs substantial damage or distress, or a risk that was known or should have been; the cap is 500,000 pounds. uk-gdpr and eu-gdpr: a low risk is only recorded, a risk is reported within 72 hours, people must be informed of a high risk; then advice, reprimand or fine. The game shows the range of comparable real decisions under this law.',
    'uk-2012',
  ),
  after: duration('How long after the first email it decides (ISO 8601).', 'P19M'),
  outcome: z.optional(
    described(
      z.literal('unknown'),
      'With "unknown", the game says that nobody knows how the regulator decided, as in some real cases. Without it: the game works out the class of the decision.',
      'unknown',
    ),
  ),
});

const lessonSchema = z.strictObject({
  rule: described(z.enum(LESSON_RULES), 'The rule this level teaches.', 'separate-mails'),
  why: text('Why the best routing is the best, in two or three sentences.', 500, 'Two recipients: two emails.'),
  realCase: z.optional(
    described(
      z.strictObject({
        text: text('What really happened: organisation, numbers, outcome; no victim.', 600, 'In 2012 a police force …'),
        source: described(
          z.strictObject({
            title: text('Where this can be read.', 160, 'Information Commissioner, 2018'),
            url: z.optional(
              described(
                z.string().check(z.regex(/^https:\/\/[^\s<>"]+$/, 'not-a-link')),
                'The page, if it is known. https only.',
                'https://ico.org.uk/',
              ),
            ),
          }),
          'Where the case can be read. A real case needs a source.',
        ),
      }),
      'The real case behind the level.',
    ),
  ),
});

const batchesSchema = z.strictObject({
  people: described(
    z.int().check(z.gte(2), z.lte(MAX_PEOPLE)),
    'How many people are in all batches together. The checker adds them up.',
    1136,
  ),
  contacts: described(ids(), 'The ids of the crowds that the list was cut into.', ['batch-1', 'batch-2']),
});

const reason = (description: string, example: string) => z.optional(described(words(300), description, example));

const acceptedSchema = z.strictObject({
  'habit-wins': reason(
    'Why it is fine that a thoughtless habit wins this level.',
    'The lesson is that separate emails are always an answer.',
  ),
  'cannot-be-won': reason('Why it is fine that no way earns three stars.', 'A dilemma: every way costs something.'),
  'no-way-found': reason(
    'Why this level is fine although the checker found no way to three stars, when there are too many ways to try them all.',
    'The way is there: it leaves out the list and names its members.',
  ),
  'beat-never': reason('Why there is an event that the checker never saw.', 'It waits for three things at once.'),
  'dead-fact': reason('Why there are facts that never matter.', 'They are meant to mislead.'),
});

export const levelSchema = z.strictObject({
  $schema: z.optional(described(z.string(), 'Lets your editor explain and complete this file.', './level.schema.json')),
  format: described(z.literal(2), 'The version of this format. Levels of format 1 still work.', 2),
  id: id('The name of the level, the same as the name of its file.', 'cv-to-rivals'),
  translations: z.optional(
    described(
      z.array(language('fr')),
      'Languages whose texts are in separate files beside this one: with "fr", in my-level.fr.json beside my-level.json.',
      ['fr', 'es'],
    ),
  ),
  title: text('The title of the level.', 60, 'One CV, two rivals'),
  summary: text('One line for the card on the home page.', 140, 'You apply for two jobs at once.'),
  minutes: described(z.int().check(z.gte(1), z.lte(60)), 'How many minutes it takes.', 3),
  stamp: z.optional(
    described(
      z.enum(STAMPS),
      'What the stamp of the level shows. Without it the stamp follows from the people: the largest crowd, or several offices.',
      'offices',
    ),
  ),
  briefing: text(
    'Who the player is and what the email is for. Two to four short sentences.',
    700,
    'You apply for two jobs at once.',
  ),
  sender: described(senderSchema, 'Who sends the emails: the player.'),
  contacts: described(
    z.array(contactSchema).check(z.minLength(1), z.maxLength(MAX_CONTACTS)),
    'The cards in the address book.',
  ),
  circles: z.optional(
    described(
      z.array(circleSchema).check(z.maxLength(MAX_CIRCLES)),
      'Who already knows about each other, and who would recognise each other.',
    ),
  ),
  batches: z.optional(
    described(batchesSchema, 'A list of people that the email program has cut into batches, each a separate crowd.'),
  ),
  mails: described(
    z.array(mailSchema).check(z.minLength(1), z.maxLength(MAX_MAILS)),
    'The emails to address, in the order of sending.',
  ),
  received: z.optional(
    described(
      z.array(receivedSchema).check(z.maxLength(MAX_RECEIVED)),
      'Emails that the player has received before, to reply to or to forward.',
    ),
  ),
  regulator: z.optional(described(regulatorSchema, 'Who decides about a breach. Without it: nobody.')),
  beats: z.optional(
    described(
      z.array(authoredBeatSchema).check(z.maxLength(MAX_BEATS)),
      'Events of your own, in addition to those that the game works out.',
    ),
  ),
  lesson: described(lessonSchema, 'What the level teaches.'),
  discussion: z.optional(
    described(
      discussionSchema,
      'For a group that plays the level together: questions to discuss, and a note for the person who leads.',
    ),
  ),
  expectations: z.optional(
    described(
      z.array(expectationSchema).check(z.maxLength(MAX_EXPECTATIONS)),
      'Ways to address the emails, the best first, as you rank them. The checker says where the game disagrees.',
    ),
  ),
  accepted: z.optional(
    described(acceptedSchema, 'Warnings of the checker that you have thought about, each with your reason.'),
  ),
});

/** One level, as its file states it. */
export type Level = z.infer<typeof levelSchema>;
export type Contact = Level['contacts'][number];
export type Circle = z.infer<typeof circleSchema>;
export type Mail = Level['mails'][number];
export type ReceivedMail = z.infer<typeof receivedSchema>;
export type Thread = NonNullable<Mail['thread']>;
export type About = NonNullable<Mail['about']>;
export type Regulator = z.infer<typeof regulatorSchema>;
export type AuthoredBeat = z.infer<typeof authoredBeatSchema>;
export type Expectation = z.infer<typeof expectationSchema>;
export type Lesson = z.infer<typeof lessonSchema>;
/** A text in one language, or a map from language tag (BCP 47) to text. */
export type LevelText = string | Readonly<Record<string, string>>;
export type Identity = (typeof IDENTITIES)[number];
export type LessonRule = (typeof LESSON_RULES)[number];
export type ContactId = string;
export type MailId = string;
export type CircleId = string;
