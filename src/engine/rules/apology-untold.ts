import type { Contact } from '../level/level.ts';
import { isKeptOut, needOf } from '../level/needs.ts';
import { WEIGHTS } from '../level/weights.ts';
import { peopleOf } from '../mail/contacts.ts';
import { becausePlaced } from '../story/causes.ts';
import type { StoryDesk } from '../story/story.ts';
import { idsOf, isOwedApology, mailIdsOf, reached } from './needed.ts';
import type { Rule } from './rule.ts';

/** Someone who was exposed was not informed (rule 15; GDPR Article 34). */
export const apologyUntold: Rule = {
  gauge: 'ending',
  shownBy: ['omitted'],
  find: (story) =>
    story.desks.flatMap((desk) => {
      const untold = owedOn(desk).filter((contact) => desk.mails.every((mail) => !reached(mail, contact)));
      if (untold.length === 0) return [];
      const contacts = idsOf(untold);
      return [
        {
          // Each of them is owed it (GDPR Article 34). By a share, the same omission would cost less after a larger breach.
          leaves: WEIGHTS.ending.untold,
          mails: mailIdsOf(desk.mails),
          contacts,
          numbers: { people: people(untold) },
          causes: () => becausePlaced(story, desk.mails, contacts, ['none']),
        },
      ];
    }),
};

function owedOn(desk: StoryDesk): Contact[] {
  const concerned = new Set(desk.mails.flatMap(({ concerns }) => [...concerns]));
  // An apology is not for those who must not get the mail, even if their own address was shown.
  const isMeant = (contact: Contact) => desk.mails.some(({ mail }) => !isKeptOut(needOf(mail, contact)));
  return [...concerned].filter((contact) => isOwedApology(desk, contact.id) && isMeant(contact));
}

function people(contacts: readonly Contact[]): number {
  return contacts.reduce((sum, contact) => sum + peopleOf(contact), 0);
}
