import { isCrowd } from './contacts.ts';
import type { DeliveredMail, Delivery } from './delivery.ts';

/** Who gets an answer to a mail, beside its sender. */
export interface ReplyAll {
  readonly delivered: DeliveredMail;
  readonly speaker: Delivery;
  /** How many people of the speaker's contact answer everybody. */
  readonly speakers: number;
  /** How many other people each answer reaches, members of mailing lists included. */
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
 *
 * A storm is counted, never looped: answers times people reached.
 */
export function repliesToAll(delivered: DeliveredMail): ReplyAll[] {
  const answered = delivered.deliveries.reduce((sum, { answerable, people }) => sum + (answerable ? people : 0), 0);
  return delivered.deliveries
    .filter(({ addressee, readsShared }) => readsShared && addressee.habits?.includes('replies-all'))
    .map((speaker) => ({
      delivered,
      speaker,
      speakers: speakersOf(speaker),
      reached: answered - (speaker.answerable ? 1 : 0),
    }));
}

/** Mails that an answer to all makes: one to the sender and one to everybody reached, for each who answers. */
export function mailsOf({ speakers, reached }: ReplyAll): number {
  return speakers * (reached + 1);
}

/** From so many mails on, the answers are a storm that hinders everybody's work. */
const STORM_MAILS = 1000;

export function isStorm(reply: ReplyAll): boolean {
  return mailsOf(reply) >= STORM_MAILS;
}

/** Somebody whose address was not in the mail and who showed it by answering everybody (rule 6; RFC 5322 §5). */
export interface SpeakingUp {
  readonly delivered: DeliveredMail;
  readonly speaker: Delivery;
  /** How many people of the speaker's contact spoke up. */
  readonly speakers: number;
  /** True for somebody in Bcc, who is unmasked; false for a member of a mailing list, who was hidden behind its name. */
  readonly blind: boolean;
}

/**
 * Those whose answer to all reaches somebody who could not see them.
 * With nobody to reach, or only people who work on the matter for the sender, it is a plain reply.
 */
export function spokenUp(delivered: DeliveredMail): SpeakingUp[] {
  return repliesToAll(delivered)
    .filter(
      ({ speaker }) =>
        !speaker.visible &&
        delivered.deliveries.some(
          (other) => other.answerable && !other.addressee.authorised && (other !== speaker || other.people > 1),
        ),
    )
    .map(({ speaker, speakers }) => ({ delivered, speaker, speakers, blind: !speaker.answerable }));
}
