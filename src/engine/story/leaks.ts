import type { DeliveredMail, Delivery } from '../mail/delivery.ts';
import { needOf } from '../level/needs.ts';
import { aboutHarm, contentHarm } from './harm.ts';
import type { ContentLeak } from './findings.ts';

/**
 * The people who got a mail that they must not get (rule 10), in whatever field.
 *
 * A mail that says something of others, as an attached list does, harms those others (rule 9): once for the mail, however
 * many wrong readers it has, so that its harm is shared out among them. Any other mail harms by each wrong reader.
 */
export function leaksOf(delivered: DeliveredMail): ContentLeak[] {
  const { mail } = delivered;
  const wrong = delivered.deliveries.filter(({ addressee }) => needOf(mail, addressee) === 'nothing');
  const readers = wrong.reduce((sum, { people }) => sum + people, 0);
  const harmOf = ({ people }: Delivery) =>
    mail.about ? (aboutHarm(mail.about, mail.sensitivity) * people) / readers : contentHarm(mail.sensitivity, people);
  return wrong.map((delivery) => ({
    mail: mail.id,
    contact: delivery.addressee.id,
    field: delivery.field,
    people: delivery.people,
    about: mail.about?.people ?? 0,
    sensitivity: mail.about?.sensitivity ?? mail.sensitivity,
    harm: harmOf(delivery),
  }));
}

/** How many people leaks harm: those whom a mail is about, counted once for the mail; else its wrong readers. */
export function peopleHarmedBy(leaks: readonly ContentLeak[]): number {
  const byMail = new Map<string, number>();
  for (const { mail, people, about } of leaks) byMail.set(mail, about > 0 ? about : (byMail.get(mail) ?? 0) + people);
  return [...byMail.values()].reduce((sum, people) => sum + people, 0);
}
