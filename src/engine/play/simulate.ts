import { consequences } from '../story/consequences.ts';
import { carriesCc, readsOthers, type DeliveredMail, type Delivery } from '../mail/delivery.ts';
import type { Level } from '../level/level.ts';
import type { Outcome, SentMail } from './outcome.ts';
import { checkRouting } from '../mail/routing-check.ts';
import type { Routing } from '../mail/routing.ts';
import { ruleBeats, score } from '../rules/score.ts';
import { tell, type StoryMail } from '../story/story.ts';

/**
 * The main function of the engine: returns everything that follows from addressing a level's mails in this way.
 * @param level a level that has been read and checked
 * @param routing for each mail addressed so far, the field of each contact; a mail that is not named is still to be
 *   sent
 * @returns the same outcome for the same input, bit for bit
 * @throws RoutingError when the routing names a mail, contact or field that the level does not have
 */
export function simulate(level: Level, routing: Routing): Outcome {
  checkRouting(level, routing);
  const story = tell(level, routing);
  const { beats, decision } = consequences(story, ruleBeats);
  return {
    level: level.id,
    sent: story.desks
      .flatMap((desk) => desk.mails)
      .filter(({ delivered }) => delivered.deliveries.length > 0)
      .map((mail) => sentMail(mail, routing)),
    due: story.due.map(({ id }) => id),
    exposures: story.exposures,
    exposed: story.exposed,
    disclosures: story.exposures.reduce((sum, { pairs }) => sum + pairs, 0),
    leaks: story.leaks,
    breach: story.breach,
    decision,
    beats,
    ...score(story, beats),
  };
}

function sentMail({ mail, at, delivered, warned }: StoryMail, routing: Routing): SentMail {
  return {
    mail: mail.id,
    at,
    sensitivity: mail.sensitivity,
    copies: copiesOf(delivered).map((delivery) => ({
      contact: delivery.addressee.id,
      people: delivery.people,
      field: delivery.field,
      visible: delivery.visible,
      reads: readsOthers(delivered, delivery),
    })),
    cards: routing[mail.id] ?? {},
    ccOnSeparate: carriesCc(mail),
    publicAddresses: delivered.publicAddresses,
    warned,
  };
}

/**
 * What each card got. A card that names the sender's mailbox has its copy too; in a crowd with the sender in it, the
 * others count.
 */
function copiesOf({ deliveries, toSender, book }: DeliveredMail): Delivery[] {
  if (!toSender) return [...deliveries];
  const [card] = book.contacts
    .filter((contact) => {
      const [range, ...more] = book.mailboxesOf(contact);
      return range?.owner === book.sender && more.length === 0;
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return card ? [...deliveries, { ...toSender, addressee: card }] : [...deliveries];
}
