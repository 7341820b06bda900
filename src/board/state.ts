import type { DialogModel } from '../access/dialog.ts';
import type { Command, ContactId, Desk, Field, Level, Placement } from '../engine/index.ts';
import type { Box } from './layout/box.ts';
import type { LookBehind, Target } from './input/hit-test.ts';
import type { BoardLayout } from './layout/layout.ts';
import { keep, NOTHING, type Selection } from './input/selection.ts';
import type { Held } from './view.ts';
import type { DeskWords } from './texts.ts';

/** What is on the desk. */
export interface BoardModel {
  readonly level: Level;
  readonly desk: Desk;
  readonly placement: Placement;
  /** The fields say who can see their cards: a help that fades. */
  readonly signs: boolean;
}

/** The player's current interaction with the desk, apart from the placement; none of it is stored. */
export interface Interaction {
  readonly selection: Selection;
  /** The current page of trays with more cards than fit. */
  readonly pages: Readonly<Partial<Record<Field, number>>>;
  /** The card with the keyboard focus. */
  readonly focused: ContactId | null;
  readonly hovered: Target | null;
  readonly held: Held | null;
  /** The tray below the pointer, or below the cards that it carries. */
  readonly over: Field | null;
  /** The marquee that is being drawn, and the selection before it. */
  readonly marquee: { readonly box: Box; readonly before: Selection } | null;
  /** Why a card could not go where the player wanted it; until the next move. */
  readonly notice: { readonly contact: ContactId; readonly text: string } | null;
  /** The letter has been sent, so nothing can be moved. */
  readonly away: boolean;
}

/** A desk without any interaction. */
export const AT_REST: Interaction = {
  selection: NOTHING,
  pages: {},
  focused: null,
  hovered: null,
  held: null,
  over: null,
  marquee: null,
  notice: null,
  away: false,
};

/**
 * Returns the interaction after a change. A notice ends as soon as the player turns to anything other than its card.
 */
export function changed(before: Interaction, change: Partial<Interaction>): Interaction {
  const after = { ...before, ...change };
  const { notice, selection, held, focused } = after;
  if (notice === null || notice !== before.notice) return after;
  const turned = selection.contacts.size > 0 || held !== null || (focused !== null && focused !== notice.contact);
  return turned ? { ...after, notice: null } : after;
}

/** True when the desk has been replaced by another. */
export function isOtherDesk(before: BoardModel, after: BoardModel): boolean {
  return after.level !== before.level || after.desk.id !== before.desk.id;
}

/**
 * Returns what remains of the interaction after the desk has changed: nothing at another desk, and nothing with cards
 * that are gone.
 */
export function stillDone(interaction: Interaction, before: BoardModel, after: BoardModel): Interaction {
  if (isOtherDesk(before, after)) return AT_REST;
  return { ...interaction, selection: keep(interaction.selection, after.desk.contacts) };
}

/** The card whose note is shown: the one held, pointed at, focused, or selected alone, in this order. */
export function lookedAt({ selection, focused, hovered, held }: Interaction): ContactId | null {
  const pointed = hovered?.kind === 'card' || hovered?.kind === 'behind' ? hovered.contact : null;
  const chosen = selection.contacts.size === 1 ? [...selection.contacts][0] : undefined;
  return held?.contacts[0] ?? pointed ?? focused ?? chosen ?? null;
}

/** The desk as the pointer and the keyboard see it. */
export interface BoardContext {
  readonly model: BoardModel;
  readonly words: DeskWords;
  readonly layout: BoardLayout;
  readonly interaction: Interaction;
  /** The list whose note is shown, with its button; null when the current card is not a list. */
  readonly behind: LookBehind | null;
  /** Changes the interaction, and draws it. */
  set(change: Partial<Interaction>): void;
  dispatch(command: Command): void;
  say(text: string): void;
  /** Focuses a card; 'when-lost' only if nothing has the focus. */
  focus(contact: ContactId, when?: 'when-lost'): void;
  /** @param choose gets what was chosen while the dialog is still open */
  ask(dialog: DialogModel, choose: (value: string) => void): Promise<void>;
}
