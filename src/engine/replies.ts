import { isCrowd } from './contacts.ts';
import type { DeliveredMail, Delivery } from './delivery.ts';
import type { Unmasking } from './disclosure.ts';

/** Who gets an answer to a mail, beside its sender. */
export interface ReplyAll {
  readonly delivered: DeliveredMail;
  readonly speaker: Delivery;
  /** How many people of the speaker's contact answer everybody. */
  readonly speakers: number;
  /** How many other people each answer reaches. */
  readonly reached: number;
}

/**
 * Of a crowd that has the habit, this many answer everybody: one for each tenfold of its size.
 * Most people never do; a few always do (39 of a list of 90 in the worst case of domain.md).
 */
function speakersOf(delivery: Delivery): number {
  return isCrowd(delivery.addressee) ? Math.max(1, Math.floor(Math.log10(delivery.people))) : 1;
}

/**
 * The answers to all that a mail draws (rule 5; RFC 5322 §3.6.3): each goes to the sender, To and Cc, less oneself,
 * and never to Bcc. Whoever has a mail of their own can only answer the sender.
 */
export function repliesToAll(delivered: DeliveredMail): ReplyAll[] {
  return delivered.deliveries
    .filter(({ addressee, readsShared }) => readsShared && addressee.habits?.includes('replies-all'))
    .map((speaker) => ({
      delivered,
      speaker,
      speakers: speakersOf(speaker),
      reached: delivered.visiblePeople - (speaker.visible ? 1 : 0),
    }));
}

/**
 * Those in Bcc whose answer to all reaches somebody and so unmasks them (rule 6).
 * With nobody to reach, or only people who work on the matter for the sender, it is a plain reply.
 */
export function spokenUp(delivered: DeliveredMail): Unmasking[] {
  return repliesToAll(delivered)
    .filter(
      ({ speaker }) =>
        !speaker.visible && delivered.deliveries.some(({ visible, addressee }) => visible && !addressee.authorised),
    )
    .map(({ speaker, speakers }) => ({ delivered, speaker, speakers }));
}
