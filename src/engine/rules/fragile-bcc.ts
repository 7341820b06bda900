import { peopleOf } from '../mail/contacts.ts';
import { becausePlaced } from '../story/causes.ts';
import type { StoryMail } from '../story/story.ts';
import type { Contact } from '../level/level.ts';
import { eachMail, mailsIn } from './needed.ts';
import type { Rule } from './rule.ts';

/** By sensitivity, 0 to 3. */
const FRAGILE_POINTS: readonly number[] = [0, 12, 15, 18];

/** Strangers who are hidden by one field alone, although separate mails are offered: one slip shows all. */
export const fragileBcc: Rule = {
  shownBy: [],
  find(story) {
    const fragile = eachMail(mailsIn(story), strangersInBcc);
    if (fragile.length === 0) return [];
    const contacts = [...new Set(fragile.flatMap((found) => found.contacts.map(({ id }) => id)))];
    const sensitivity = Math.max(...fragile.map(({ mail }) => mail.mail.sensitivity));
    const mails = fragile.map(({ mail }) => mail);
    return [
      {
        points: FRAGILE_POINTS[sensitivity] ?? 0,
        mails: mails.map(({ mail }) => mail.id),
        contacts,
        numbers: { sensitivity },
        causes: () => becausePlaced(story, mails, contacts, ['bcc']),
      },
    ];

    function strangersInBcc({ mail, delivered }: StoryMail): Contact[] {
      if (mail.sensitivity === 0 || !mail.fields.includes('separate')) return [];
      const blind = delivered.deliveries.filter((one) => one.blind && !one.visible).map(({ addressee }) => addressee);
      return blind.filter((one) =>
        blind.some((other) => (one !== other || peopleOf(one) > 1) && !story.relations.shareContext(one, other)),
      );
    }
  },
};
