import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import { mailsIn } from './needed.ts';
import type { Rule } from './rule.ts';

const UNMASKED_POINTS = 15;

/** Somebody in Bcc replied to all: a secret copy came to light (rule 6). */
export const unmasked: Rule = {
  shownBy: ['unmasked'],
  find: (story) =>
    story.speakingUp
      .filter(({ blind }) => blind)
      .map(({ delivered, speaker }) => {
        const who = speaker.addressee.id;
        return {
          points: UNMASKED_POINTS,
          mails: [delivered.mail.id],
          contacts: [who],
          numbers: {},
          causes: () => [
            ...becausePlaced(
              story,
              mailsIn(story).filter(({ mail }) => mail.id === delivered.mail.id),
              [who],
              ['bcc'],
            ),
            becauseOfFact('replies-all', [who]),
          ],
        };
      }),
};
