import { isExpandable, peopleOf } from '../level/contact.ts';
import { commonMailboxes, type AddressPattern } from '../level/mailbox.ts';
import type { Contact, ContactId, Level } from '../level/level.ts';
import { traitsOf } from '../level/traits.ts';

export { canLieIn, isCrowd, isExpandable, isOutside, peopleOf } from '../level/contact.ts';

/**
 * People who get mail: those of a person's, office's or crowd's card whose mailboxes no narrower card names, so that
 * every mailbox belongs to one addressee. Two addressees are the same people only if they are the same object.
 */
export type Addressee = Contact;

/** Consecutive mailboxes of one card. */
export interface MailboxRange {
  /** The number of the first one, counted from 1. */
  readonly first: number;
  readonly people: number;
  /** Their owner; the sender's mailboxes belong to `AddressBook.sender`. */
  readonly owner: Addressee;
}

/**
 * What an address leads to: the sender, people, a mailing list, or null for a mailbox that no card names. `place` says
 * which of the people it is, counted from 1 in the order of their numbers.
 */
export type AddressOwner =
  | { readonly type: 'sender' }
  | { readonly type: 'addressee'; readonly addressee: Addressee; readonly place: number }
  | { readonly type: 'list'; readonly list: Contact }
  | null;

/** Looks contacts up by id and address, and expands groups and lists into people (rule 7). */
export interface AddressBook {
  readonly contacts: readonly Contact[];
  /**
   * The sender as a recipient, whatever a card says about that mailbox: a sender learns nothing new and misses nothing.
   */
  readonly sender: Addressee;
  /** Everyone who can get a mail from the sender, in the order of the level, without groups, lists and the sender. */
  readonly addressees: readonly Addressee[];
  get(id: ContactId): Contact | undefined;
  /** The people with this id; undefined when all mailboxes of the card belong to others, or to the sender. */
  addressee(id: ContactId): Addressee | undefined;
  /**
   * The addressees of a contact: its own, or those of the members of a group or list, including nested ones. Cycles
   * end, nobody is counted twice, and the sender is not included.
   */
  expand(id: ContactId): readonly Addressee[];
  /** True when a contact includes the sender's own mailbox. */
  holdsSender(id: ContactId): boolean;
  /** The mailboxes of a person's, office's or crowd's card in the order of their numbers. */
  mailboxesOf(contact: Contact): readonly MailboxRange[];
  /** What the level says about a card apart from its name: cards with the same traits are treated alike. */
  traitsOf(id: ContactId): string;
  /** Where the server delivers a mail to this address. An address-book group has no address on the server. */
  find(address: string): AddressOwner;
}

/** Returns the address of one person of a contact; `{n}` in a crowd's address is the number, counted from 1. */
export function addressOf(contact: Contact, index: number): string {
  return contact.address.replaceAll('{n}', String(index + 1));
}

/**
 * Returns the address book of a level.
 * If several cards name one mailbox, the card with the fewest people decides, and among equals the one whose id comes
 * first, whatever the order of the file. The sender's mailbox is always the sender's, even if a card names it.
 */
export function addressBook(level: Level): AddressBook {
  const known = books.get(level);
  if (known) return known;
  const book = openBook(level);
  books.set(level, book);
  return book;
}

/** Cached, as a book depends on its level alone and a search over many routings needs it often. */
const books = new WeakMap<Level, AddressBook>();

function openBook(level: Level): AddressBook {
  const byId = new Map(level.contacts.map((contact) => [contact.id, contact]));
  const sender: Addressee = { id: '', name: level.sender.name, address: level.sender.address, needs: 'know' };
  const ranges = sharedOut(level, sender);
  const addresseeOf = new Map(
    [...ranges.values()].flat().flatMap(({ owner }) => (owner === sender ? [] : [[owner.id, owner]])),
  );
  const expanded = new Map<ContactId, { readonly people: readonly Addressee[]; readonly sender: boolean }>();

  const collect = (id: ContactId, visited: Set<ContactId>, found: Set<Addressee>): void => {
    const contact = byId.get(id);
    if (!contact || visited.has(id)) return;
    visited.add(id);
    for (const { owner } of ranges.get(contact) ?? []) found.add(owner);
    if (isExpandable(contact)) for (const member of contact.members ?? []) collect(member, visited, found);
  };
  const expansion = (id: ContactId) => {
    let result = expanded.get(id);
    if (!result) {
      const owners = new Set<Addressee>();
      collect(id, new Set(), owners);
      result = { people: [...owners].filter((owner) => owner !== sender), sender: owners.has(sender) };
      expanded.set(id, result);
    }
    return result;
  };

  const traits = new Map<ContactId, string>();
  const found = new Map<string, AddressOwner>();
  const ownerOf = (address: string): AddressOwner => {
    const list = level.contacts.find((contact) => contact.kind === 'list' && names(contact, address));
    if (list) return { type: 'list', list };
    if (names(sender, address)) return { type: 'sender' };
    for (const [card, runs] of ranges) {
      const own = runs.filter(({ owner }) => owner.id === card.id);
      const number = commonMailboxes(card, { address })[0]?.one ?? 0;
      const run = own.find(({ first, people }) => number >= first && number < first + people);
      if (!run) continue;
      const before = own.filter(({ first }) => first < run.first).reduce((sum, { people }) => sum + people, 0);
      return { type: 'addressee', addressee: run.owner, place: before + number - run.first + 1 };
    }
    return null;
  };

  return {
    contacts: level.contacts,
    sender,
    addressees: level.contacts.flatMap(({ id }) => addresseeOf.get(id) ?? []),
    get: (id) => byId.get(id),
    addressee: (id) => addresseeOf.get(id),
    expand: (id) => expansion(id).people,
    holdsSender: (id) => expansion(id).sender,
    mailboxesOf: (contact) => ranges.get(contact) ?? [],
    traitsOf(id) {
      const known = traits.get(id);
      if (known !== undefined) return known;
      const contact = byId.get(id);
      const said = contact ? traitsOf(level, contact) : '';
      traits.set(id, said);
      return said;
    },
    find(address) {
      const known = found.get(address);
      if (known !== undefined) return known;
      const owner = ownerOf(address);
      found.set(address, owner);
      return owner;
    },
  };
}

function names(pattern: AddressPattern, address: string): boolean {
  return commonMailboxes(pattern, { address }).length > 0;
}

/** Distributes the mailboxes of all cards, the narrowest card first. */
function sharedOut(level: Level, sender: Addressee): ReadonlyMap<Contact, readonly MailboxRange[]> {
  const cards = level.contacts.filter((contact) => !isExpandable(contact));
  const shared = new Map<Contact, readonly MailboxRange[]>();
  const narrower: { readonly card: AddressPattern; readonly owner: Addressee }[] = [{ card: sender, owner: sender }];
  for (const card of cards.toSorted((a, b) => peopleOf(a) - peopleOf(b) || (a.id < b.id ? -1 : 1))) {
    let free: MailboxRange[] = [{ first: 1, people: peopleOf(card), owner: card }];
    const taken: MailboxRange[] = [];
    for (const { card: other, owner } of narrower) {
      for (const common of commonMailboxes(card, other)) {
        const left = free.flatMap((range) => without(range, common.one, common.people));
        taken.push(
          ...free.flatMap((range) => within(range, common.one, common.people)).map((run) => ({ ...run, owner })),
        );
        free = left;
      }
    }
    const people = free.reduce((sum, range) => sum + range.people, 0);
    const own = people === peopleOf(card) ? card : { ...card, people };
    if (people > 0) narrower.push({ card, owner: own });
    shared.set(
      card,
      [...taken, ...free.map((range) => ({ ...range, owner: own }))].toSorted((a, b) => a.first - b.first),
    );
  }
  return shared;
}

/** Returns what is left of a range after removing a run of numbers. */
function without(range: MailboxRange, first: number, people: number): MailboxRange[] {
  const [end, from, to] = [range.first + range.people, first, first + people];
  return [
    { ...range, people: Math.min(end, from) - range.first },
    { ...range, first: Math.max(range.first, to), people: end - Math.max(range.first, to) },
  ].filter((part) => part.people > 0);
}

/** Returns the part of a range within a run of numbers. */
function within(range: MailboxRange, first: number, people: number): MailboxRange[] {
  const start = Math.max(range.first, first);
  const end = Math.min(range.first + range.people, first + people);
  return end > start ? [{ ...range, first: start, people: end - start }] : [];
}
