import { WEIGHTS } from '../level/weights.ts';
import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import { mailsIn } from './needed.ts';
import type { Rule } from './rule.ts';

/** Someone in Bcc replied to all, and a secret copy came to light (rule 6). */
export const unmasked: Rule = {
  gauge: 'privacy',
  shownBy: ['unmasked'],
  find: (story) =>
    story.speakingUp
      .filter(({ blind }) => blind)
      .map(({ delivered, speaker }) => {
        const who = speaker.addressee.id;
        const here = mailsIn(story).filter(({ mail }) => mail.id === delivered.mail.id);
        return {
          leaves: WEIGHTS.privacy.unmasked,
          mails: [delivered.mail.id],
          contacts: [who],
          numbers: {},
          causes: () => [...becausePlaced(story, here, [who], ['bcc']), becauseOfFact('replies-all', [who])],
        };
      }),
};
