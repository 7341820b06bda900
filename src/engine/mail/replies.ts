import { withHabit } from './habits.ts';
import type { Addressee } from './contacts.ts';
import { canRead, getsSeparateMails, isInLines, listsInLines, type DeliveredMail, type Delivery } from './delivery.ts';
import type { Contact } from '../level/level.ts';
import { WEIGHTS } from '../level/weights.ts';
import { everyone, peopleReading, replyTarget, type ReplyReader } from './reply-target.ts';

/** Who receives a reply-all to one copy. */
export interface ReplyReach {
  /** Everyone except the sender. It includes the person who replies if a line or a list of the copy names them. */
  readonly addressees: ReadonlySet<Addressee>;
  /** The one person of a crowd whom Reply-To names, if the reply does not reach the whole crowd anyway. */
  readonly one: ReplyReader | null;
  readonly sender: boolean;
}

/**
 * Returns who receives a reply-all, as the received copy says (rule 5; RFC 5322 §3.6.3): Reply-To, else From, and the
 * copy's To and Cc, with lists passed on to everyone on them. Never Bcc.
 * Everyone with the shared mail has the same lines. A separate mail names only its recipient in To, or the list that
 * delivered it. Someone with several copies, such as those in the Cc of separate mails, answers each of them.
 */
export function replyReach(delivered: DeliveredMail, copy: Delivery): ReplyReach {
  const { mail, book, deliveries } = delivered;
  const target = replyTarget(mail, book);
  const addressees = new Set(target.readers.flatMap(({ addressee, only }) => (only === null ? [addressee] : [])));
  const through = listsInLines(delivered, copy);
  for (const { id } of through) for (const member of book.expand(id)) addressees.add(member);
  for (const other of deliveries) if (isInLines(delivered, copy, other)) addressees.add(other.addressee);
  const one = target.readers.find(({ addressee, only }) => only !== null && !addressees.has(addressee)) ?? null;
  const { toSender } = delivered;
  const inLines = toSender !== null && isInLines(delivered, copy, toSender);
  const onList = through.some(({ id }) => book.holdsSender(id));
  return { addressees, one, sender: target.sender || inLines || onList };
}

/** Who gets a reply to a mail, besides its sender. */
export interface ReplyAll {
  readonly delivered: DeliveredMail;
  readonly speaker: Delivery;
  /** How many people of the speaker's contact reply to all. */
  readonly speakers: number;
  /** Who each reply reaches besides the sender; in a crowd that replies to itself, its other members too. */
  readonly readers: readonly ReplyReader[];
  /** How many other people each reply reaches, including members of mailing lists. */
  readonly reached: number;
  /** True when one of several who reply is the one person whom Reply-To names, and so is not reached by their own. */
  readonly toOneself: boolean;
  /** True when the sender gets it too. */
  readonly sender: boolean;
}

/**
 * Returns how many people of each delivery reply to all. In a crowd with the habit it is one for each tenfold of its
 * size; similar crowds count as one, and its first people are those who do. Most people never do; a few always do (39
 * of a list of 90 in the worst case of domain.md).
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
 * Returns the reply-alls to a mail, each without the person who replies. If a separate mail leads to the sender alone,
 * reply-all is a plain reply that nobody notices.
 * A storm is counted, never looped: replies times people reached.
 */
export function repliesToAll(delivered: DeliveredMail): readonly ReplyAll[] {
  const known = repliesKnown.get(delivered) ?? repliesTo(delivered);
  repliesKnown.set(delivered, known);
  return known;
}

const repliesKnown = new WeakMap<DeliveredMail, readonly ReplyAll[]>();

function repliesTo(delivered: DeliveredMail): ReplyAll[] {
  return speakersIn(delivered).flatMap(({ speaker, speakers }) => {
    const { addressees, one, sender } = replyReach(delivered, speaker);
    const speaks = one?.addressee === speaker.addressee && one.only !== null && one.only <= speakers;
    const all = [...[...addressees].map(everyone), ...(one && !(speaks && speakers === 1) ? [one] : [])];
    const reached = all.reduce((sum, reader) => sum + peopleBesides(reader, speaker.addressee), 0);
    const readers = all.filter((reader) => peopleBesides(reader, speaker.addressee) > 0);
    if (!speaker.readsShared && reached === 0) return [];
    return [{ delivered, speaker, speakers, readers, reached, toOneself: speaks && speakers > 1, sender }];
  });
}

/** How many people read a reply of one of a card, besides the one who replies. */
function peopleBesides(reader: ReplyReader, speaker: Addressee): number {
  return peopleReading(reader) - (reader.only === null && reader.addressee === speaker ? 1 : 0);
}

/**
 * How many mails a reply-all makes: for each person who replies, one to everyone reached and one to the sender if
 * included.
 */
export function mailsOf({ speakers, reached, toOneself, sender }: ReplyAll): number {
  return speakers * (reached + (sender ? 1 : 0)) - (toOneself ? 1 : 0);
}

/** How many mails all replies to one mail make together. */
export function mailsOfAll(replies: readonly ReplyAll[]): number {
  return replies.reduce((sum, reply) => sum + mailsOf(reply), 0);
}

/** True when the replies to one mail, from all cards together, are a storm. */
export function isStorm(replies: readonly ReplyAll[]): boolean {
  return mailsOfAll(replies) >= WEIGHTS.stormMails;
}

/** Someone whose reply-all showed that they have the mail, to people who could not see them (rule 6; RFC 5322 §5). */
export interface SpeakingUp extends ReplyAll {
  /** True for someone in Bcc, who is unmasked; false for a member of a mailing list, who was hidden behind its name. */
  readonly blind: boolean;
  /** Readers in Reply-To who lack this copy, or one of several copies; they find its To and Cc in the reply. */
  readonly newcomers: readonly ReplyReader[];
  /** The people and lists whose addresses newcomers find there. */
  readonly quoted: { readonly subjects: readonly Delivery[]; readonly lists: readonly Contact[] };
}

/**
 * Returns those whose reply-all reaches someone who could not see them. If it reaches nobody, or only people who work
 * on the matter for the sender, it is a plain reply.
 */
export function spokenUp(delivered: DeliveredMail): SpeakingUp[] {
  return repliesToAll(delivered).flatMap((reply) => {
    const { speaker, readers } = reply;
    const sees = new Set(
      delivered.deliveries.filter((reader) => canRead(delivered, reader, speaker)).map(({ addressee }) => addressee),
    );
    const newcomers = newcomersTo(reply);
    const fresh = new Set(newcomers.map(({ addressee }) => addressee));
    const learns = ({ addressee }: ReplyReader) => !sees.has(addressee) || fresh.has(addressee);
    if (!readers.some((reader) => learns(reader) && reader.addressee.authorised !== true)) return [];
    const quoted = {
      subjects: delivered.deliveries.filter((other) => isInLines(delivered, speaker, other)),
      lists: listsInLines(delivered, speaker),
    };
    return [{ ...reply, blind: speaker.field === 'bcc', newcomers, quoted }];
  });
}

/** Readers in Reply-To who have not read the To and Cc of every copy that the speaker answers. */
function newcomersTo({ delivered, speaker, readers }: ReplyAll): readonly ReplyReader[] {
  const target = replyTarget(delivered.mail, delivered.book).readers;
  if (!speaker.readsShared) return target;
  const everySeparate = getsSeparateMails(delivered, speaker);
  const know = new Set(
    delivered.deliveries.filter((one) => (everySeparate ? one.byCcLine : one.readsShared)).map((one) => one.addressee),
  );
  return (everySeparate ? target : readers).filter(({ addressee }) => !know.has(addressee));
}
