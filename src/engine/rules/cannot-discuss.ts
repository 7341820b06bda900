import { DAY } from '../level/duration.ts';
import type { Contact } from '../level/level.ts';
import { WEIGHTS } from '../level/weights.ts';
import { peopleOf } from '../mail/contacts.ts';
import { beat, onlyMail } from '../story/beat.ts';
import { becausePlaced } from '../story/causes.ts';
import { isOptional } from '../story/desks.ts';
import { peopleIn } from '../story/shown.ts';
import type { Story, StoryMail } from '../story/story.ts';
import { becauseSent, idsOf, mailIdsOf, unmetBy } from './needed.ts';
import type { Rule } from './rule.ts';

/** A circle that must discuss but cannot, because members are hidden or have mails of their own (rule 11). */
interface Silenced {
  readonly circle: string;
  /** Members whom a reply-all would not reach. */
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
  // A circle that cannot discuss on any of a series of mails is told once.
  tell: (story, desk) =>
    story.relations.discussing.flatMap(({ circle: { id: circle } }) => {
      const found = desk.mails.flatMap((mail) =>
        silencedCircles(story, mail)
          .filter((silenced) => silenced.circle === circle)
          .map(({ missing }) => ({ mail, missing })),
      );
      const ids = idsOf(found.flatMap(({ missing }) => missing));
      if (ids.length === 0) return [];
      const mails = found.map(({ mail }) => mail);
      return [
        beat('cannot-discuss', [desk.id, circle], desk.at + 2 * DAY, {
          mail: onlyMail(mailIdsOf(mails)),
          causes: [...becauseSent(desk), ...becausePlaced(story, mails, ids), { type: 'circle', circle }],
          viewers: ids,
          numbers: { people: peopleIn(story, ids) },
        }),
      ];
    }),
};

/** The circles that cannot discuss on a mail. */
export function silencedCircles(story: Story, mail: StoryMail): Silenced[] {
  const { deliveries } = mail.delivered;
  if (isOptional(mail.mail) && deliveries.length === 0) return [];
  return story.relations.discussing(mail.mail.id).flatMap(({ circle, members }) => {
    const concerned = members.filter((member) => mail.concerns.has(member));
    // A crowd can talk to itself, as single cards can.
    if (concerned.reduce((sum, member) => sum + peopleOf(member), 0) < 2) return [];
    const missing = concerned.filter(
      (member) => !deliveries.some(({ addressee, answerable }) => addressee === member && answerable),
    );
    if (missing.length === 0) return [];
    return [{ circle: circle.id, missing }];
  });
}
