import { MINUTE } from '../level/duration.ts';
import { WEIGHTS } from '../level/weights.ts';
import { beat, beatId, onlyMail } from '../story/beat.ts';
import { becauseOfBeat, becauseOfFact, becausePlaced } from '../story/causes.ts';
import { peopleIn } from '../story/shown.ts';
import { leftByBreach, storyMails } from './exposure-harm.ts';
import { peopleHarmedBy } from '../story/leaks.ts';
import type { Rule } from './rule.ts';

/** Someone got a mail that is not for them; no field helps (rule 10). */
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
  // All wrong readers share one beat: a wrong reader of seven batches is one event, not seven.
  tell(story, desk) {
    const mails = desk.mails.filter(({ mail }) => story.leaks.some((leak) => leak.mail === mail.id));
    const leaks = story.leaks.filter((leak) => mails.some(({ mail }) => mail.id === leak.mail));
    const readers = [...new Set(leaks.map(({ contact }) => contact))];
    if (readers.length === 0) return [];
    return [
      beat('content-leaked', [desk.id], desk.at + 10 * MINUTE, {
        mail: onlyMail(leaks.map(({ mail }) => mail)),
        causes: [
          becauseOfBeat(beatId('sent', desk.id)),
          ...becausePlaced(story, mails, readers),
          becauseOfFact('needs-nothing', readers),
        ],
        viewers: readers,
        numbers: {
          people: peopleIn(story, readers),
          about: peopleHarmedBy(leaks.filter(({ about }) => about > 0)),
        },
      }),
    ];
  },
};
