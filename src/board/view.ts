import { canLieIn, type ContactId, type Desk, type Field, type Placement } from '../engine/index.ts';
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

/** at rest; cards are selected and could be put here; a card is over it; none of the cards can go here */
export type TrayState = 'rest' | 'ready' | 'hover' | 'closed';

/** Everything that the picture of the desk shows. */
export interface View {
  readonly layout: BoardLayout;
  readonly words: DeskWords;
  readonly desk: Desk;
  readonly placement: Placement;
  readonly selection: Selection;
  /** The card whose note is shown. */
  readonly looked: ContactId | null;
  /** The button that shows the members of the list whose note is shown; null without one. */
  readonly behind: Box | null;
  /** The card that the pointer is on. */
  readonly hovered: ContactId | null;
  /** The tray that the pointer, or a carried card, is over. */
  readonly over: Field | null;
  readonly held: Held | null;
  /** The marquee around cards. */
  readonly frame: Box | null;
  /** Why a card could not go where the player wanted it; null without. */
  readonly notice: string | null;
  /** The letter has been sent. */
  readonly away: boolean;
}

/** The cards that would be put into a tray now. */
export function movable({ held, selection }: Pick<View, 'held' | 'selection'>): readonly ContactId[] {
  return held ? held.contacts : [...selection.contacts];
}

/** Those of them that a field can take: a mailing list gets no separate emails. */
export function movableInto(view: Pick<View, 'held' | 'selection' | 'words'>, field: Field): readonly ContactId[] {
  return movable(view).filter((contact) => {
    const card = view.words.cards.get(contact);
    return card && canLieIn(card.contact, field);
  });
}

/** How a tray shows whether cards could be put there now. */
export function trayState(view: Pick<View, 'held' | 'selection' | 'words' | 'over'>, field: Field): TrayState {
  if (movable(view).length === 0) return 'rest';
  if (movableInto(view, field).length === 0) return 'closed';
  return view.over === field ? 'hover' : 'ready';
}
