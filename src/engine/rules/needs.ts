import { peopleOf } from '../mail/contacts.ts';
import type { Contact, ContactId, MailId } from '../level/level.ts';
import { needOf, strongestNeed, type Need } from '../level/needs.ts';
import { isOptional } from '../story/desks.ts';
import type { Story, StoryDesk, StoryMail } from '../story/story.ts';

/** What hiding or leaving out costs (rule 11), as facts; the score weighs them. */
export interface Omission {
  readonly desk: StoryDesk;
  readonly contact: Contact;
  /** What it needs of these mails. */
  readonly need: Need;
  readonly people: number;
  /** Which part of the mails that were for this contact did not reach it, 0 to 1. */
  readonly share: number;
  readonly mails: readonly MailId[];
}

/** Somebody who has to act counts twice as much as somebody who has to know. */
export function needWeight(need: Need): number {
  return need === 'act' ? 2 : need === 'know' ? 1 : 0;
}

function reached(mail: StoryMail, contact: Contact): boolean {
  return mail.delivered.deliveries.some(({ addressee }) => addressee.address === contact.address);
}

/** Everybody who needs something of the mails of a desk, with the mails that are for them. */
function needing(desk: StoryDesk): ReadonlyMap<Contact, readonly StoryMail[]> {
  const mails = new Map<Contact, StoryMail[]>();
  for (const mail of desk.mails) {
    // Nobody needs a mail that may as well not be sent.
    if (isOptional(mail.mail)) continue;
    for (const contact of mail.concerns) {
      if (needOf(mail.mail, contact) !== 'nothing') mails.set(contact, [...(mails.get(contact) ?? []), mail]);
    }
  }
  return mails;
}

const needOfMails = (mails: readonly StoryMail[], contact: Contact): Need =>
  strongestNeed(
    mails.map(({ mail }) => mail),
    contact,
  );

export function omissions(story: Story): Omission[] {
  return story.desks.flatMap((desk) =>
    [...needing(desk)].flatMap(([contact, mails]) => {
      const missed = mails.filter((mail) => !reached(mail, contact));
      if (missed.length === 0) return [];
      return [
        {
          desk,
          contact,
          need: needOfMails(mails, contact),
          people: peopleOf(contact),
          share: missed.length / mails.length,
          mails: missed.map(({ mail }) => mail.id),
        },
      ];
    }),
  );
}

/** The weight of all needs of the mails addressed so far; what `omissions` are a part of. */
export function totalNeed(story: Story): number {
  return story.desks
    .flatMap((desk) => [...needing(desk)])
    .reduce((sum, [contact, mails]) => sum + needWeight(needOfMails(mails, contact)), 0);
}

export interface Hidden {
  readonly mail: StoryMail;
  readonly contacts: readonly Contact[];
}

/** Persons who have to act but sit in Bcc, where a mail asks nothing of its reader. */
export function hiddenDoers(story: Story): Hidden[] {
  return hiddenBy(story, (mail) =>
    mail.delivered.deliveries
      .filter(
        ({ addressee, field, people }) => needOf(mail.mail, addressee) === 'act' && field === 'bcc' && people === 1,
      )
      .map(({ addressee }) => addressee),
  );
}

/** Accountable persons who get the mail but whom the other readers cannot see on it. */
export function hiddenAccountable(story: Story): Hidden[] {
  return hiddenBy(story, (mail) =>
    mail.delivered.deliveries
      .filter(
        ({ addressee, visible }) =>
          addressee.mustBeSeen === true &&
          !(visible && mail.delivered.deliveries.some((other) => other.addressee !== addressee && other.readsShared)),
      )
      .map(({ addressee }) => addressee),
  );
}

function hiddenBy(story: Story, find: (mail: StoryMail) => Contact[]): Hidden[] {
  return story.desks
    .flatMap((desk) => desk.mails)
    .map((mail) => ({ mail, contacts: find(mail) }))
    .filter(({ contacts }) => contacts.length > 0);
}

export interface Silenced {
  readonly mail: StoryMail;
  readonly circle: string;
  /** Members whom an answer to all would not reach. */
  readonly missing: readonly ContactId[];
  /** Their part of the circle, 0 to 1. */
  readonly share: number;
}

/** Circles that must discuss but cannot, because members are hidden or have mails of their own. */
export function silencedCircles(story: Story): Silenced[] {
  return story.desks.flatMap((desk) =>
    desk.mails.flatMap((mail) => {
      if (isOptional(mail.mail) && mail.delivered.deliveries.length === 0) return [];
      const here = mail.concerns;
      return story.relations.discussing.flatMap(({ circle, members }) => {
        const concerned = members.filter((member) => here.has(member));
        if (concerned.length < 2) return [];
        const missing = concerned.filter(
          (member) =>
            !mail.delivered.deliveries.some(
              ({ addressee, answerable }) => addressee.address === member.address && answerable,
            ),
        );
        if (missing.length === 0) return [];
        return [
          { mail, circle: circle.id, missing: missing.map(({ id }) => id), share: missing.length / concerned.length },
        ];
      });
    }),
  );
}

/** Mails of some sensitivity whose hidden strangers hang on one field, although separate mails are offered (rule 17). */
export function fragileMails(story: Story): Hidden[] {
  return hiddenBy(story, ({ mail, delivered }) => {
    if (mail.sensitivity === 0 || !mail.fields.includes('separate')) return [];
    const blind = delivered.deliveries.filter(({ field }) => field === 'bcc').map(({ addressee }) => addressee);
    const strangers = blind.filter((one) =>
      blind.some((other) => (one !== other || peopleOf(one) > 1) && !story.relations.shareContext(one, other)),
    );
    return strangers;
  });
}
