import type { ContactId, Desk, Field, Placement } from '../engine/index.ts';
import { fieldOf } from './layout/layout.ts';
import type { DeskWords } from './texts.ts';

/** Cards that went to one tray. */
export interface Move {
  readonly contacts: readonly ContactId[];
  readonly field: Field;
}

/** What has changed between two placements, by a move or by undo. */
export function movesBetween(desk: Desk, before: Placement, after: Placement): Move[] {
  const { fields } = desk;
  const moved = desk.contacts.filter(
    (contact) => fieldOf({ placement: before, fields }, contact) !== fieldOf({ placement: after, fields }, contact),
  );
  return fields.flatMap((field) => {
    const contacts = moved.filter((contact) => fieldOf({ placement: after, fields }, contact) === field);
    return contacts.length > 0 ? [{ contacts, field }] : [];
  });
}

/** Returns where cards have gone, and what that means for who can see who now; empty when none has moved. */
export function moveNews(words: DeskWords, desk: Desk, before: Placement, after: Placement): string {
  const moves = movesBetween(desk, before, after);
  return moves.map(({ contacts, field }) => words.moved(contacts, field, after)).join(' ');
}
