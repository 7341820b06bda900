import type { DialogPart } from '../access/dialog.ts';
import { addressBook, isExpandable, peopleOf, type Contact, type ContactId, type Level } from '../engine/index.ts';
import { t, textOf } from '../i18n/index.ts';

/**
 * How many people a card has according to the address book; null if it does not say.
 * A group or a list may hide its members, as a server does with closed lists.
 */
export function knownPeople(level: Level, contact: Contact): number | null {
  if (isExpandable(contact) && contact.behind === 'nothing') return null;
  return addressBook(level)
    .expand(contact.id)
    .reduce((sum, each) => sum + peopleOf(each), 0);
}

/**
 * How many people cards stand for together: a person who has a card, and is on two lists beside it, is one. A list that keeps to
 * itself who is on it counts as the one address that it is.
 */
export function peopleTogether(level: Level, contacts: readonly Contact[]): number {
  const book = addressBook(level);
  const known = new Map<ContactId, number>();
  let unknown = 0;
  for (const contact of contacts) {
    if (knownPeople(level, contact) === null) unknown += 1;
    else for (const each of book.expand(contact.id)) known.set(each.id, peopleOf(each));
  }
  return unknown + [...known.values()].reduce((sum, people) => sum + people, 0);
}

/** What the player finds when looking at the members of a group or a list; null for a card that is neither. */
export function behindPart(level: Level, contact: Contact): DialogPart | null {
  if (!isExpandable(contact)) return null;
  return partOf(level, contact, t('board.look-behind'), new Set());
}

function partOf(level: Level, contact: Contact, title: string, above: ReadonlySet<ContactId>): DialogPart {
  const part = { title, text: '', language: null, open: false };
  const behind = contact.behind ?? 'members';
  if (behind !== 'members') {
    return { ...part, lines: [{ text: t(`board.behind-${behind}`), address: false }], parts: [] };
  }
  const seen = new Set([...above, contact.id]);
  const members = (contact.members ?? []).flatMap((id) => level.contacts.filter((one) => one.id === id));
  return {
    ...part,
    lines: members
      .filter((member) => !isExpandable(member))
      .map((member) => ({ text: nameWithPeople(level, member), address: false })),
    // A list that contains itself is named, but not opened again.
    parts: members
      .filter(isExpandable)
      .map((member) =>
        seen.has(member.id)
          ? { ...part, title: nameWithPeople(level, member), lines: [], parts: [] }
          : partOf(level, member, nameWithPeople(level, member), seen),
      ),
  };
}

function nameWithPeople(level: Level, contact: Contact): string {
  const people = knownPeople(level, contact);
  const many = isExpandable(contact) || peopleOf(contact) > 1;
  const name = textOf(contact.name);
  return many && people !== null ? `${name} · ${t('count.people', { count: people })}` : name;
}
