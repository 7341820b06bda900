import type { ContactId, Field } from '../../engine/index.ts';
import { contains, overlap, type Box, type Point } from '../layout/box.ts';
import type { BoardLayout } from '../layout/layout.ts';
import type { TrayPlace } from '../layout/tray-place.ts';

/** What is under the pointer. */
export type Target =
  | { readonly kind: 'card'; readonly contact: ContactId }
  /** The name of a tray. */
  | { readonly kind: 'label'; readonly field: Field }
  /** A tray, outside its name and its cards. */
  | { readonly kind: 'tray'; readonly field: Field }
  | { readonly kind: 'pager'; readonly field: Field }
  /** The button that opens the whole mail. */
  | { readonly kind: 'read' }
  /** The button that shows the members of the current list. */
  | { readonly kind: 'behind'; readonly contact: ContactId }
  | { readonly kind: 'desk' };

/** A card dropped this near to a tray still goes into it. */
const NEAR = 14;

/** The list whose note is shown, and the button on it. */
export interface LookBehind {
  readonly contact: ContactId;
  readonly box: Box;
}

/**
 * Finds what is at a point of the desk.
 * @param behind null when the current card is not a list
 */
export function targetAt(layout: BoardLayout, point: Point, behind: LookBehind | null = null): Target {
  if (behind && contains(behind.box, point)) return { kind: 'behind', contact: behind.contact };
  if (contains(layout.letter.read, point)) return { kind: 'read' };
  for (const { field, pager } of layout.trays) if (pager && contains(pager, point)) return { kind: 'pager', field };
  for (const [contact, card] of layout.cards) {
    if (card.shown && contains(card.box, point)) return { kind: 'card', contact };
  }
  const tray = layout.trays.find(({ box }) => contains(box, point));
  if (!tray) return { kind: 'desk' };
  return { kind: contains(tray.label, point) ? 'label' : 'tray', field: tray.field };
}

function distance(box: Box, point: Point): number {
  const across = Math.max(box.x - point.x, 0, point.x - (box.x + box.width));
  const down = Math.max(box.y - point.y, 0, point.y - (box.y + box.height));
  return Math.hypot(across, down);
}

/** The tray that takes a card dropped at a point; null outside all trays. */
export function trayUnder(layout: BoardLayout, point: Point): Field | null {
  let nearest: TrayPlace | null = null;
  let least = NEAR;
  for (const tray of layout.trays) {
    const far = distance(tray.box, point);
    if (far < least) [nearest, least] = [tray, far];
  }
  return nearest?.field ?? null;
}

/** The cards that a marquee touches. */
export function cardsTouching(layout: BoardLayout, frame: Box): ContactId[] {
  return [...layout.cards].flatMap(([contact, card]) => (card.shown && overlap(card.box, frame) ? [contact] : []));
}

/** The trays in reading order: the address book comes first if it is placed first. */
export function traysAsRead(layout: BoardLayout): readonly TrayPlace[] {
  if (layout.form === 'tall') return layout.trays;
  return layout.trays.toSorted((one, other) => Number(other.field === 'none') - Number(one.field === 'none'));
}

/** The cards in reading order: tray after tray, line after line. */
export function cardsAsRead(layout: BoardLayout): ContactId[] {
  const cards = [...layout.cards];
  return traysAsRead(layout).flatMap(({ field }) =>
    cards.filter(([, card]) => card.field === field).map(([contact]) => contact),
  );
}
