import type { ContactId } from '../../engine/index.ts';

/** The cards that the next move includes. */
export interface Selection {
  readonly contacts: ReadonlySet<ContactId>;
  /** Where a range starts: the card that was chosen last. */
  readonly anchor: ContactId | null;
}

export const NOTHING: Selection = { contacts: new Set(), anchor: null };

/** only: this one, and again to let it go; toggle: this one too, or not; range: all from the anchor up to this one */
export type Way = 'only' | 'toggle' | 'range';

function of(contacts: Iterable<ContactId>, anchor: ContactId | null): Selection {
  const set = new Set(contacts);
  return set.size === 0 ? NOTHING : { contacts: set, anchor };
}

/** The selection after one card was chosen. */
export function choose(selection: Selection, contact: ContactId, way: Way, order: readonly ContactId[]): Selection {
  const { contacts, anchor } = selection;
  if (way === 'range' && anchor !== null && order.includes(anchor)) {
    const [from, to] = [order.indexOf(anchor), order.indexOf(contact)].toSorted((one, other) => one - other);
    return of([...contacts, ...order.slice(from, (to ?? 0) + 1)], anchor);
  }
  if (way === 'toggle' || way === 'range') {
    return contacts.has(contact)
      ? of(
          [...contacts].filter((each) => each !== contact),
          contact,
        )
      : of([...contacts, contact], contact);
  }
  return contacts.size === 1 && contacts.has(contact) ? NOTHING : of([contact], contact);
}

/** Selects all of these, or none if exactly these were selected already. */
export function chooseAll(selection: Selection, contacts: readonly ContactId[]): Selection {
  const same = contacts.length === selection.contacts.size && contacts.every((each) => selection.contacts.has(each));
  return same ? NOTHING : of(contacts, contacts[0] ?? null);
}

/** The cards in a marquee, plus the earlier selection if the marquee adds to it. */
export function chooseFramed(before: Selection, framed: readonly ContactId[], adds: boolean): Selection {
  return of(adds ? [...before.contacts, ...framed] : framed, framed[0] ?? (adds ? before.anchor : null));
}

/** The selection without cards that no longer exist; the same object when all do. */
export function keep(selection: Selection, there: readonly ContactId[]): Selection {
  const left = [...selection.contacts].filter((contact) => there.includes(contact));
  if (left.length === selection.contacts.size) return selection;
  return of(left, selection.anchor !== null && left.includes(selection.anchor) ? selection.anchor : null);
}

/** The cards to move when a move starts at this card: all selected ones if it is one of them, else only itself. */
export function taken(selection: Selection, contact: ContactId, order: readonly ContactId[]): ContactId[] {
  return selection.contacts.has(contact) ? order.filter((each) => selection.contacts.has(each)) : [contact];
}
