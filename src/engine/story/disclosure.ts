import type { Relations } from './circles.ts';
import { peopleOf, type AddressBook } from '../mail/contacts.ts';
import { listsFor, subjectsFor, type DeliveredMail, type Delivery } from '../mail/delivery.ts';
import type { Forwarding } from '../mail/forwards.ts';
import { isExpandable } from '../level/contact.ts';
import { isCopied } from '../level/fields.ts';
import { pairHarm } from './harm.ts';
import { sensitivityFor } from '../level/sensitivity.ts';
import type { CircleId, Contact, Mail, MailId } from '../level/level.ts';
import type { ExposedContact, Exposure } from './findings.ts';
import type { Quoting } from './quotation.ts';
import type { SpeakingUp } from '../mail/replies.ts';
import { everyone, type ReplyReader } from '../mail/reply-target.ts';

/** The mails of a story and what their recipients read. */
export interface Flow {
  readonly mails: readonly DeliveredMail[];
  readonly speakingUp: readonly SpeakingUp[];
  readonly forwardings: readonly Forwarding[];
  /** What the mails quote of earlier ones. */
  readonly quoting: readonly Quoting[];
}

interface Pairing {
  readonly viewer: Contact;
  readonly subject: Contact;
  readonly mails: MailId[];
  sensitivity: number;
  /** Ordered pairs of people. A crowd of n within itself has n × (n − 1). */
  pairs: number;
  /** How many people of the subject are seen. */
  seen: number;
  /**
   * How many people of the subject single people of the viewer see, each by its number: those whom a Reply-To names.
   * Null in most plays.
   */
  single: Map<number, number> | null;
}

/**
 * Returns all disclosures of the sent mails, by pairs of contacts and counted in closed form.
 * A disclosure is an ordered pair (viewer, subject) of people: the subject's address is visible on a mail that the
 * viewer reads, and no shared context justifies it. A pair counts once over several mails (rule 8). A mailing list with
 * a revealing name is one more subject for readers who are not on it (rule 7). A quoted header reveals what the mail's
 * own header does, at the sensitivity of the quoted mail.
 */
export function disclose(flow: Flow, relations: Relations, book: AddressBook): Exposure[] {
  const pairings: Pairing[] = [];
  const byViewer = new Map<Contact, Map<Contact, Pairing>>();

  const add = (
    { mail }: { readonly mail: Pick<Mail, 'id' | 'sensitivity'> },
    viewer: Contact,
    subject: Contact,
    pairs: number,
    seen: number,
    only: number | null = null,
  ) => {
    if (pairs === 0 || relations.shareContext(viewer, subject, mail.id)) return;
    const sensitivity = sensitivityFor(mail, subject);
    const ofViewer = byViewer.get(viewer) ?? new Map<Contact, Pairing>();
    byViewer.set(viewer, ofViewer);
    const known = ofViewer.get(subject);
    if (known) {
      if (only === null) {
        known.pairs = Math.max(known.pairs, pairs);
        known.seen = Math.max(known.seen, seen);
      } else {
        known.single ??= new Map();
        known.single.set(only, Math.max(known.single.get(only) ?? 0, pairs));
      }
      known.sensitivity = Math.max(known.sensitivity, sensitivity);
      if (!known.mails.includes(mail.id)) known.mails.push(mail.id);
      return;
    }
    const pairing: Pairing = { viewer, subject, mails: [mail.id], sensitivity, pairs, seen, single: null };
    if (only !== null) {
      pairing.pairs = 0;
      pairing.seen = 0;
      pairing.single = new Map([[only, pairs]]);
    }
    ofViewer.set(subject, pairing);
    pairings.push(pairing);
  };

  const addName = (
    delivered: Parameters<typeof add>[0],
    viewer: Contact,
    list: Contact,
    only: number | null = null,
  ) => {
    if (list.nameReveals !== true || book.expand(list.id).includes(viewer)) return;
    add(delivered, viewer, list, only === null ? peopleOf(viewer) : 1, 1, only);
  };
  /** Those of a card who read a reply see some people of another card, the first ones. */
  const addReader = (
    delivered: Parameters<typeof add>[0],
    { addressee, only }: ReplyReader,
    subject: Contact,
    seen: number,
  ) => {
    add(delivered, addressee, subject, pairsOf(addressee, only, subject, seen), seen, only);
  };

  for (const delivered of flow.mails) {
    for (const viewer of delivered.deliveries) {
      for (const subject of subjectsFor(delivered, viewer)) {
        add(delivered, viewer.addressee, subject.addressee, pairsBetween(viewer, subject), subject.people);
      }
      for (const list of listsFor(delivered, viewer)) addName(delivered, viewer.addressee, list);
    }
  }
  for (const { delivered, speaker, speakers, readers, newcomers, quoted } of flow.speakingUp) {
    for (const reader of readers) addReader(delivered, reader, speaker.addressee, speakers);
    for (const reader of newcomers) {
      for (const { addressee: subject, people } of quoted.subjects) addReader(delivered, reader, subject, people);
      for (const list of quoted.lists) addName(delivered, reader.addressee, list, reader.only);
    }
  }
  for (const { delivered, quotations } of flow.quoting) {
    for (const { quoted, shown } of quotations) {
      const by = { mail: { id: delivered.mail.id, sensitivity: quoted.facts.sensitivity } };
      for (const { addressee, field } of delivered.deliveries) {
        // Contacts reached another way get no copy with a quotation in it.
        if (!isCopied(field)) continue;
        for (const subject of shown) {
          if (isExpandable(subject)) addName(by, addressee, subject);
          else addReader(by, everyone(addressee), subject, peopleOf(subject));
        }
      }
    }
  }
  for (const { delivered, reader, readers, shown } of flow.forwardings) {
    for (const { subject, people } of shown) {
      const itself = subject.addressee === reader;
      add(delivered, reader, subject.addressee, readers * (itself ? people - 1 : people), people);
    }
  }

  return pairings.map((pairing) => {
    const { viewer, subject, mails, sensitivity } = pairing;
    const pairs = pairing.pairs + pairsOfSingle(pairing);
    const seen = pairing.single ? Math.max(pairing.seen, ...pairing.single.values()) : pairing.seen;
    const acquaintance: CircleId | null = relations.acquaintance(viewer, subject);
    return {
      viewer: viewer.id,
      subject: subject.id,
      pairs,
      seen,
      mails,
      sensitivity,
      acquaintance,
      harm: pairs * pairHarm(sensitivity, subject.identity, acquaintance !== null),
    };
  });
}

/**
 * Pairs in which a whole card, or one person of it, sees the first people of a subject. Nobody is a pair with
 * themselves.
 */
function pairsOf(viewer: Contact, only: number | null, subject: Contact, seen: number): number {
  if (only === null) return peopleOf(viewer) * seen - (viewer === subject ? seen : 0);
  return seen - (viewer === subject && only <= seen ? 1 : 0);
}

/** What single people of a viewer see beyond what all of its people do. */
function pairsOfSingle({ viewer, subject, pairs, seen, single }: Pairing): number {
  if (!single) return 0;
  let more = 0;
  for (const [only, sees] of single) {
    const anyway = pairs === 0 ? 0 : pairsOf(viewer, only, subject, seen);
    more += Math.max(0, sees - anyway);
  }
  return more;
}

/** Ordered pairs of people of whom one sees the other. */
export function pairsBetween(viewer: Delivery, subject: Delivery): number {
  return viewer === subject ? viewer.people * (viewer.people - 1) : viewer.people * subject.people;
}

/**
 * Returns the contacts that were seen, with the number of viewers of each of their people. Members of a list with a
 * revealing name were seen with it.
 */
export function exposedContacts(exposures: readonly Exposure[], book: AddressBook): ExposedContact[] {
  const pairs = new Map<string, number>();
  const seen = new Map<string, number>();
  for (const exposure of exposures) {
    pairs.set(exposure.subject, (pairs.get(exposure.subject) ?? 0) + exposure.pairs);
    seen.set(exposure.subject, Math.max(seen.get(exposure.subject) ?? 0, exposure.seen));
  }
  const byList = new Map<string, number>();
  for (const contact of book.contacts) {
    const viewers = contact.kind === 'list' ? (pairs.get(contact.id) ?? 0) : 0;
    if (viewers === 0) continue;
    for (const { id } of book.expand(contact.id)) byList.set(id, Math.max(viewers, byList.get(id) ?? 0));
  }
  return book.addressees.flatMap((addressee) => {
    const viewersOfList = byList.get(addressee.id) ?? 0;
    const people = viewersOfList > 0 ? peopleOf(addressee) : (seen.get(addressee.id) ?? 0);
    // If some readers saw a whole crowd and others only some of it, the viewers of each are an average, in whole
    // people.
    const own = people > 0 ? Math.ceil((pairs.get(addressee.id) ?? 0) / people) : 0;
    const viewersEach = Math.max(own, viewersOfList);
    return viewersEach === 0 ? [] : [{ contact: addressee.id, people, viewersEach }];
  });
}
