import type { Delivery } from '../mail/delivery.ts';
import type { Quoted } from '../mail/thread.ts';
import type { Quoting } from './quotation.ts';
import { isCopied } from '../level/fields.ts';
import { isKeptOut, needOf } from '../level/needs.ts';
import { aboutHarm, contentHarm } from './harm.ts';
import type { ContentLeak } from './findings.ts';

/**
 * Returns the people who got a mail that they must not get (rule 10), in any field: because of the mail itself, or
 * because of earlier ones in it that they have not had. One leak for each contact.
 */
export function leaksOf(sent: Quoting): ContentLeak[] {
  const { delivered } = sent;
  const contents = contentsOf(sent);
  return delivered.deliveries.flatMap((delivery) => {
    const strayed = contents.filter(({ wrong }) => wrong.includes(delivery));
    if (strayed.length === 0) return [];
    return [
      {
        mail: delivered.mail.id,
        contact: delivery.addressee.id,
        field: delivery.field,
        people: delivery.people,
        quoted: strayed.flatMap(({ quoted }) => quoted ?? []),
        about: strayed.reduce((sum, { facts }) => sum + (facts.about?.people ?? 0), 0),
        sensitivity: Math.max(...strayed.map(({ facts }) => facts.about?.sensitivity ?? facts.sensitivity)),
        harm: strayed.reduce((sum, content) => sum + harmTo(delivery, content), 0),
      },
    ];
  });
}

/** One text of a mail: its own, or one that it quotes. */
interface Content {
  /** The id of the mail that is quoted; null for the mail's own text. */
  readonly quoted: string | null;
  readonly facts: Quoted['facts'];
  /** Those who read it but must not. */
  readonly wrong: readonly Delivery[];
}

function contentsOf({ delivered: { mail, deliveries }, quotations }: Quoting): Content[] {
  const own = {
    quoted: null,
    facts: mail,
    wrong: deliveries.filter(({ addressee, field }) => {
      const need = needOf(mail, addressee);
      return isCopied(field) ? isKeptOut(need) : need === 'nothing';
    }),
  };
  return [
    own,
    ...quotations.map(({ quoted: { id, facts }, had }) => ({
      quoted: id,
      facts,
      // Contacts reached another way get no copy, and so nothing that is quoted in it.
      wrong: deliveries.filter(
        ({ addressee, field }) => isCopied(field) && isKeptOut(needOf(facts, addressee)) && !had.has(addressee),
      ),
    })),
  ];
}

/**
 * A text that says something about others, such as an attached list, harms those others (rule 9): once, however many
 * wrong readers it has, so its harm is shared among them. Any other text does harm by each wrong reader.
 */
function harmTo({ people }: Delivery, { facts: { about, sensitivity }, wrong }: Content): number {
  const readers = wrong.reduce((sum, reader) => sum + reader.people, 0);
  return about ? (aboutHarm(about, sensitivity) * people) / readers : contentHarm(sensitivity, people);
}

/**
 * How many people leaks harm: the people that mails are about, counted once for each mail; for other mails the wrong
 * readers, each counted once however many they got.
 */
export function peopleHarmedBy(leaks: readonly Pick<ContentLeak, 'mail' | 'contact' | 'people' | 'about'>[]): number {
  const about = new Map<string, number>();
  const readers = new Map<string, number>();
  for (const leak of leaks) {
    if (leak.about > 0) about.set(leak.mail, Math.max(leak.about, about.get(leak.mail) ?? 0));
    else readers.set(leak.contact, leak.people);
  }
  return [...about.values(), ...readers.values()].reduce((sum, people) => sum + people, 0);
}
