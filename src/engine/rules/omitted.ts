import { DAY } from '../level/duration.ts';
import { type Contact, type MailId } from '../level/level.ts';
import { WEIGHTS } from '../level/weights.ts';
import { peopleOf } from '../mail/contacts.ts';
import { beat, onlyMail } from '../story/beat.ts';
import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import type { Cause } from '../story/findings.ts';
import type { Story, StoryDesk } from '../story/story.ts';
import { idsOf, isOwedApology, needing, needOfMails, reached } from './needed.ts';
import type { Rule } from './rule.ts';

const ASKED = ['act', 'know'] as const;

/** Someone who needs a mail and does not get it. */
interface Omission {
  readonly contact: Contact;
  /** What it needs from these mails. Someone who must hear the news another way needs to know. */
  readonly need: (typeof ASKED)[number];
  /** The mails that were for this contact and did not reach it. */
  readonly mails: readonly MailId[];
}

const LEAVES: Readonly<Record<Omission['need'], number>> = {
  act: WEIGHTS.purpose.missedAct,
  know: WEIGHTS.purpose.missedKnow,
};

/** Someone who must act or know got nothing (rule 11). */
export const omitted: Rule = {
  gauge: 'purpose',
  shownBy: ['omitted'],
  find: (story) =>
    story.desks.flatMap((desk) => {
      const all = omissions(desk).filter(({ contact }) => !isOwedApology(desk, contact.id));
      return ASKED.flatMap((need) => {
        const found = all.filter((one) => one.need === need);
        if (found.length === 0) return [];
        const contacts = found.map(({ contact }) => contact);
        return [
          {
            leaves: LEAVES[need],
            unmet: found.flatMap(({ contact, mails }) =>
              mails.map((mail) => ({ desk, contact, mail, part: WEIGHTS.purpose.unmet.leftOut })),
            ),
            mails: [...new Set(found.flatMap(({ mails }) => mails))],
            contacts: idsOf(contacts),
            numbers: { people: contacts.reduce((sum, contact) => sum + peopleOf(contact), 0) },
            causes: () => causes(story, desk, contacts, need),
          },
        ];
      });
    }),
  // All who got nothing share one beat; otherwise a list in batches would repeat the same event seven times.
  tell: (story, desk) =>
    ASKED.flatMap((need) => {
      const missed = omissions(desk).filter((omission) => omission.need === need);
      const contacts = missed.map(({ contact }) => contact);
      if (contacts.length === 0) return [];
      return [
        beat('omitted', [desk.id, need], desk.at + 3 * DAY, {
          mail: onlyMail(missed.flatMap(({ mails }) => mails)),
          causes: causes(story, desk, contacts, need),
          viewers: idsOf(contacts),
          numbers: { people: contacts.reduce((sum, contact) => sum + peopleOf(contact), 0) },
          variant: need,
        }),
      ];
    }),
};

function causes(story: Story, desk: StoryDesk, contacts: readonly Contact[], need: Omission['need']): Cause[] {
  const ids = idsOf(contacts);
  return [
    ...becausePlaced(story, desk.mails, ids, ['none']),
    becauseOfFact(need === 'act' ? 'needs-act' : 'needs-know', ids),
  ];
}

/** Returns who needs a mail of the desk and does not get it. */
export function omissions(desk: StoryDesk): Omission[] {
  return [...needing(desk)].flatMap(([contact, mails]) => {
    const missed = mails.filter((mail) => !reached(mail, contact));
    if (missed.length === 0) return [];
    const need = needOfMails(mails, contact) === 'act' ? 'act' : 'know';
    return [{ contact, need, mails: missed.map(({ mail }) => mail.id) }];
  });
}
