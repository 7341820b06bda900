import { hasSingleKeys } from '../../access/single-keys.ts';
import type { Field } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import { rightToLeft } from '../../stage/canvas-text.ts';
import type { Palette } from '../../stage/palette.ts';
import type { Phaser } from '../../stage/phaser.ts';
import { inset, type Box } from '../layout/box.ts';
import { bookPage, drawBook } from './address-book.ts';
import { drawNote } from './card-face.ts';
import { drawPageButton } from './page-button.ts';
import { drawHint, drawSlip, SLIP_PAD } from './note.ts';
import { drawSheet, SHEET_PAD } from './sheet.ts';
import { drawTrayLabel } from './tray-label.ts';
import { drawSlot, inkOf, slotBox, TRAY_PAD } from './tray-slot.ts';
import { createOutline, hasEdge, type Outline } from './tray-outline.ts';
import { createCachedImage, type CachedImage, type Drawing } from './cached-image.ts';
import type { TrayPlace } from '../layout/tray-place.ts';
import type { DeskWords } from '../texts.ts';
import { movableInto, trayState, type TrayState, type View } from '../view.ts';

/** Everything on the desk except the cards: the sheet with its trays, the address book, the note. */
export interface Trays {
  /**
   * Shows what has changed. A field whose name or slot is drawn again takes a frame for itself, because together they would hold up
   * the card that is being carried; until then it stays as it is.
   * @param still shows everything at once
   * @returns whether it must be called again for the next frame
   */
  show(view: View, palette: Palette, still: boolean): boolean;
  /** What leaves with the letter. */
  letter(): readonly Phaser.GameObjects.Image[];
  destroy(): void;
}

const DEPTHS = { sheet: 0, book: 1, slot: 2, label: 3, outline: 4, note: 5 } as const;
const LABEL_PAD = 2;
/** What stays on the desk when the letter leaves. */
const STAYS: ReadonlySet<string> = new Set(['none', 'none-label', 'none-ready', 'note']);

/** A box in units of drawing, from a corner. */
function within(box: Box, corner: Box, scale: number): Box {
  return {
    x: (box.x - corner.x) / scale,
    y: (box.y - corner.y) / scale,
    width: box.width / scale,
    height: box.height / scale,
  };
}

export function createTrays(scene: Phaser.Scene): Trays {
  const images = new Map<string, CachedImage>();
  const cached = (name: string, depth: number): CachedImage => {
    const found = images.get(name) ?? createCachedImage(scene, `desk-${name}`, depth);
    images.set(name, found);
    return found;
  };

  const sheet = ({ layout, words }: View, palette: Palette) => {
    const { scale, letter } = layout;
    const inside = (box: Box) => within(box, layout.sheet, scale);
    const labels = {
      from: t('board.from'),
      subject: t('board.subject'),
      read: t('board.read'),
      mails: t('board.mails', { count: words.mails }),
    };
    const look = {
      width: layout.sheet.width / scale,
      height: layout.sheet.height / scale,
      from: letter.from && inside(letter.from),
      subject: inside(letter.subject),
      body: inside(letter.body),
      read: inside(letter.read),
      labels,
    };
    const name = JSON.stringify([
      look,
      words.subject,
      words.body,
      words.from,
      words.mails,
      words.thread?.kind,
      words.thread?.below,
    ]);
    const draw = (context: CanvasRenderingContext2D) => drawSheet(context, palette, words, look);
    cached('sheet', DEPTHS.sheet).show({ box: layout.sheet, pad: SHEET_PAD, scale, look: name, draw });
  };

  const outlines = new Map<Field, Outline>();
  const outline = (field: Field): Outline => {
    const found = outlines.get(field) ?? createOutline(scene, DEPTHS.outline);
    outlines.set(field, found);
    return found;
  };

  /** The name of a tray, which is the only part that changes while cards are carried. */
  const labelOf = (view: View, palette: Palette, place: TrayPlace, state: TrayState): Drawing => {
    const { layout, words, placement } = view;
    const { scale, form } = layout;
    const count = movableInto(view, place.field).length;
    const text = words.tray(place.field, placement);
    const look = {
      field: place.field,
      state: state === 'hover' ? ('ready' as const) : state,
      width: place.label.width / scale,
      height: place.label.height / scale,
      put: state === 'closed' ? t('board.not-for-lists') : count === 0 ? '' : t('board.put-here', { count }),
      signs: words.signs,
      keys: form === 'wide' && hasSingleKeys() && matchMedia('(pointer: fine)').matches,
    };
    const draw = (context: CanvasRenderingContext2D) => drawTrayLabel(context, palette, text, look);
    return { box: place.label, pad: LABEL_PAD, scale, look: JSON.stringify([look, text]), draw };
  };

  const slotLookOf = ({ layout, words, desk, placement }: View, place: TrayPlace) => {
    const { scale } = layout;
    const { field, box } = place;
    const lying = [...layout.cards.values()].filter((card) => card.field === field && card.shown);
    const named = within(place.label, box, scale);
    return {
      field,
      width: box.width / scale,
      height: box.height / scale,
      label: named,
      area: within(place.area, box, scale),
      pager: place.pager && {
        box: within(place.pager, box, scale),
        text: t('board.page', { page: place.page + 1, pages: place.pages }),
      },
      // A wide book says it below its name.
      hint:
        lying.length === 0 && (field === 'none' ? layout.form !== 'wide' : named.width < 140)
          ? words.tray(field, placement).why || null
          : null,
      openSlots: place.slots
        .filter((slot, index) => index < desk.contacts.length && !lying.some((card) => same(card.box, slot)))
        .map((slot) => within(slot, box, scale)),
      bound: layout.form === 'wide',
    };
  };

  /** Shows a tray, unless something of it must be drawn and `mayDraw` is false; returns whether it drew. */
  const tray = (view: View, palette: Palette, place: TrayPlace, mayDraw: boolean): 'drawn' | 'as-it-was' | 'left' => {
    const { scale } = view.layout;
    const { field, box } = place;
    const state = trayState(view, field);
    const book = field === 'none';
    const look = slotLookOf(view, place);
    const draw = (context: CanvasRenderingContext2D) => (book ? drawBook : drawSlot)(context, palette, look);
    const slot = { box, pad: book ? SHEET_PAD : TRAY_PAD, scale, look: JSON.stringify(look), draw };
    const slotImage = cached(field, book ? DEPTHS.book : DEPTHS.slot);
    const label = labelOf(view, palette, place, state);
    // A drag goes from one to the other and back, so both are kept.
    const [shown, hidden] = state === 'rest' ? (['label', 'ready'] as const) : (['ready', 'label'] as const);
    const labelImage = cached(`${field}-${shown}`, DEPTHS.label);
    const ink = { ink: inkOf(field, palette), sheen: palette.sheen };
    const complete = slotImage.has(slot) && labelImage.has(label) && hasEdge(scene, state, ink, scale);
    if (!complete && !mayDraw) return 'left';
    slotImage.show(slot);
    images.get(`${field}-${hidden}`)?.image.setVisible(false);
    labelImage.show(label);
    const edge = book ? inset(bookPage(look), 3, 3) : slotBox(look);
    const at = { x: box.x + edge.x * scale, y: box.y + edge.y * scale };
    outline(field).show({ ...at, width: edge.width * scale, height: edge.height * scale }, state, ink, scale);
    return complete ? 'as-it-was' : 'drawn';
  };

  const note = ({ layout, words, looked, behind, selection, notice, away }: View, palette: Palette) => {
    const { detail, scale, form } = layout;
    const card = looked === null || notice !== null ? undefined : words.cards.get(looked);
    const count = selection.contacts.size;
    const hints = notice !== null ? [notice] : count > 1 ? [t('board.selected', { count })] : hintsFor(words);
    const [width, height] = [detail.width / scale, detail.height / scale];
    // In the flat layout the note covers the letter, so it appears only when it has something to say.
    const visible = !away && (form !== 'flat' || card !== undefined || notice !== null);
    const found = cached('note', DEPTHS.note);
    if (!visible) {
      found.image.setVisible(false);
      return;
    }
    const button = behind && within(behind, detail, scale);
    const look = JSON.stringify([card && { ...card, behind: null }, hints, form, button]);
    const draw = (context: CanvasRenderingContext2D) => {
      const margin = form === 'wide' ? 0 : 10;
      if (form !== 'wide') drawSlip(context, palette, width, height);
      context.translate(margin, 0);
      const beside = button && form !== 'wide' ? button.width : 0;
      const below = button && form === 'wide' ? button.height : 0;
      if (card) {
        if (rightToLeft()) context.translate(beside, 0);
        drawNote(context, palette, card, width - margin * 2 - beside, height - below);
        if (rightToLeft()) context.translate(-beside, 0);
      } else drawHint(context, palette, hints, width - margin * 2, height);
      context.translate(-margin, 0);
      if (button) drawPageButton(context, palette, button, t('board.look-behind'));
    };
    found.show({ box: detail, pad: SLIP_PAD, scale, look, draw });
  };

  return {
    show(view, palette, still) {
      const there = view.layout.trays.map(({ field }) => field);
      for (const [field, each] of outlines) {
        if (there.includes(field)) continue;
        each.destroy();
        outlines.delete(field);
        for (const name of [field, `${field}-label`, `${field}-ready`]) {
          images.get(name)?.destroy();
          images.delete(name);
        }
      }
      sheet(view, palette);
      let mayDraw = true;
      let left = false;
      // The one that a card is over comes first.
      const places = view.layout.trays.toSorted(
        (a, b) => Number(b.field === view.over) - Number(a.field === view.over),
      );
      for (const place of places) {
        const result = tray(view, palette, place, mayDraw);
        if (result === 'drawn') mayDraw = still;
        left ||= result === 'left';
      }
      note(view, palette);
      return left;
    },
    letter: () => [...images].flatMap(([name, { image }]) => (STAYS.has(name) ? [] : [image])),
    destroy() {
      for (const each of [...images.values(), ...outlines.values()]) each.destroy();
    },
  };
}

function same(one: Box, other: Box | undefined): boolean {
  return other !== undefined && Math.abs(one.x - other.x) < 0.5 && Math.abs(one.y - other.y) < 0.5;
}

/** Hints for this desk; if the player types names, the address book may well be empty. */
function hintsFor({ mail }: DeskWords): string[] {
  return mail.suggestions ? [t('board.hint-type'), t('board.hint')] : [t('board.hint'), t('board.hint-more')];
}
