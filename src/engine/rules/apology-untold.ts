import type { Contact } from '../level/level.ts';
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
      const owed = owedOn(desk);
      const untold = owed.filter((contact) => desk.mails.every((mail) => !reached(mail, contact)));
      if (untold.length === 0) return [];
      const contacts = idsOf(untold);
      const share = people(untold) / people(owed);
      return [
        {
          leaves: 100 - (100 - WEIGHTS.ending.untold) * share,
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
  return [...concerned].filter(({ id }) => isOwedApology(desk, id));
}

function people(contacts: readonly Contact[]): number {
  return contacts.reduce((sum, contact) => sum + peopleOf(contact), 0);
}
