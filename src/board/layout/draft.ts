import type { Field } from '../../engine/index.ts';
import type { Box } from './box.ts';
import type { TrayDraft } from './tray-place.ts';

/** Where the parts of the mail are on the sheet. */
export interface LetterPlace {
  /** Null if there is no room for it. */
  readonly from: Box | null;
  readonly subject: Box;
  readonly body: Box;
  /** The button that opens the whole mail. */
  readonly read: Box;
}

/** What a layout has to find room for. */
export interface Load {
  /** The fields of the mail, without the address book. */
  readonly fields: readonly Field[];
  readonly cardsIn: (field: Field) => number;
  readonly cards: number;
}

/** A desk before its trays are filled, in units of drawing. */
export interface Draft {
  readonly sheet: Box;
  readonly letter: LetterPlace;
  readonly detail: Box;
  readonly trays: readonly TrayDraft[];
}

/** A finger's width. */
export const TOUCH = 44;
/** A single card in a tray is not as wide as the tray. */
export const WIDEST = 264;
