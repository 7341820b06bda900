import type { Relations } from './circles.ts';
import type { Addressee } from './contacts.ts';
import type { DeliveredMail, Delivery } from './delivery.ts';
import { pairHarm } from './harm.ts';
import type { CircleId, MailId } from './level.ts';
import type { ExposedContact, Exposure } from './outcome.ts';

interface Pairing {
  readonly viewer: Delivery;
  readonly subject: Delivery;
  readonly mails: MailId[];
  sensitivity: number;
  readonly acquaintance: CircleId | null;
  /** Ordered pairs of people. A crowd of n within itself has n × (n − 1). */
  pairs: number;
}

function pairsBetween(viewer: Addressee, viewers: number, subject: Addressee, subjects: number): number {
  return viewer === subject ? viewers * (viewers - 1) : viewers * subjects;
}

/** Someone in Bcc who answered everybody in To and Cc, and by that showed their own address to them (rule 6; RFC 5322 §5). */
export interface Unmasking {
  readonly delivered: DeliveredMail;
  readonly speaker: Delivery;
  /** How many people of the speaker's contact spoke up. */
  readonly speakers: number;
}

/**
 * All disclosures of the sent mails, by pairs of contacts and counted in closed form.
 *
 * A disclosure is an ordered pair (viewer, subject) of people where the subject's address is visible on a mail that the
 * viewer reads, and no shared context makes that expected. Over several mails pairs are united (rule 8).
 */
export function disclose(
  mails: readonly DeliveredMail[],
  unmaskings: readonly Unmasking[],
  relations: Relations,
): Exposure[] {
  const pairings = new Map<string, Pairing>();

  const add = (delivered: DeliveredMail, viewer: Delivery, subject: Delivery, pairs: number) => {
    if (pairs === 0 || relations.shareContext(viewer.addressee, subject.addressee)) return;
    const key = `${viewer.addressee.id} ${subject.addressee.id}`;
    const known = pairings.get(key);
    if (known) {
      known.pairs = Math.max(known.pairs, pairs);
      known.sensitivity = Math.max(known.sensitivity, delivered.mail.sensitivity);
      if (!known.mails.includes(delivered.mail.id)) known.mails.push(delivered.mail.id);
      return;
    }
    pairings.set(key, {
      viewer,
      subject,
      mails: [delivered.mail.id],
      sensitivity: delivered.mail.sensitivity,
      acquaintance: relations.acquaintance(viewer.addressee, subject.addressee),
      pairs,
    });
  };

  for (const delivered of mails) {
    const visible = delivered.deliveries.filter((delivery) => delivery.visible);
    for (const viewer of delivered.deliveries) {
      if (!viewer.readsShared) continue;
      for (const subject of visible) {
        add(
          delivered,
          viewer,
          subject,
          pairsBetween(viewer.addressee, viewer.people, subject.addressee, subject.people),
        );
      }
    }
  }
  for (const { delivered, speaker, speakers } of unmaskings) {
    for (const viewer of delivered.deliveries) {
      if (viewer.visible) add(delivered, viewer, speaker, viewer.people * speakers);
    }
  }

  return [...pairings.values()].map((pairing) => ({
    viewer: pairing.viewer.addressee.id,
    subject: pairing.subject.addressee.id,
    pairs: pairing.pairs,
    mails: pairing.mails,
    sensitivity: pairing.sensitivity,
    acquaintance: pairing.acquaintance,
    harm:
      pairing.pairs * pairHarm(pairing.sensitivity, pairing.subject.addressee.identity, pairing.acquaintance !== null),
  }));
}

/** The contacts that were seen, with how many viewers each of their people had. */
export function exposedContacts(exposures: readonly Exposure[], addressees: readonly Addressee[]): ExposedContact[] {
  const pairs = new Map<string, number>();
  for (const exposure of exposures) pairs.set(exposure.subject, (pairs.get(exposure.subject) ?? 0) + exposure.pairs);
  return addressees.flatMap((addressee) => {
    const seen = pairs.get(addressee.id) ?? 0;
    const people = addressee.people ?? 1;
    // When only some of a crowd spoke up, the viewers are spread over the whole crowd; each figure stays a whole number of people.
    return seen === 0 ? [] : [{ contact: addressee.id, people, viewersEach: Math.ceil(seen / people) }];
  });
}
