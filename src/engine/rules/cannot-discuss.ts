import { DAY } from '../level/duration.ts';
import type { ContactId } from '../level/level.ts';
import { beat } from '../story/beat.ts';
import { becausePlaced } from '../story/causes.ts';
import { isOptional } from '../story/desks.ts';
import { peopleIn } from '../story/shown.ts';
import type { Story, StoryMail } from '../story/story.ts';
import { becauseSent, mailsIn } from './needed.ts';
import type { Rule } from './rule.ts';

/** For the part of the circle that a reply-all does not reach. */
const CANNOT_DISCUSS_POINTS = 30;

/** A circle that must discuss but cannot, because members are hidden or have mails of their own (rule 11). */
interface Silenced {
  readonly circle: string;
  /** Members whom a reply-all would not reach. */
  readonly missing: readonly ContactId[];
  /** Their part of the circle, 0 to 1. */
  readonly share: number;
}

/** A circle that must discuss cannot reply to all (rule 11). */
export const cannotDiscuss: Rule = {
  shownBy: ['cannot-discuss'],
  find: (story) =>
    mailsIn(story).flatMap((mail) =>
      silencedCircles(story, mail).map(({ circle, missing, share }) => ({
        points: CANNOT_DISCUSS_POINTS * share,
        mails: [mail.mail.id],
        contacts: missing,
        numbers: {},
        causes: () => [...becausePlaced(story, [mail], missing), { type: 'circle', circle }],
      })),
    ),
  tell: (story, desk) =>
    desk.mails.flatMap((mail) =>
      silencedCircles(story, mail).map(({ circle, missing }) =>
        beat('cannot-discuss', [mail.mail.id, circle], desk.at + 2 * DAY, {
          mail: mail.mail.id,
          causes: [...becauseSent(desk), ...becausePlaced(story, [mail], missing), { type: 'circle', circle }],
          viewers: missing,
          numbers: { people: peopleIn(story, missing) },
        }),
      ),
    ),
};

/** The circles that cannot discuss on a mail. */
export function silencedCircles(story: Story, mail: StoryMail): Silenced[] {
  const { deliveries } = mail.delivered;
  if (isOptional(mail.mail) && deliveries.length === 0) return [];
  return story.relations.discussing.flatMap(({ circle, members }) => {
    const concerned = members.filter((member) => mail.concerns.has(member));
    if (concerned.length < 2) return [];
    const missing = concerned.filter(
      (member) => !deliveries.some(({ addressee, answerable }) => addressee === member && answerable),
    );
    if (missing.length === 0) return [];
    return [{ circle: circle.id, missing: missing.map(({ id }) => id), share: missing.length / concerned.length }];
  });
}
