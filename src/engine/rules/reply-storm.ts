import { LINE_FIELDS } from '../level/fields.ts';
import { WEIGHTS } from '../level/weights.ts';
import { isStorm, mailsOfAll, repliesToAll } from '../mail/replies.ts';
import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import { mailsIn } from './needed.ts';
import type { Rule } from './rule.ts';

/** People replied to all, and together the replies disrupt everyone's work. */
export const replyStorm: Rule = {
  gauge: 'purpose',
  shownBy: ['replied-all', 'unmasked'],
  find: (story) =>
    mailsIn(story).flatMap((mail) => {
      const storm = repliesToAll(mail.delivered);
      if (!isStorm(storm)) return [];
      const mails = mailsOfAll(storm);
      const speakers = storm.map(({ speaker }) => speaker.addressee.id);
      return [
        {
          leaves: stormLeaves(mails),
          mails: [mail.mail.id],
          contacts: speakers,
          numbers: { mails },
          causes: () => [
            ...becausePlaced(story, [mail], speakers, LINE_FIELDS),
            becauseOfFact('replies-all', speakers),
          ],
        },
      ];
    }),
};

/** A storm of a thousand mails costs the least, ten times as many cost as much again, up to a limit. */
function stormLeaves(mails: number): number {
  const { perTenfold, from, least } = WEIGHTS.purpose.storm;
  return Math.max(least, 100 - perTenfold * Math.log10(mails / from));
}
