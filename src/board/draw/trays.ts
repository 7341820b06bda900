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
import { createOutline, type Outline } from './tray-outline.ts';
import { createCachedImage, type CachedImage } from './cached-image.ts';
import type { TrayPlace } from '../layout/tray-place.ts';
import type { DeskWords } from '../texts.ts';
import { movableInto, trayState, type TrayState, type View } from '../view.ts';

/** Everything on the desk except the cards: the sheet with its trays, the address book, the note. */
export interface Trays {
  show(view: View, palette: Palette): void;
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
    cached('sheet', DEPTHS.sheet).show(layout.sheet, SHEET_PAD, scale, name, (context) =>
      drawSheet(context, palette, words, look),
    );
  };

  const outlines = new Map<Field, Outline>();
  const outline = (field: Field): Outline => {
    const found = outlines.get(field) ?? createOutline(scene, DEPTHS.outline);
    outlines.set(field, found);
    return found;
  };

  /** The name of a tray, which is the only part that is redrawn while cards are carried. */
  const label = (view: View, palette: Palette, place: TrayPlace, state: TrayState) => {
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
    const name = JSON.stringify([look, text]);
    // A drag goes from one to the other and back, so both are kept.
    const [shown, hidden] = state === 'rest' ? (['label', 'ready'] as const) : (['ready', 'label'] as const);
    images.get(`${place.field}-${hidden}`)?.image.setVisible(false);
    cached(`${place.field}-${shown}`, DEPTHS.label).show(place.label, LABEL_PAD, scale, name, (context) =>
      drawTrayLabel(context, palette, text, look),
    );
  };

  const tray = (view: View, palette: Palette, place: TrayPlace) => {
    const { layout, words, desk, placement } = view;
    const { scale } = layout;
    const { field, box } = place;
    const state = trayState(view, field);
    const lying = [...layout.cards.values()].filter((card) => card.field === field && card.shown);
    const book = field === 'none';
    const named = within(place.label, box, scale);
    const look = {
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
        lying.length === 0 && (book ? layout.form !== 'wide' : named.width < 140)
          ? words.tray(field, placement).why || null
          : null,
      openSlots: place.slots
        .filter((slot, index) => index < desk.contacts.length && !lying.some((card) => same(card.box, slot)))
        .map((slot) => within(slot, box, scale)),
      bound: layout.form === 'wide',
    };
    cached(field, book ? DEPTHS.book : DEPTHS.slot).show(
      box,
      book ? SHEET_PAD : TRAY_PAD,
      scale,
      JSON.stringify(look),
      (context) => (book ? drawBook(context, palette, look) : drawSlot(context, palette, look)),
    );
    label(view, palette, place, state);
    const edge = book ? inset(bookPage(look), 3, 3) : slotBox(look);
    outline(field).show(
      {
        x: box.x + edge.x * scale,
        y: box.y + edge.y * scale,
        width: edge.width * scale,
        height: edge.height * scale,
      },
      state,
      { ink: inkOf(field, palette), sheen: palette.sheen },
      scale,
    );
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
    found.show(detail, SLIP_PAD, scale, look, (context) => {
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
    });
  };

  return {
    show(view, palette) {
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
      for (const place of view.layout.trays) tray(view, palette, place);
      note(view, palette);
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
