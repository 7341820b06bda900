import type { ContactId, Field } from '../../engine/index.ts';
import type { Box } from './box.ts';
import { PAGER, type Zone, type ZoneFit } from './column.ts';

/** The position of a tray. */
export interface TrayPlace {
  readonly field: Field;
  /** The whole tray: cards can be dropped and taps can land anywhere on it. */
  readonly box: Box;
  /** The position of its name and icon. */
  readonly label: Box;
  /** The position of its cards. */
  readonly area: Box;
  /** A slot for each card on a page; in the address book the empty ones are visible. */
  readonly slots: readonly Box[];
  readonly page: number;
  readonly pages: number;
  readonly pager: Box | null;
}

/** The position of a card. */
export interface CardPlace {
  readonly field: Field;
  readonly box: Box;
  readonly page: number;
  /** False on a hidden page. */
  readonly shown: boolean;
}

/** A tray before it is filled. */
export interface TrayDraft {
  readonly field: Field;
  readonly zone: Zone;
  readonly fit: ZoneFit;
  /** The whole tray from left to right; vertically it may extend beyond its zone. */
  readonly x: number;
  readonly width: number;
  readonly top?: number;
  readonly bottom?: number;
  /** Where the cards start. */
  readonly areaX: number;
  readonly labelX: number;
  readonly labelWidth: number;
  /** True when each card has its own slot, which stays empty while the card is elsewhere. */
  readonly keepsSlots: boolean;
}

function slotsOf({ zone, fit, areaX }: TrayDraft): Box[] {
  const top = fit.y + zone.head + zone.padding;
  return Array.from({ length: fit.columns * fit.rows }, (_, index) => ({
    x: areaX + (index % fit.columns) * (fit.cardWidth + zone.gap),
    y: top + Math.floor(index / fit.columns) * (fit.cardHeight + zone.gap),
    width: fit.cardWidth,
    height: fit.cardHeight,
  }));
}

/** Puts the cards of one tray into its slots in order, on several pages if there are more cards than slots. */
export function fillTray(
  draft: TrayDraft,
  cards: readonly ContactId[],
  order: readonly ContactId[],
  wantedPage: number,
): { readonly tray: TrayPlace; readonly cards: readonly (readonly [ContactId, CardPlace])[] } {
  const { field, zone, fit } = draft;
  const slots = slotsOf(draft);
  const page = Math.min(Math.max(0, wantedPage), fit.pages - 1);
  const top = draft.top ?? fit.y;
  const area: Box = {
    x: draft.areaX,
    y: fit.y + zone.head + zone.padding,
    width: zone.width,
    height: fit.height - zone.head - zone.padding * 2,
  };
  const places = cards.flatMap((contact, index): [ContactId, CardPlace][] => {
    const at = draft.keepsSlots ? order.indexOf(contact) : index;
    const ownPage = Math.floor(at / slots.length);
    const box = slots[at % slots.length];
    return box ? [[contact, { field, box, page: ownPage, shown: ownPage === page }]] : [];
  });
  const onPage = Math.min(slots.length, order.length - page * slots.length);
  return {
    cards: places,
    tray: {
      field,
      box: { x: draft.x, y: top, width: draft.width, height: (draft.bottom ?? fit.y + fit.height) - top },
      label:
        zone.head > 0
          ? { x: draft.labelX, y: fit.y, width: draft.labelWidth, height: zone.head }
          : { x: draft.labelX, y: fit.y, width: draft.labelWidth, height: fit.height },
      area,
      slots: draft.keepsSlots ? slots.slice(0, Math.max(0, onPage)) : [],
      page,
      pages: fit.pages,
      pager:
        fit.pages > 1
          ? {
              x: area.x + area.width - PAGER,
              y: area.y,
              width: PAGER,
              height: Math.max(PAGER, fit.rows * fit.cardHeight + (fit.rows - 1) * zone.gap),
            }
          : null,
    },
  };
}
