import { DAY } from '../level/duration.ts';
import type { Contact } from '../level/level.ts';
import { WEIGHTS } from '../level/weights.ts';
import { isCopied } from '../level/fields.ts';
import { isInLines, type Delivery } from '../mail/delivery.ts';
import { beat, onlyMail } from '../story/beat.ts';
import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import { peopleIn } from '../story/shown.ts';
import type { Story, StoryMail } from '../story/story.ts';
import { becauseSent, eachMail, idsOf, mailIdsOf, unmetBy } from './needed.ts';
import type { Rule } from './rule.ts';

/** Nobody can see who is responsible: an accountable person gets the mail but is not visible on it (rule 11). */
export const hiddenAccountable: Rule = {
  gauge: 'purpose',
  shownBy: ['hidden-accountable'],
  find: (story) =>
    eachMail(story.desks, (mail) => unseenAccountable(story, mail)).map((found) => {
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
    const found = eachMail([desk], (mail) => unseenAccountable(story, mail));
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

/**
 * Returns accountable people who get the mail but are not visible to all readers who share a circle of context with
 * them there. A referee whom only one of two companies sees has vouched to that one alone.
 */
export function unseenAccountable(story: Story, { mail, delivered }: StoryMail): Contact[] {
  const { deliveries } = delivered;
  const isSeen = (one: Delivery) => {
    const seenBy = (other: Delivery) => isInLines(delivered, other, one);
    const others = deliveries.filter((other) => other !== one || other.people > 1);
    const circle = others.filter(
      (other) => isCopied(other.field) && story.relations.shareCircle(other.addressee, one.addressee, mail.id),
    );
    return one.visible && others.some(seenBy) && circle.every(seenBy);
  };
  return deliveries
    .filter((one) => one.addressee.mustBeSeen === true && !isSeen(one))
    .map(({ addressee }) => addressee);
}
