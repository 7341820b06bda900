import { MINUTE } from '../level/duration.ts';
import { WEIGHTS } from '../level/weights.ts';
import { beat, beatId } from '../story/beat.ts';
import { becauseOfBeat, becauseOfFact, becausePlaced } from '../story/causes.ts';
import { leftByBreach, storyMails } from './exposure-harm.ts';
import type { Rule } from './rule.ts';

/** Somebody got a mail that is not for them; no field helps (rule 10). */
export const contentLeaked: Rule = {
  gauge: 'privacy',
  shownBy: ['content-leaked'],
  find: (story) =>
    story.leaks.map(({ mail, contact, people, harm }) => ({
      leaves: story.breach ? leftByBreach(story) : WEIGHTS.privacy.wrongReader,
      share: harm,
      mails: [mail],
      contacts: [contact],
      numbers: { people },
      causes: () => [
        ...becausePlaced(story, storyMails(story, [mail]), [contact]),
        becauseOfFact('needs-nothing', [contact]),
      ],
    })),
  tell: (story, desk) =>
    desk.mails.flatMap((mail) =>
      story.leaks
        .filter((leak) => leak.mail === mail.mail.id)
        .map((leak) =>
          beat('content-leaked', [leak.mail, leak.contact], desk.at + 10 * MINUTE, {
            mail: leak.mail,
            causes: [
              becauseOfBeat(beatId('sent', desk.id)),
              ...becausePlaced(story, [mail], [leak.contact]),
              becauseOfFact('needs-nothing', [leak.contact]),
            ],
            viewers: [leak.contact],
            numbers: { people: leak.people },
          }),
        ),
    ),
};
