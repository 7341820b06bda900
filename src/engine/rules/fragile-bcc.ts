import type { Contact } from '../level/level.ts';
import { sensitivityFor } from '../level/sensitivity.ts';
import { WEIGHTS } from '../level/weights.ts';
import { peopleOf } from '../mail/contacts.ts';
import { carriesCc, hasOwnMail } from '../mail/delivery.ts';
import { becausePlaced } from '../story/causes.ts';
import type { Story, StoryMail } from '../story/story.ts';
import { eachMail, idsOf, mailIdsOf } from './needed.ts';
import type { Rule } from './rule.ts';

/** Only one field hides people, although separate mails are offered: one slip shows them. */
export const fragileBcc: Rule = {
  gauge: 'privacy',
  shownBy: [],
  find(story) {
    // If someone was exposed, the slip has already happened.
    if (story.exposures.length > 0 || story.leaks.length > 0) return [];
    const fragile = eachMail(story.desks, (mail) => strangersInBcc(story, mail));
    if (fragile.length === 0) return [];
    const contacts = idsOf(fragile.flatMap((found) => found.contacts));
    const sensitivity = Math.max(
      ...fragile.flatMap(({ mail, contacts: here }) => here.map((one) => sensitivityFor(mail.mail, one))),
    );
    const mails = fragile.map(({ mail }) => mail);
    return [
      {
        leaves: WEIGHTS.privacy.fragile[sensitivity] ?? 100,
        mails: mailIdsOf(mails),
        contacts,
        numbers: { sensitivity },
        causes: () => becausePlaced(story, mails, contacts, ['bcc']),
      },
    ];
  },
};

/**
 * Returns those in the Bcc line of a mail whom readers of its Cc line must not see: there a slip would put them. Members of a list are
 * not in the Bcc line.
 */
export function strangersInBcc(story: Story, { mail, delivered }: StoryMail): Contact[] {
  if (!mail.fields.includes('separate')) return [];
  const blind = delivered.deliveries.filter((one) => one.blind && !one.visible).map(({ addressee }) => addressee);
  const readers = delivered.deliveries
    .filter((one) => one.readsShared || (hasOwnMail(one) && carriesCc(mail)))
    .map(({ addressee }) => addressee);
  return blind.filter(
    (one) =>
      sensitivityFor(mail, one) > 0 &&
      readers.some(
        (other) => (one !== other || peopleOf(one) > 1) && !story.relations.shareContext(other, one, mail.id),
      ),
  );
}
