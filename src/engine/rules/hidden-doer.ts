import { DAY } from '../level/duration.ts';
import type { Contact } from '../level/level.ts';
import { needOf } from '../level/needs.ts';
import { WEIGHTS } from '../level/weights.ts';
import { beat, onlyMail } from '../story/beat.ts';
import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import { peopleIn } from '../story/shown.ts';
import type { StoryMail } from '../story/story.ts';
import { becauseSent, eachMail, idsOf, mailIdsOf, unmetBy } from './needed.ts';
import type { Rule } from './rule.ts';

/** Someone who has to act is in Bcc, and readers of a blind copy rarely think that they have to (rule 11). */
export const hiddenDoer: Rule = {
  gauge: 'purpose',
  shownBy: ['hidden-doer'],
  find(story) {
    const found = eachMail(story.desks, hiddenDoers);
    if (found.length === 0) return [];
    const contacts = idsOf(found.flatMap((one) => one.contacts));
    const mails = found.map(({ mail }) => mail);
    return [
      {
        leaves: 100,
        unmet: found.flatMap((one) => unmetBy(one, WEIGHTS.purpose.unmet.hiddenDoer)),
        mails: mailIdsOf(mails),
        contacts,
        numbers: {},
        causes: () => [...becausePlaced(story, mails, contacts, ['bcc']), becauseOfFact('needs-act', contacts)],
      },
    ];
  },
  tell(story, desk) {
    const found = eachMail([desk], hiddenDoers);
    const ids = idsOf(found.flatMap(({ contacts }) => contacts));
    if (ids.length === 0) return [];
    const mails = found.map(({ mail }) => mail);
    return [
      beat('hidden-doer', [desk.id], desk.at + DAY, {
        mail: onlyMail(mailIdsOf(mails)),
        causes: [...becauseSent(desk), ...becausePlaced(story, mails, ids), becauseOfFact('needs-act', ids)],
        viewers: ids,
        numbers: { people: peopleIn(story, ids) },
      }),
    ];
  },
};

/** Returns the people of a mail who have to act but are in Bcc. */
export function hiddenDoers({ mail, delivered }: StoryMail): Contact[] {
  return delivered.deliveries
    .filter(({ addressee, field, people }) => field === 'bcc' && people === 1 && needOf(mail, addressee) === 'act')
    .map(({ addressee }) => addressee);
}
