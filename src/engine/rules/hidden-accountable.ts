import { DAY } from '../level/duration.ts';
import type { Contact } from '../level/level.ts';
import { WEIGHTS } from '../level/weights.ts';
import { isInLines } from '../mail/delivery.ts';
import { beat, onlyMail } from '../story/beat.ts';
import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import { peopleIn } from '../story/shown.ts';
import type { StoryMail } from '../story/story.ts';
import { becauseSent, eachMail, idsOf, mailIdsOf, unmetBy } from './needed.ts';
import type { Rule } from './rule.ts';

/** Nobody can see who is responsible: an accountable person gets the mail and is not seen on it (rule 11). */
export const hiddenAccountable: Rule = {
  gauge: 'purpose',
  shownBy: ['hidden-accountable'],
  find: (story) =>
    eachMail(story.desks, unseenAccountable).map((found) => {
      const ids = idsOf(found.contacts);
      return {
        leaves: WEIGHTS.purpose.unseen,
        unmet: unmetBy(found, WEIGHTS.purpose.unmet.unseen),
        mails: [found.mail.mail.id],
        contacts: ids,
        numbers: {},
        causes: () => [...becausePlaced(story, [found.mail], ids), becauseOfFact('must-be-seen', ids)],
      };
    }),
  tell(story, desk) {
    const found = eachMail([desk], unseenAccountable);
    const ids = idsOf(found.flatMap(({ contacts }) => contacts));
    if (ids.length === 0) return [];
    const mails = found.map(({ mail }) => mail);
    return [
      beat('hidden-accountable', [desk.id], desk.at + DAY, {
        mail: onlyMail(mailIdsOf(mails)),
        causes: [...becauseSent(desk), ...becausePlaced(story, mails, ids), becauseOfFact('must-be-seen', ids)],
        viewers: ids,
        numbers: { people: peopleIn(story, ids) },
      }),
    ];
  },
};

/** Accountable persons who get the mail but whom the other readers cannot see on it. */
export function unseenAccountable({ delivered }: StoryMail): Contact[] {
  const { deliveries } = delivered;
  return deliveries
    .filter(
      (one) =>
        one.addressee.mustBeSeen === true &&
        !(
          one.visible &&
          deliveries.some((other) => (other !== one || other.people > 1) && isInLines(delivered, other, one))
        ),
    )
    .map(({ addressee }) => addressee);
}
