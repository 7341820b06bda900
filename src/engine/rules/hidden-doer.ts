import { DAY } from '../level/duration.ts';
import type { Contact } from '../level/level.ts';
import { needOf } from '../level/needs.ts';
import { beat } from '../story/beat.ts';
import { becauseOfFact, becausePlaced } from '../story/causes.ts';
import { peopleIn } from '../story/shown.ts';
import type { StoryMail } from '../story/story.ts';
import { becauseSent, eachMail, mailsIn } from './needed.ts';
import type { Rule } from './rule.ts';

/** For each person, and for all together. */
const HIDDEN_DOER_POINTS = 4;
const HIDDEN_DOERS_AT_MOST = 12;

/** Somebody who has to act is in Bcc, and a blind copy asks nothing of its reader (rule 11). */
export const hiddenDoer: Rule = {
  shownBy: ['hidden-doer'],
  find(story) {
    const found = eachMail(mailsIn(story), hiddenDoers);
    const contacts = [...new Set(found.flatMap((one) => one.contacts.map(({ id }) => id)))];
    if (contacts.length === 0) return [];
    const mails = found.map(({ mail }) => mail);
    return [
      {
        points: Math.min(HIDDEN_DOERS_AT_MOST, HIDDEN_DOER_POINTS * contacts.length),
        mails: mails.map(({ mail }) => mail.id),
        contacts,
        numbers: {},
        causes: () => [...becausePlaced(story, mails, contacts, ['bcc']), becauseOfFact('needs-act', contacts)],
      },
    ];
  },
  tell: (story, desk) =>
    eachMail(desk.mails, hiddenDoers).map(({ mail, contacts }) => {
      const ids = contacts.map(({ id }) => id);
      return beat('hidden-doer', [mail.mail.id], mail.at + DAY, {
        mail: mail.mail.id,
        causes: [...becauseSent(desk), ...becausePlaced(story, [mail], ids), becauseOfFact('needs-act', ids)],
        viewers: ids,
        numbers: { people: peopleIn(story, ids) },
      });
    }),
};

/** The persons of a mail who have to act but are in Bcc. */
export function hiddenDoers({ mail, delivered }: StoryMail): Contact[] {
  return delivered.deliveries
    .filter(({ addressee, field, people }) => needOf(mail, addressee) === 'act' && field === 'bcc' && people === 1)
    .map(({ addressee }) => addressee);
}
