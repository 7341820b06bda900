import { VISIBLE_FIELDS } from '../level/fields.ts';
import { WEIGHTS } from '../level/weights.ts';
import { isStorm, mailsOf, repliesToAll } from '../mail/replies.ts';
import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import { mailsIn } from './needed.ts';
import type { Rule } from './rule.ts';

/** All could reply to all, and did: the replies hinder everybody's work. */
export const replyStorm: Rule = {
  gauge: 'purpose',
  shownBy: ['replied-all'],
  find: (story) =>
    mailsIn(story).flatMap((mail) => {
      const storm = repliesToAll(mail.delivered).filter((reply) => reply.speaker.answerable && isStorm(reply));
      if (storm.length === 0) return [];
      const mails = storm.reduce((sum, reply) => sum + mailsOf(reply), 0);
      const speakers = storm.map(({ speaker }) => speaker.addressee.id);
      return [
        {
          leaves: stormLeaves(mails),
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

/** A storm of a thousand mails costs the least, ten times as many cost as much again, and none costs more than the most. */
function stormLeaves(mails: number): number {
  const { perTenfold, from, least } = WEIGHTS.purpose.storm;
  return Math.max(least, 100 - perTenfold * Math.log10(mails / from));
}
