import { DAY } from '../level/duration.ts';
import type { Contact } from '../level/level.ts';
import { WEIGHTS } from '../level/weights.ts';
import { peopleOf } from '../mail/contacts.ts';
import { carriesCc, hasOwnMail, type DeliveredMail, type Delivery } from '../mail/delivery.ts';
import { replyReach } from '../mail/replies.ts';
import { beat, onlyMail } from '../story/beat.ts';
import { becausePlaced } from '../story/causes.ts';
import { isOptional } from '../story/desks.ts';
import { peopleIn } from '../story/shown.ts';
import type { Story, StoryMail } from '../story/story.ts';
import { becauseSent, idsOf, mailIdsOf, unmetBy } from './needed.ts';
import type { Rule } from './rule.ts';

/** A circle that must discuss but cannot, because members are hidden or have separate mails (rule 11). */
interface Silenced {
  readonly circle: string;
  /** Members that a reply-all would not reach. */
  readonly missing: readonly Contact[];
}

/** A circle that must discuss cannot reply to all (rule 11). */
export const cannotDiscuss: Rule = {
  gauge: 'purpose',
  shownBy: ['cannot-discuss'],
  find: (story) =>
    story.desks.flatMap((desk) =>
      desk.mails.flatMap((mail) =>
        silencedCircles(story, mail).map(({ circle, missing }) => ({
          leaves: WEIGHTS.purpose.silenced,
          unmet: unmetBy({ desk, mail, contacts: missing }, WEIGHTS.purpose.unmet.silenced),
          mails: [mail.mail.id],
          contacts: idsOf(missing),
          numbers: {},
          causes: () => [...becausePlaced(story, [mail], idsOf(missing)), { type: 'circle' as const, circle }],
        })),
      ),
    ),
  // A circle that cannot discuss on any of a series of mails makes one beat.
  tell(story, desk) {
    const found = desk.mails.flatMap((mail) =>
      silencedCircles(story, mail).map(({ circle, missing }) => ({ circle, mail, missing })),
    );
    return [...new Set(found.map(({ circle }) => circle))].map((circle) => {
      const here = found.filter((one) => one.circle === circle);
      const ids = idsOf(here.flatMap(({ missing }) => missing));
      const mails = here.map(({ mail }) => mail);
      return beat('cannot-discuss', [desk.id, circle], desk.at + 2 * DAY, {
        mail: onlyMail(mailIdsOf(mails)),
        causes: [...becauseSent(desk), ...becausePlaced(story, mails, ids), { type: 'circle', circle }],
        viewers: ids,
        numbers: { people: peopleIn(story, ids) },
      });
    });
  },
};

/** The circles that cannot discuss on a mail. */
export function silencedCircles(story: Story, mail: StoryMail): Silenced[] {
  const { deliveries } = mail.delivered;
  if (isOptional(mail.mail) && deliveries.length === 0) return [];
  return story.relations.discussing(mail.mail.id).flatMap(({ circle, members }) => {
    const concerned = members.filter((member) => mail.concerns.has(member));
    // Members of a crowd must be able to discuss, just like single cards.
    if (concerned.reduce((sum, member) => sum + peopleOf(member), 0) < 2) return [];
    const missing = concerned.filter((member) => !canTalk(mail.delivered, member, concerned));
    if (missing.length === 0) return [];
    return [{ circle: circle.id, missing }];
  });
}

/**
 * True for a member who gets the replies of the others, and whose own reply reaches all of them that can be reached.
 * Readers of the shared mail reach the same people; a reply to a separate mail reaches only Reply-To.
 */
function canTalk(delivered: DeliveredMail, member: Contact, members: readonly Contact[]): boolean {
  const copy = delivered.copyOf.get(member);
  if (!copy) return false;
  if (isAloneWithCc(delivered, copy, members)) return true;
  if (!copy.answerable) return false;
  if (copy.readsShared) return true;
  const { addressees } = replyReach(delivered, copy);
  return delivered.deliveries.every(
    ({ addressee, answerable }) => !answerable || !members.includes(addressee) || addressees.has(addressee),
  );
}

/** True for the one person of a circle with a separate mail, if that mail has all the others in Cc. */
function isAloneWithCc({ mail, copyOf }: DeliveredMail, one: Delivery, members: readonly Contact[]): boolean {
  if (!carriesCc(mail) || !hasOwnMail(one) || one.people > 1) return false;
  const others = members.filter((member) => member !== one.addressee);
  return others.every((member) => copyOf.get(member)?.inCc === true);
}
