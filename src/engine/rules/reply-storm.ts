import { VISIBLE_FIELDS } from '../level/fields.ts';
import { isStorm, mailsOf, repliesToAll } from '../mail/replies.ts';
import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import { mailsIn } from './needed.ts';
import type { Rule } from './rule.ts';

/** A storm of a thousand mails costs the least, ten times as many cost so much more, and none costs more than the most. */
const STORM_POINTS = 5;
const STORM_POINTS_AT_MOST = 20;

/** All could reply to all, and did: the replies hinder everybody's work. */
export const replyStorm: Rule = {
  shownBy: ['replied-all'],
  find: (story) =>
    mailsIn(story).flatMap((mail) => {
      const storm = repliesToAll(mail.delivered).filter((reply) => reply.speaker.answerable && isStorm(reply));
      if (storm.length === 0) return [];
      const mails = storm.reduce((sum, reply) => sum + mailsOf(reply), 0);
      const speakers = storm.map(({ speaker }) => speaker.addressee.id);
      return [
        {
          points: Math.min(STORM_POINTS_AT_MOST, STORM_POINTS * Math.log10(mails / 100)),
          mails: [mail.mail.id],
          contacts: speakers,
          numbers: { mails },
          causes: () => [
            ...becausePlaced(story, [mail], speakers, VISIBLE_FIELDS),
            becauseOfFact('replies-all', speakers),
          ],
        },
      ];
    }),
};
