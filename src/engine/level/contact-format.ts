import * as z from 'zod/mini';
import { address, described, id, ids, text } from './format.ts';
import {
  BONDS,
  CONTACT_KINDS,
  HABITS,
  IDENTITIES,
  LOOK_BEHIND,
  MAX_CONTACTS,
  MAX_MAILS,
  MAX_PEOPLE,
  NEEDS,
} from './vocabulary.ts';

/** The people of a level: who sends, who the cards represent, and who shares what with whom. */

export const senderSchema = z.strictObject({
  name: text('The name in the From line.', 60, 'Robin Hale'),
  address: address('The address in the From line, on a reserved domain.', 'robin.hale@post.example'),
  role: z.optional(text('Who the player is in this story.', 80, 'You apply for a job')),
});

export const contactSchema = z.strictObject({
  id: id('A short name, used inside this file.', 'northwind'),
  name: text('The name on the card.', 60, 'Northwind, HR'),
  address: address(
    'The email address, on a reserved domain. A crowd has {n} where the number of each person goes.',
    'victim-{n}@mail.example',
  ),
  kind: z.optional(
    described(
      z.enum(CONTACT_KINDS),
      'person (the default; with "people" a crowd), office (a shared mailbox), group (an address-book group: the email program writes out its members), list (a mailing list: the server passes the email on).',
      'office',
    ),
  ),
  people: z.optional(
    described(
      z.int().check(z.gte(1), z.lte(MAX_PEOPLE)),
      'How many people this card represents. More than one makes a crowd.',
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
    'act: has to do something with the email. know: has to get it. aside: has to hear about it through a tray "instead", and must not get the email itself. may: can get it, but need not. nothing: must not get it. An email can override this in its own "needs".',
    'act',
  ),
  mustBeSeen: z.optional(
    described(z.boolean(), 'True when the others must be able to see that this person is on the email.', true),
  ),
  authorised: z.optional(
    described(
      z.boolean(),
      'True for someone who works on this for the sender: seeing everyone, and being seen, is part of the job and no leak.',
      true,
    ),
  ),
  maySee: z.optional(
    described(
      z.array(z.string()).check(z.minLength(1), z.maxLength(MAX_CONTACTS)),
      'The ids of contacts that this one may see on an email without a leak, or "*" for everyone. It works in this direction only: a lawyer may see her clients, but they may not see each other.',
      ['clients'],
    ),
  ),
  reveals: z.optional(
    described(
      z.int().check(z.gte(0), z.lte(3)),
      "What being on an email says about this contact, 0 to 3, where it is not the email's sensitivity. A lawyer on an email to victims: 0.",
      0,
    ),
  ),
  outside: z.optional(
    described(
      z.boolean(),
      'Whether this contact belongs to a different organisation from the sender, as email programs mark it. A recall works inside the organisation and hardly ever outside. The default follows from the domain of the address.',
      true,
    ),
  ),
  behind: z.optional(
    described(
      z.enum(LOOK_BEHIND),
      'What the address book shows about this group or list: members (the default), number (how many people), nothing.',
      'number',
    ),
  ),
  habits: z.optional(
    described(z.array(z.enum(HABITS)), 'What this person tends to do with an email.', ['replies-all']),
  ),
  forwardsTo: z.optional(
    described(z.string(), 'For someone who forwards: the id of the contact who gets the email from them.', 'reporter'),
  ),
  nameReveals: z.optional(
    described(
      z.boolean(),
      'True for a mailing list whose name alone gives its members away, such as redundancy-pool.',
      true,
    ),
  ),
  portrait: z.optional(
    described(
      z.string().check(z.minLength(1), z.maxLength(60)),
      'Any word: a different word draws a different face. Use it if the face does not fit the person. Without it, the id decides.',
      'nora-2',
    ),
  ),
  about: z.optional(
    text('What the player knows about this contact. One or two sentences.', 200, 'She reads the answers.'),
  ),
});

export const circleSchema = z.strictObject({
  id: id('A short name, used inside this file.', 'team'),
  members: described(ids(), 'The ids of the contacts in this circle.', ['ana', 'ben']),
  bond: described(
    z.enum(BONDS),
    'context: they already know that the others are part of this, so seeing each other is no leak. acquaintance: they would recognise each other, which makes a leak worse.',
    'context',
  ),
  discusses: z.optional(
    described(z.boolean(), 'True when the members must be able to reply to each other with reply-all.', true),
  ),
  mails: z.optional(
    described(
      z.array(z.string()).check(z.minLength(1), z.maxLength(MAX_MAILS)),
      'The ids of the emails that this circle applies to. Without it, and for acquaintances: all of them. Families who share a contact sheet need not know which of them get free meals.',
      ['rota'],
    ),
  ),
  about: z.optional(text('Why they belong together, for the briefing.', 200, 'They plan the shift together.')),
});
