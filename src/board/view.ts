import type { ContactId, Desk, Field, Placement } from '../engine/index.ts';
import type { Box, Point } from './layout/box.ts';
import type { BoardLayout } from './layout/layout.ts';
import type { Selection } from './input/selection.ts';
import type { DeskWords } from './texts.ts';

/** Cards that are carried by the pointer. */
export interface Held {
  /** The one that was touched comes first. */
  readonly contacts: readonly ContactId[];
  /** Where the pointer is. */
  readonly point: Point;
  /** Where the pointer holds the first card, from its middle. */
  readonly grip: Point;
}

/** All that the picture of the desk shows. */
export interface View {
  readonly layout: BoardLayout;
  readonly words: DeskWords;
  readonly desk: Desk;
  readonly placement: Placement;
  readonly selection: Selection;
  /** The card whose note is shown. */
  readonly looked: ContactId | null;
  /** The card that the pointer is on. */
  readonly hovered: ContactId | null;
  /** The tray that the pointer, or a carried card, is over. */
  readonly over: Field | null;
  readonly held: Held | null;
  /** The frame that is being drawn around cards. */
  readonly frame: Box | null;
  /** The letter is out of the house. */
  readonly away: boolean;
}

/** The cards that would be put into a tray now. */
export function movable({ held, selection }: Pick<View, 'held' | 'selection'>): number {
  return held ? held.contacts.length : selection.contacts.size;
}
