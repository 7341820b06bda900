import { WEIGHTS } from '../level/weights.ts';
import { becausePlaced } from '../story/causes.ts';
import { strangersInBcc } from './fragile-bcc.ts';
import { eachMail, idsOf, isApology, mailIdsOf } from './needed.ts';
import type { Rule } from './rule.ts';

/** The apology depends on Bcc to hide those affected: after one slip, the next would be a repeat (rule 15). */
export const apologyByBcc: Rule = {
  gauge: 'ending',
  shownBy: [],
  find(story) {
    const found = eachMail(story.desks.filter(isApology), (mail) => strangersInBcc(story, mail));
    if (found.length === 0) return [];
    const mails = found.map(({ mail }) => mail);
    const contacts = idsOf(found.flatMap((one) => one.contacts));
    return [
      {
        leaves: WEIGHTS.ending.byBcc,
        mails: mailIdsOf(mails),
        contacts,
        numbers: {},
        causes: () => becausePlaced(story, mails, contacts, ['bcc']),
      },
    ];
  },
};
