import { withHabit } from './habits.ts';
import { isCrowd, type Addressee } from './contacts.ts';
import { canRead, getsSeparateMails, isInLines, listsInLines, type DeliveredMail, type Delivery } from './delivery.ts';
import type { Contact } from '../level/level.ts';
import { WEIGHTS } from '../level/weights.ts';
import { replyTarget } from './reply-target.ts';

/** Whom a reply-all to one copy reaches. */
export interface ReplyReach {
  /** Everybody but the sender. The one who replies is among them when a line or a list of the copy names them. */
  readonly addressees: ReadonlySet<Addressee>;
  readonly sender: boolean;
}

/**
 * Whom a reply-all reaches, read from the copy that somebody received (rule 5; RFC 5322 §3.6.3): Reply-To, else From, and the
 * copy's To and Cc, with the lists among them passed on to everybody on them. Never Bcc.
 *
 * All who share the mail have the same lines. A mail of one's own names oneself alone in To, or the list that brought it.
 * Who has several copies, as those in Cc have of separate mails that carry that line, answers each of them.
 */
export function replyReach(delivered: DeliveredMail, copy: Delivery): ReplyReach {
  const { mail, book, deliveries } = delivered;
  const target = replyTarget(mail, book);
  const addressees = new Set(target.addressees);
  const through = listsInLines(delivered, copy);
  for (const { id } of through) for (const member of book.expand(id)) addressees.add(member);
  for (const other of deliveries) if (isInLines(delivered, copy, other)) addressees.add(other.addressee);
  return { addressees, sender: target.sender || through.some(({ id }) => book.holdsSender(id)) };
}

/** Who gets an answer to a mail, beside its sender. */
export interface ReplyAll {
  readonly delivered: DeliveredMail;
  readonly speaker: Delivery;
  /** How many people of the speaker's contact answer everybody. */
  readonly speakers: number;
  /** Whom each answer reaches beside the sender; for a crowd that replies to itself, the others of it too. */
  readonly readers: readonly Addressee[];
  /** How many other people each answer reaches, members of mailing lists included. */
  readonly reached: number;
  /** True when the sender gets it too. */
  readonly sender: boolean;
}

/**
 * How many people of each delivery reply to all. Of a crowd that has the habit it is one for each tenfold of its size; crowds
 * that are alike count as one, and its first people are those who do.
 * Most people never do; a few always do (39 of a list of 90 in the worst case of domain.md).
 */
function speakersIn(delivered: DeliveredMail): { readonly speaker: Delivery; readonly speakers: number }[] {
  return withHabit(delivered, 'replies-all').flatMap((alike) => {
    const people = alike.reduce((sum, delivery) => sum + delivery.people, 0);
    let left = Math.max(1, Math.floor(Math.log10(people)));
    return alike.flatMap((speaker) => {
      const speakers = Math.min(left, speaker.people);
      left -= speakers;
      return speakers > 0 ? [{ speaker, speakers }] : [];
    });
  });
}

/**
 * The replies to all that a mail draws, each less oneself. In a mail of one's own that leads to the sender alone, reply-all is
 * a plain reply that nobody remarks on.
 *
 * A storm is counted, never looped: replies times people reached.
 */
export function repliesToAll(delivered: DeliveredMail): ReplyAll[] {
  return speakersIn(delivered).flatMap(({ speaker, speakers }) => {
    const { addressees, sender } = replyReach(delivered, speaker);
    const readers = [...addressees].filter((reader) => reader !== speaker.addressee || isCrowd(reader));
    const reached = [...addressees].reduce((sum, reader) => sum + peopleBesides(reader, speaker.addressee), 0);
    if (!speaker.readsShared && reached === 0) return [];
    return [{ delivered, speaker, speakers, readers, reached, sender }];
  });
}

/** The people of a reader who are not the one who speaks. */
export function peopleBesides(reader: Addressee, speaker: Addressee): number {
  return (reader.people ?? 1) - (reader === speaker ? 1 : 0);
}

/** Mails that a reply-all makes: one to everybody reached, and one to the sender where the sender is, for each who answers. */
export function mailsOf({ speakers, reached, sender }: ReplyAll): number {
  return speakers * (reached + (sender ? 1 : 0));
}

/** How many mails all replies to one mail make together. */
export function mailsOfAll(replies: readonly ReplyAll[]): number {
  return replies.reduce((sum, reply) => sum + mailsOf(reply), 0);
}

/** True when the replies to one mail, from all cards together, are a storm. */
export function isStorm(replies: readonly ReplyAll[]): boolean {
  return mailsOfAll(replies) >= WEIGHTS.stormMails;
}

/** Somebody who showed by a reply-all that they have the mail, to people who could not see it (rule 6; RFC 5322 §5). */
export interface SpeakingUp extends ReplyAll {
  /** True for somebody in Bcc, who is unmasked; false for a member of a mailing list, who was hidden behind its name. */
  readonly blind: boolean;
  /** Those whom Reply-To brings in and who do not have this copy, or not each of several: they find its To and Cc in the reply. */
  readonly newcomers: readonly Addressee[];
  /** The people and lists whose addresses newcomers find there. */
  readonly quoted: { readonly subjects: readonly Delivery[]; readonly lists: readonly Contact[] };
}

/**
 * Those whose reply-all reaches somebody who could not see them.
 * With nobody to reach, or only people who work on the matter for the sender, it is a plain reply.
 */
export function spokenUp(delivered: DeliveredMail): SpeakingUp[] {
  return repliesToAll(delivered).flatMap((reply) => {
    const { speaker, readers } = reply;
    const sees = new Set(
      delivered.deliveries.filter((reader) => canRead(delivered, reader, speaker)).map(({ addressee }) => addressee),
    );
    const newcomers = newcomersTo(reply);
    const learns = (reader: Addressee) => !sees.has(reader) || newcomers.includes(reader);
    if (!readers.some((reader) => learns(reader) && reader.authorised !== true)) return [];
    const quoted = {
      subjects: delivered.deliveries.filter((other) => isInLines(delivered, speaker, other)),
      lists: listsInLines(delivered, speaker),
    };
    return [{ ...reply, blind: speaker.field === 'bcc', newcomers, quoted }];
  });
}

/** Those whom Reply-To brings in, and who have not read the To and Cc of all that the speaker answers. */
function newcomersTo({ delivered, speaker, readers }: ReplyAll): readonly Addressee[] {
  const target = replyTarget(delivered.mail, delivered.book).addressees;
  if (!speaker.readsShared) return target;
  const everySeparate = getsSeparateMails(delivered, speaker);
  const know = new Set(
    delivered.deliveries.filter((one) => (everySeparate ? one.byCcLine : one.readsShared)).map((one) => one.addressee),
  );
  return (everySeparate ? target : readers).filter((reader) => !know.has(reader));
}
