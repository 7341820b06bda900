import type { Contact, ContactId, MailId } from '../level/level.ts';
import { isNeeded, needOf, strongestNeed, type Need } from '../level/needs.ts';
import { WEIGHTS } from '../level/weights.ts';
import { peopleOf } from '../mail/contacts.ts';
import { beatId } from '../story/beat.ts';
import { becauseOfBeat } from '../story/causes.ts';
import { isOptional } from '../story/desks.ts';
import type { Cause } from '../story/findings.ts';
import type { Story, StoryDesk, StoryMail } from '../story/story.ts';

const needed = new WeakMap<StoryDesk, ReadonlyMap<Contact, readonly StoryMail[]>>();

/** Everyone who needs something from the mails of a desk, with the mails that are for them. */
export function needing(desk: StoryDesk): ReadonlyMap<Contact, readonly StoryMail[]> {
  const known = needed.get(desk) ?? needingOn(desk);
  needed.set(desk, known);
  return known;
}

function needingOn(desk: StoryDesk): ReadonlyMap<Contact, readonly StoryMail[]> {
  const mails = new Map<Contact, StoryMail[]>();
  for (const mail of desk.mails) {
    // Nobody needs a mail that may be skipped.
    if (isOptional(mail.mail)) continue;
    for (const contact of mail.concerns) {
      if (isNeeded(needOf(mail.mail, contact))) mails.set(contact, [...(mails.get(contact) ?? []), mail]);
    }
  }
  return mails;
}

/** What a contact needs from some mails together. */
export function needOfMails(mails: readonly StoryMail[], contact: Contact): Need {
  return strongestNeed(
    mails.map(({ mail }) => mail),
    contact,
  );
}

/** True for a desk whose mails are due because of a breach: an apology, or a recall. */
export function isCorrection({ mails }: StoryDesk): boolean {
  return mails.some(({ mail }) => mail.when === 'breach');
}

/** True for an apology, which is owed to those affected. A recall informs nobody. */
export function isApology({ mails }: StoryDesk): boolean {
  return mails.some(({ mail }) => mail.when === 'breach' && mail.recalls === undefined);
}

/** True for someone exposed by earlier mails: informing them puts the breach right, and is not part of the job. */
export function isOwedApology(desk: StoryDesk, contact: ContactId): boolean {
  return isApology(desk) && desk.affected.has(contact);
}

/** One contact's share in the job of a desk. */
export interface Job {
  readonly desk: StoryDesk;
  readonly contact: Contact;
  readonly need: Need;
  readonly mails: readonly StoryMail[];
  /** Its weight: a crowd counts more than a person, and ten times as many people a step more. */
  readonly weight: number;
}

/** Everything that the mails addressed so far had to do. */
export function jobsOf(story: Story): Job[] {
  return story.desks.flatMap((desk) =>
    [...needing(desk)]
      .filter(([contact]) => !isOwedApology(desk, contact.id))
      .map(([contact, mails]) => {
        const need = needOfMails(mails, contact);
        const weight = WEIGHTS.purpose.need[need] * (1 + Math.log10(peopleOf(contact)));
        return { desk, contact, need, mails, weight };
      }),
  );
}

/** Some contacts of one mail. */
export interface OfMail {
  readonly desk: StoryDesk;
  readonly mail: StoryMail;
  readonly contacts: readonly Contact[];
}

/** Asks a question about each mail; mails without a result are left out. */
export function eachMail(
  desks: readonly StoryDesk[],
  find: (mail: StoryMail, desk: StoryDesk) => readonly Contact[],
): OfMail[] {
  return desks.flatMap((desk) =>
    desk.mails
      .map((mail) => ({ desk, mail, contacts: find(mail, desk) }))
      .filter(({ contacts }) => contacts.length > 0),
  );
}

/** A part of their need that a mail has left unmet, for some contacts. */
export function unmetBy({ desk, mail, contacts }: OfMail, part: number) {
  return contacts.map((contact) => ({ desk, contact, mail: mail.mail.id, part }));
}

/** All mails of a story, in the order of sending. */
export function mailsIn(story: Story): StoryMail[] {
  return story.desks.flatMap(({ mails }) => mails);
}

export function idsOf(contacts: readonly Contact[]): ContactId[] {
  return [...new Set(contacts.map(({ id }) => id))];
}

export function mailIdsOf(mails: readonly StoryMail[]): MailId[] {
  return [...new Set(mails.map(({ mail }) => mail.id))];
}

/** True when a contact got a mail. */
export function reached(mail: StoryMail, contact: Contact): boolean {
  return mail.delivered.copyOf.has(contact);
}

/** The beat that sent a desk's mails, if any were sent. */
export function becauseSent({ id, mails }: StoryDesk): Cause[] {
  return mails.some(({ delivered }) => delivered.deliveries.length > 0) ? [becauseOfBeat(beatId('sent', id))] : [];
}
