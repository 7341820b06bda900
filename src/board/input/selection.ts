import type { ContactId } from '../../engine/index.ts';

/** The cards that the next move takes along. */
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

/** All of these; or none, when exactly these were selected already. */
export function chooseAll(selection: Selection, contacts: readonly ContactId[]): Selection {
  const same = contacts.length === selection.contacts.size && contacts.every((each) => selection.contacts.has(each));
  return same ? NOTHING : of(contacts, contacts[0] ?? null);
}

/** The cards in a frame, beside those that were selected before it was drawn, if it adds to them. */
export function chooseFramed(before: Selection, framed: readonly ContactId[], adds: boolean): Selection {
  return of(adds ? [...before.contacts, ...framed] : framed, framed[0] ?? (adds ? before.anchor : null));
}

/** The selection without cards that are not there any more; the same object when all are. */
export function keep(selection: Selection, there: readonly ContactId[]): Selection {
  const left = [...selection.contacts].filter((contact) => there.includes(contact));
  if (left.length === selection.contacts.size) return selection;
  return of(left, selection.anchor !== null && left.includes(selection.anchor) ? selection.anchor : null);
}

/** What a move takes along that starts at this card: all that is selected, if it is one of them, else it alone. */
export function taken(selection: Selection, contact: ContactId, order: readonly ContactId[]): ContactId[] {
  return selection.contacts.has(contact) ? order.filter((each) => selection.contacts.has(each)) : [contact];
}
