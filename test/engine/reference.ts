import type { Contact, Level, Mail } from '../../src/engine/level/level.ts';
import type { Routing } from '../../src/engine/mail/routing.ts';

/**
 * A second opinion on the engine: no formula, only people, one by one, with what each finds in the mailbox.
 * It shares no code with the engine. Slow, and meant to be read.
 */

/** Somebody with an address; a crowd of three is three of them. */
export interface Person {
  readonly contact: Contact;
  readonly address: string;
}

/** A mail as it stands in one mailbox. */
interface Received {
  readonly reader: Person;
  readonly readable: readonly string[];
}

export function everybody(level: Level): Person[] {
  return level.contacts
    .filter(({ kind }) => kind !== 'group' && kind !== 'list')
    .flatMap((contact) =>
      Array.from({ length: contact.people ?? 1 }, (_, index) => ({
        contact,
        address: contact.address.replace('{n}', String(index + 1)),
      })),
    );
}

/** What mail software writes into a field for a card: a group's members one by one, a list's own address. */
export function writtenFor(level: Level, id: string, visited: readonly string[] = []): string[] {
  const contact = level.contacts.find((one) => one.id === id);
  if (!contact || visited.includes(id)) return [];
  if (contact.kind === 'list') return [contact.address];
  if (contact.kind === 'group')
    return (contact.members ?? []).flatMap((member) => writtenFor(level, member, [...visited, id]));
  return everybody(level)
    .filter((person) => person.contact === contact)
    .map(({ address }) => address);
}

/** Whom a server hands a mail for an address: everybody on it, when it is a list's. */
export function handedTo(level: Level, address: string): string[] {
  const found = new Set<string>();
  const visited = new Set<string>();
  const open = [address];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const current = next;
    const list = level.contacts.find((one) => (one.kind === 'list' || one.kind === 'group') && one.address === current);
    if (!list) found.add(current);
    else if (!visited.has(current)) {
      visited.add(current);
      for (const member of list.members ?? []) {
        const contact = level.contacts.find(({ id }) => id === member);
        if (contact?.kind === 'list' || contact?.kind === 'group') open.push(contact.address);
        else for (const person of everybody(level)) if (person.contact === contact) open.push(person.address);
      }
    }
  }
  return [...found];
}

export interface Addressed {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly separate: readonly string[];
}

/** The lines of one mail as the player's software fills them. */
export function addressedBy(level: Level, routing: Routing, mail: string): Addressed {
  const line = (field: string) => [
    ...new Set(
      Object.entries(routing[mail] ?? {})
        .filter(([, where]) => where === field)
        .flatMap(([id]) => writtenFor(level, id)),
    ),
  ];
  return { to: line('to'), cc: line('cc'), bcc: line('bcc'), separate: line('separate') };
}

/** Every pair that learns of each other, as "viewer > subject", by the level's facts alone. */
export function disclosedPairs(level: Level, routing: Routing): Set<string> {
  const people = everybody(level);
  const byAddress = new Map(people.map((person) => [person.address, person]));
  const pairs = new Set<string>();
  const learn = (viewer: Person, address: string) => {
    if (viewer.address === address) return;
    const subject = byAddress.get(address);
    const list = level.contacts.find((one) => one.kind === 'list' && one.address === address);
    const contact = subject?.contact ?? (list?.nameReveals === true ? list : undefined);
    if (!contact || (list && handedTo(level, address).includes(viewer.address))) return;
    if (!isExpected(level, viewer.contact, contact)) pairs.add(`${viewer.address} > ${address}`);
  };

  for (const mail of level.mails) {
    const lines = addressedBy(level, routing, mail.id);
    const visible = [...lines.to, ...lines.cc];
    const answered = new Set(visible.flatMap((address) => handedTo(level, address)));
    for (const { reader, readable } of inboxes(level, mail, lines, byAddress)) {
      for (const address of readable) learn(reader, address);
      if (speaks(people, reader)) for (const other of answered) learn(byAddress.get(other) ?? reader, reader.address);
      if (passesOn(people, reader)) {
        for (const outsider of people.filter(({ contact }) =>
          isIn(level, [reader.contact.forwardsTo ?? ''], contact),
        )) {
          // Of a forwarded mail only the people in it are counted, and not whoever passed it on.
          for (const seen of readable) if (byAddress.has(seen) && seen !== reader.address) learn(outsider, seen);
        }
      }
    }
  }
  return pairs;
}

function inboxes(level: Level, mail: Mail, lines: Addressed, byAddress: ReadonlyMap<string, Person>): Received[] {
  const visible = [...lines.to, ...lines.cc];
  const shared = new Set([...visible, ...lines.bcc].flatMap((address) => handedTo(level, address)));
  const open = new Set(visible.flatMap((address) => handedTo(level, address)));
  return [...shared].flatMap((address) => {
    const reader = byAddress.get(address);
    // The Bcc line goes to those for whom Bcc is the most open field they are in.
    const blindLine = mail.blindCopies === 'all' && !open.has(address) ? lines.bcc : [];
    return reader ? [{ reader, readable: [...visible, ...blindLine] }] : [];
  });
}

export function isExpected(level: Level, viewer: Contact, subject: Contact): boolean {
  if (viewer.authorised === true || subject.authorised === true) return true;
  if (viewer.maySee?.some((id) => id === '*' || isIn(level, [id], subject))) return true;
  return (level.circles ?? []).some(
    ({ bond, members }) => bond === 'context' && isIn(level, members, viewer) && isIn(level, members, subject),
  );
}

function isIn(level: Level, members: readonly string[], contact: Contact, visited: readonly string[] = []): boolean {
  return members.some((id) => {
    if (id === contact.id) return true;
    if (visited.includes(id)) return false;
    const inner = level.contacts.find((one) => one.id === id)?.members ?? [];
    // A list is a member by its own name only where the circle names it.
    return contact.kind !== 'list' && contact.kind !== 'group' && isIn(level, inner, contact, [...visited, id]);
  });
}

/** Of a crowd one for each tenfold of its size answers everybody: the first ones. */
function speaks(people: readonly Person[], { contact, address }: Person): boolean {
  if (!contact.habits?.includes('replies-all')) return false;
  const crowd = people.filter((person) => person.contact === contact);
  const loud = Math.max(1, Math.floor(Math.log10(crowd.length)));
  return crowd.slice(0, loud).some((person) => person.address === address);
}

/** Of a crowd that forwards, one is enough: the last. */
function passesOn(people: readonly Person[], { contact, address }: Person): boolean {
  if (!contact.habits?.includes('forwards') || contact.forwardsTo === undefined) return false;
  return people.findLast((person) => person.contact === contact)?.address === address;
}
