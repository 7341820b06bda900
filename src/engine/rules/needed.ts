import { isOptional } from '../story/desks.ts';
import { becauseOfBeat } from '../story/causes.ts';
import { beatId } from '../story/beat.ts';
import type { Contact } from '../level/level.ts';
import { needOf, strongestNeed, type Need } from '../level/needs.ts';
import type { Cause } from '../story/findings.ts';
import type { Story, StoryDesk, StoryMail } from '../story/story.ts';

/** Somebody who has to act counts twice as much as somebody who has to know. */
const NEED_WEIGHT: Readonly<Record<Need, number>> = { act: 2, know: 1, nothing: 0 };

/** What a contact counts for on a desk, by what its mails ask of it. */
export function needWeight(mails: readonly StoryMail[], contact: Contact): number {
  return NEED_WEIGHT[needOfMails(mails, contact)];
}

/** What a contact needs of some mails together. */
export function needOfMails(mails: readonly StoryMail[], contact: Contact): Need {
  return strongestNeed(
    mails.map(({ mail }) => mail),
    contact,
  );
}

/** Everybody who needs something of the mails of a desk, with the mails that are for them. */
export function needing(desk: StoryDesk): ReadonlyMap<Contact, readonly StoryMail[]> {
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

/** The weight of all needs of the mails addressed so far. */
export function totalNeed(story: Story): number {
  return story.desks
    .flatMap((desk) => [...needing(desk)])
    .reduce((sum, [contact, mails]) => sum + needWeight(mails, contact), 0);
}

/** Some contacts of one mail. */
export interface OfMail {
  readonly mail: StoryMail;
  readonly contacts: readonly Contact[];
}

/** What a question to each mail finds; mails where it finds nobody are left out. */
export function eachMail(mails: readonly StoryMail[], find: (mail: StoryMail) => readonly Contact[]): OfMail[] {
  return mails.map((mail) => ({ mail, contacts: find(mail) })).filter(({ contacts }) => contacts.length > 0);
}

/** All mails of a story, in the order of sending. */
export function mailsIn(story: Story): StoryMail[] {
  return story.desks.flatMap(({ mails }) => mails);
}

/** That a desk's mails went out, where any did. */
export function becauseSent({ id, mails }: StoryDesk): Cause[] {
  return mails.some(({ delivered }) => delivered.deliveries.length > 0) ? [becauseOfBeat(beatId('sent', id))] : [];
}
