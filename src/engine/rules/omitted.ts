import { DAY } from '../level/duration.ts';
import type { Contact, MailId } from '../level/level.ts';
import { peopleOf } from '../mail/contacts.ts';
import { beat } from '../story/beat.ts';
import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import type { Cause } from '../story/findings.ts';
import { firstMail, type Story, type StoryDesk, type StoryMail } from '../story/story.ts';
import type { Need } from '../level/needs.ts';
import { needing, needOfMails, needWeight, totalNeed } from './needed.ts';
import type { Rule } from './rule.ts';

/** A mail that reaches nobody it is for is worth nothing. */
const OMISSION_POINTS = 100;

/** Somebody who needs a mail and does not get it. */
interface Omission {
  readonly contact: Contact;
  /** What it needs of these mails. */
  readonly need: Need;
  readonly weight: number;
  /** Which part of the mails that were for this contact did not reach it, 0 to 1. */
  readonly share: number;
  readonly mails: readonly MailId[];
}

/** Somebody who must act or know went without (rule 11). */
export const omitted: Rule = {
  shownBy: ['omitted'],
  find(story) {
    const total = totalNeed(story);
    return story.desks.flatMap((desk) =>
      omissions(desk).map(({ contact, need, weight, share, mails }) => ({
        points: (OMISSION_POINTS * weight * share) / total,
        mails,
        contacts: [contact.id],
        numbers: { people: peopleOf(contact) },
        causes: () => causes(story, desk, contact, need),
      })),
    );
  },
  tell: (story, desk) =>
    omissions(desk).map(({ contact, need, mails }) =>
      beat('omitted', [desk.id, contact.id], desk.at + 3 * DAY, {
        mail: mails[0] ?? firstMail(desk),
        causes: causes(story, desk, contact, need),
        viewers: [contact.id],
        numbers: { people: peopleOf(contact) },
        variant: need === 'act' ? 'act' : 'know',
      }),
    ),
};

function causes(story: Story, desk: StoryDesk, contact: Contact, need: Need): Cause[] {
  return [
    ...becausePlaced(story, desk.mails, [contact.id], ['none']),
    becauseOfFact(need === 'act' ? 'needs-act' : 'needs-know', [contact.id]),
  ];
}

/** Who needs a mail of the desk and does not get it. */
export function omissions(desk: StoryDesk): Omission[] {
  return [...needing(desk)].flatMap(([contact, mails]) => {
    const missed = mails.filter((mail) => !reached(mail, contact));
    if (missed.length === 0) return [];
    return [
      {
        contact,
        need: needOfMails(mails, contact),
        weight: needWeight(mails, contact),
        share: missed.length / mails.length,
        mails: missed.map(({ mail }) => mail.id),
      },
    ];
  });
}

function reached(mail: StoryMail, contact: Contact): boolean {
  return mail.delivered.deliveries.some(({ addressee }) => addressee === contact);
}
