import { DAY } from '../level/duration.ts';
import type { Contact } from '../level/level.ts';
import { beat } from '../story/beat.ts';
import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import { peopleIn } from '../story/shown.ts';
import type { StoryMail } from '../story/story.ts';
import { becauseSent, eachMail, mailsIn } from './needed.ts';
import type { Rule } from './rule.ts';

/** For each person whom the others must see. */
const HIDDEN_ACCOUNTABLE_POINTS = 20;

/** Nobody can see who is responsible: an accountable person gets the mail and is not seen on it (rule 11). */
export const hiddenAccountable: Rule = {
  shownBy: ['hidden-accountable'],
  find: (story) =>
    eachMail(mailsIn(story), unseenAccountable).map(({ mail, contacts }) => {
      const ids = contacts.map(({ id }) => id);
      return {
        points: HIDDEN_ACCOUNTABLE_POINTS * ids.length,
        mails: [mail.mail.id],
        contacts: ids,
        numbers: {},
        causes: () => [...becausePlaced(story, [mail], ids), becauseOfFact('must-be-seen', ids)],
      };
    }),
  tell: (story, desk) =>
    eachMail(desk.mails, unseenAccountable).map(({ mail, contacts }) => {
      const ids = contacts.map(({ id }) => id);
      return beat('hidden-accountable', [mail.mail.id], mail.at + DAY, {
        mail: mail.mail.id,
        causes: [...becauseSent(desk), ...becausePlaced(story, [mail], ids), becauseOfFact('must-be-seen', ids)],
        viewers: ids,
        numbers: { people: peopleIn(story, ids) },
      });
    }),
};

/** Accountable persons who get the mail but whom the other readers cannot see on it. */
export function unseenAccountable({ delivered: { deliveries } }: StoryMail): Contact[] {
  return deliveries
    .filter(
      ({ addressee, visible }) =>
        addressee.mustBeSeen === true &&
        !(visible && deliveries.some((other) => other.addressee !== addressee && other.readsShared)),
    )
    .map(({ addressee }) => addressee);
}
