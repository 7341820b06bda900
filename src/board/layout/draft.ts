import type { Field } from '../../engine/index.ts';
import type { Box } from './box.ts';
import type { Zone, ZoneFit } from './column.ts';
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

/** Where the trays of a column stand from left to right. */
type Across = Pick<TrayDraft, 'x' | 'width' | 'areaX' | 'labelX' | 'labelWidth'>;

/** The trays of the mail's fields, one below the other, each as wide as the others. */
export function fieldTrays(
  fields: readonly Field[],
  zones: readonly Zone[],
  fits: readonly ZoneFit[],
  across: Across,
): TrayDraft[] {
  return fields.flatMap((field, index) => {
    const [zone, fit] = [zones[index], fits[index]];
    return zone && fit ? [{ field, zone, fit, ...across, keepsSlots: false }] : [];
  });
}

/**
 * The address book that stands beside the sheet, as high as its place.
 *
 * @param fitted null where it has no room at all
 * @param inside where its cards and its name are, from left to right
 */
export function bookTray(
  zone: Zone,
  fitted: { readonly fit: ZoneFit; readonly keepsSlots: boolean } | null,
  book: Box,
  inside: Pick<Box, 'x' | 'width'>,
): TrayDraft[] {
  if (!fitted) return [];
  return [
    {
      field: 'none',
      zone,
      ...fitted,
      x: book.x,
      width: book.width,
      top: book.y,
      bottom: book.y + book.height,
      areaX: inside.x,
      labelX: inside.x,
      labelWidth: inside.width,
    },
  ];
}
