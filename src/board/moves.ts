import type { ContactId, Desk, Field, Placement } from '../engine/index.ts';
import { fieldOf } from './layout/layout.ts';

/** Cards that went to one tray. */
export interface Move {
  readonly contacts: readonly ContactId[];
  readonly field: Field;
}

/** What has changed between two placements: by a move, or by undoing one. */
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
