import type { Contact, Level, Mail } from '../../src/engine/level/level.ts';
import type { Routing } from '../../src/engine/mail/routing.ts';

/**
 * A second opinion on the engine. It has no formulas: it looks at people one by one, and at what each finds in the
 * mailbox. It shares no code with the engine, and is slow but easy to read.
 */

/** Someone with a mailbox; a crowd of three is three of them. */
export interface Person {
  readonly contact: Contact;
  /** In lower case, because addresses that differ only in case are one mailbox. */
  readonly address: string;
}

/** A mail as it is in one mailbox. */
interface Received {
  readonly reader: Person;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** The Bcc line, if the mail program kept it for this reader. */
  readonly bcc: readonly string[];
}

/** Caches a fact of a level that is looked up many times. */
function ofLevel<Fact>(find: (level: Level) => Fact): (level: Level) => Fact {
  const known = new WeakMap<Level, { readonly fact: Fact }>();
  return (level) => {
    const found = known.get(level) ?? { fact: find(level) };
    known.set(level, found);
    return found.fact;
  };
}

export const mailboxOf = (address: string): string => address.toLowerCase();

/** Returns the addresses on a card, in the spelling of the card. */
export function addressesOn(contact: Contact): string[] {
  return Array.from({ length: contact.people ?? 1 }, (_, index) =>
    contact.address.replaceAll('{n}', String(index + 1)),
  );
}

const peopleIn = ({ people }: Contact): number => people ?? 1;

/** Returns every mailbox once, without the sender's. If several cards name it, the one for the fewest people counts. */
export const everybody = ofLevel((level): readonly Person[] => {
  const owners = new Map<string, Contact>();
  for (const contact of level.contacts.filter(({ kind }) => kind !== 'group' && kind !== 'list')) {
    for (const address of addressesOn(contact).map(mailboxOf)) {
      const other = owners.get(address);
      const narrower =
        !other ||
        peopleIn(contact) < peopleIn(other) ||
        (peopleIn(contact) === peopleIn(other) && contact.id < other.id);
      if (narrower) owners.set(address, contact);
    }
  }
  owners.delete(mailboxOf(level.sender.address));
  return [...owners].map(([address, contact]) => ({ contact, address }));
});

/** Returns what a mail program writes into a field for a card: a group's members one by one, a list's own address. */
export function writtenFor(level: Level, id: string, visited: readonly string[] = []): string[] {
  const contact = level.contacts.find((one) => one.id === id);
  if (!contact || visited.includes(id)) return [];
  if (contact.kind === 'list') return [contact.address];
  if (contact.kind === 'group')
    return (contact.members ?? []).flatMap((member) => writtenFor(level, member, [...visited, id]));
  return addressesOn(contact);
}

/** Returns the mailboxes that get a mail for an address: those of all members if it is a list's. */
export function handedTo(level: Level, address: string): readonly string[] {
  const known = handed(level).get(mailboxOf(address));
  if (known) return known;
  const found = new Set<string>();
  const visited = new Set<string>();
  const open = [mailboxOf(address)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const current = next;
    const list = level.contacts.find((one) => one.kind === 'list' && mailboxOf(one.address) === current);
    if (!list) found.add(current);
    else if (!visited.has(current)) {
      visited.add(current);
      // List software stores addresses, so a group on a list was written out.
      for (const member of list.members ?? []) open.push(...writtenFor(level, member).map(mailboxOf));
    }
  }
  const mailboxes = [...found];
  handed(level).set(mailboxOf(address), mailboxes);
  return mailboxes;
}

const handed = ofLevel(() => new Map<string, readonly string[]>());

export interface Addressed {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly separate: readonly string[];
}

/** Returns the lines of one mail as the player's program fills them; no line names a mailbox twice. */
export function addressedBy(level: Level, routing: Routing, mail: string): Addressed {
  const line = (field: string) => {
    const spelled = new Map<string, string>();
    for (const { id } of level.contacts) {
      if (routing[mail]?.[id] !== field) continue;
      for (const address of writtenFor(level, id))
        if (!spelled.has(mailboxOf(address))) spelled.set(mailboxOf(address), address);
    }
    return [...spelled.values()];
  };
  return { to: line('to'), cc: line('cc'), bcc: line('bcc'), separate: line('separate') };
}

/** Returns every pair in which one person sees the other, as "viewer > subject", from the level's facts alone. */
export function disclosedPairs(level: Level, routing: Routing): Set<string> {
  const people = everybody(level);
  const byAddress = new Map(people.map((person) => [person.address, person]));
  const pairs = new Set<string>();
  const learn = (viewer: Person, spelled: string) => {
    const address = mailboxOf(spelled);
    if (viewer.address === address) return;
    const list = level.contacts.find((one) => one.kind === 'list' && mailboxOf(one.address) === address);
    const contact = byAddress.get(address)?.contact ?? (list?.nameReveals === true ? list : undefined);
    if (
      !contact ||
      pairs.has(`${viewer.address} > ${address}`) ||
      (list && handedTo(level, address).includes(viewer.address))
    )
      return;
    if (!isExpected(level, viewer, { contact, address })) pairs.add(`${viewer.address} > ${address}`);
  };
  const readersOf = (addresses: readonly string[]) =>
    new Set(
      addresses.flatMap((address) => handedTo(level, address)).flatMap((address) => byAddress.get(address) ?? []),
    );

  for (const mail of level.mails) {
    for (const copy of inboxes(level, mail, addressedBy(level, routing, mail.id), byAddress)) {
      const { reader, to, cc, bcc } = copy;
      for (const address of [...to, ...cc, ...bcc]) learn(reader, address);
      if (speaks(level, routing[mail.id] ?? {}, reader)) {
        // RFC 5322 §3.6.3: the reply is to Reply-To, else From; the old To and Cc are its Cc, without oneself.
        const replyTo = mail.replyTo ?? level.sender.address;
        const replyCc = [...to, ...cc].filter((address) => mailboxOf(address) !== reader.address);
        for (const other of readersOf([replyTo, ...replyCc])) {
          learn(other, reader.address);
          for (const address of replyCc) learn(other, address);
        }
      }
      if (passesOn(level, routing[mail.id] ?? {}, reader)) {
        for (const outsider of readersOf(writtenFor(level, reader.contact.forwardsTo ?? ''))) {
          if (outsider === reader) continue;
          // For a forwarded mail only the people in it are counted, not the one who forwarded it.
          for (const seen of [...to, ...cc, ...bcc])
            if (byAddress.has(mailboxOf(seen)) && mailboxOf(seen) !== reader.address) learn(outsider, seen);
        }
      }
    }
  }
  return pairs;
}

/**
 * Returns how many mails the people of each card make by replying to all of one mail, each reader of a reply once. Who
 * has separate mails only, and reaches nobody but the sender, sends a plain reply, which is not counted.
 */
export function mailsOfReplies(level: Level, routing: Routing, mail: Mail): Map<string, number> {
  const byAddress = new Map(everybody(level).map((person) => [person.address, person]));
  const lines = addressedBy(level, routing, mail.id);
  const shared = new Set([...lines.to, ...lines.cc, ...lines.bcc].flatMap((line) => handedTo(level, line)));
  const reached = new Map<Person, Set<string>>();
  for (const { reader, to, cc } of inboxes(level, mail, lines, byAddress)) {
    if (!speaks(level, routing[mail.id] ?? {}, reader)) continue;
    const others = reached.get(reader) ?? new Set<string>();
    reached.set(reader, others);
    for (const line of [...(mail.replyTo === undefined ? [] : [mail.replyTo]), ...to, ...cc])
      for (const address of handedTo(level, line))
        if (address !== reader.address && byAddress.has(address)) others.add(address);
    // The sender has one mailbox, and a desk without a card is the sender's.
    const named = [mail.replyTo ?? level.sender.address, ...to, ...cc].flatMap((line) => handedTo(level, line));
    if (named.some((address) => !byAddress.has(address))) others.add('the sender');
  }
  const mails = new Map<string, number>();
  const cards = new Set([...reached.keys()].map(({ contact }) => contact));
  for (const card of cards) {
    const replies = [...reached].filter(([{ contact }]) => contact === card);
    const plain = replies.every(
      ([{ address }, others]) => !shared.has(address) && [...others].every((one) => one === 'the sender'),
    );
    if (!plain)
      mails.set(
        card.id,
        replies.reduce((sum, [, others]) => sum + others.size, 0),
      );
  }
  return mails;
}

/**
 * Returns the To lines of the separate mails. A program that has put someone on the shared mail sends no separate one
 * to the same mailbox.
 */
export function separateMails(level: Level, lines: Addressed): string[] {
  const shared = new Set([...lines.to, ...lines.cc, ...lines.bcc].flatMap((line) => handedTo(level, line)));
  const lists = new Set(level.contacts.flatMap(({ kind, address }) => (kind === 'list' ? [mailboxOf(address)] : [])));
  return lines.separate.filter((line) => lists.has(mailboxOf(line)) || !shared.has(mailboxOf(line)));
}

/** Returns the copies in all mailboxes. A reader of the shared mail learns nothing more from a separate one. */
function inboxes(level: Level, mail: Mail, lines: Addressed, byAddress: ReadonlyMap<string, Person>): Received[] {
  const copies = new Map<string, Received[]>();
  const byBcc = new Set(lines.bcc.flatMap((address) => handedTo(level, address)));
  for (const address of new Set([...lines.to, ...lines.cc, ...lines.bcc].flatMap((one) => handedTo(level, one)))) {
    const reader = byAddress.get(address);
    const bcc = mail.blindCopies === 'all' && byBcc.has(address) ? lines.bcc : [];
    if (reader) copies.set(address, [{ reader, to: lines.to, cc: lines.cc, bcc }]);
  }
  const own = new Map<string, Received[]>();
  const withCc = mail.ccOnSeparate === true;
  const inCc = new Set(lines.cc.flatMap((line) => handedTo(level, line)));
  for (const line of separateMails(level, lines)) {
    const cc = withCc ? lines.cc : [];
    for (const address of new Set([...handedTo(level, line), ...(withCc ? inCc : [])])) {
      const reader = byAddress.get(address);
      if (!reader) continue;
      const copy = { reader, to: [line], cc, bcc: [] };
      if (withCc && inCc.has(address)) copies.set(address, [...(copies.get(address) ?? []), copy]);
      else own.set(address, [...(own.get(address) ?? []), copy]);
    }
  }
  for (const [address, mails] of own) if (!copies.has(address)) copies.set(address, mails);
  return [...copies.values()].flat();
}

/** True when one circle of context contains both mailboxes, or one of the two works on the matter. */
export function isExpected(level: Level, viewer: Person, subject: Person): boolean {
  if (viewer.contact.authorised === true || subject.contact.authorised === true) return true;
  if (viewer.contact.maySee?.some((id) => id === '*' || mailboxesUnder(level).get(id)?.has(subject.address)))
    return true;
  return contexts(level).some((known) => known.has(viewer.address) && known.has(subject.address));
}

const mailboxesUnder = ofLevel((level) => new Map(level.contacts.map(({ id }) => [id, mailboxesOf(level, [id])])));

const contexts = ofLevel((level) =>
  (level.circles ?? []).flatMap(({ bond, members }) => (bond === 'context' ? [mailboxesOf(level, members)] : [])),
);

/** Returns the mailboxes of everyone in a circle; a list is known by its own name only if the circle names it. */
function mailboxesOf(level: Level, members: readonly string[]): Set<string> {
  const lists = level.contacts.filter(({ id, kind }) => kind === 'list' && members.includes(id));
  const people = members.flatMap((id) => writtenFor(level, id)).flatMap((address) => handedTo(level, address));
  return new Set([...people, ...lists.map(({ address }) => mailboxOf(address))]);
}

/**
 * Returns all contacts with the same facts and in the same field as this one, if both are crowds. Their habits are
 * shared, in the order of the cards' ids.
 */
function alike(level: Level, routing: MailFields, { contact }: Person): Person[] {
  const inCrowd = ({ address }: Contact) => address.includes('{n}');
  const same = (other: Contact) =>
    other === contact ||
    (inCrowd(other) &&
      inCrowd(contact) &&
      routing[other.id] === routing[contact.id] &&
      said(level).get(other.id) === said(level).get(contact.id));
  return everybody(level)
    .filter((person) => same(person.contact))
    .toSorted((a, b) => (a.contact.id < b.contact.id ? -1 : Number(a.contact.id > b.contact.id)));
}

type MailFields = Readonly<Record<string, string>>;

/**
 * Returns the level as text with one card in place of another; if the text is the same, so are the facts about both.
 */
const said = ofLevel(
  (level) =>
    new Map(
      level.contacts.map((contact) => {
        const { people: _, ...facts } = contact;
        const others = level.contacts.map(({ id, members, maySee }) => [
          id,
          members?.includes(contact.id),
          maySee?.includes(contact.id),
        ]);
        const circles = (level.circles ?? []).map(({ members }) => members.includes(contact.id));
        const mails = level.mails.map(({ needs, contacts }) => [needs?.[contact.id], contacts?.includes(contact.id)]);
        const text = JSON.stringify([
          Object.entries({ ...facts, id: '', name: '', address: '', about: '' }).toSorted(([a], [b]) =>
            a < b ? -1 : 1,
          ),
          others.filter(([, member, seen]) => member === true || seen === true),
          circles,
          mails,
        ]);
        return [contact.id, text];
      }),
    ),
);

/** In a crowd one person for each tenfold of its size replies to all: the first ones. */
export function speaks(level: Level, routing: MailFields, person: Person): boolean {
  if (!person.contact.habits?.includes('replies-all')) return false;
  const crowd = alike(level, routing, person);
  const loud = Math.max(1, Math.floor(Math.log10(crowd.length)));
  return crowd.slice(0, loud).some(({ address }) => address === person.address);
}

/** In a crowd that forwards, one is enough: the last. */
function passesOn(level: Level, routing: MailFields, person: Person): boolean {
  const { habits, forwardsTo } = person.contact;
  if (!habits?.includes('forwards') || forwardsTo === undefined) return false;
  return alike(level, routing, person).at(-1)?.address === person.address;
}
