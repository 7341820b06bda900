import type { Field } from '../engine/level.ts';
import { t } from '../i18n/index.ts';
import type { Palette } from '../stage/palette.ts';
import type { Phaser } from '../stage/phaser.ts';
import type { Box } from './box.ts';
import { drawBook } from './draw-book.ts';
import { drawNote } from './draw-card.ts';
import { drawHint, drawSlip, SLIP_PAD } from './draw-hint.ts';
import { drawSheet, SHEET_PAD } from './draw-sheet.ts';
import { drawTray, TRAY_PAD, type TrayState } from './draw-tray.ts';
import { createSlab, type Slab } from './slab.ts';
import type { TrayPlace } from './tray-place.ts';
import { movable, type View } from './view.ts';

/** What lies on the desk beside the cards: the sheet with its trays, the address book, the note. */
export interface Furniture {
  show(view: View, palette: Palette): void;
  /** What leaves with the letter. */
  letter(): readonly Phaser.GameObjects.Image[];
  destroy(): void;
}

const DEPTHS = { sheet: 0, book: 1, tray: 2, note: 3 } as const;

/** A box in units of drawing, from a corner. */
function within(box: Box, corner: Box, scale: number): Box {
  return {
    x: (box.x - corner.x) / scale,
    y: (box.y - corner.y) / scale,
    width: box.width / scale,
    height: box.height / scale,
  };
}

export function createFurniture(scene: Phaser.Scene): Furniture {
  const slabs = new Map<string, Slab>();
  const slab = (name: string, depth: number): Slab => {
    const found = slabs.get(name) ?? createSlab(scene, `desk-${name}`, depth);
    slabs.set(name, found);
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
    const name = JSON.stringify([look, words.subject, words.body, words.from, words.mails]);
    slab('sheet', DEPTHS.sheet).show(layout.sheet, SHEET_PAD, scale, name, (context) =>
      drawSheet(context, palette, words, look),
    );
  };

  const tray = (view: View, palette: Palette, place: TrayPlace) => {
    const { layout, words, desk, placement } = view;
    const { scale } = layout;
    const { field, box } = place;
    const count = movable(view);
    const state: TrayState = count === 0 ? 'rest' : view.over === field ? 'hover' : 'ready';
    const text = words.tray(field, placement);
    const cards = [...layout.cards].filter(([, card]) => card.field === field);
    const lying = new Set(cards.map(([, card]) => card.box));
    const look = {
      field,
      state,
      width: box.width / scale,
      height: box.height / scale,
      label: within(place.label, box, scale),
      area: within(place.area, box, scale),
      pager: place.pager && {
        box: within(place.pager, box, scale),
        text: t('board.page', { page: place.page + 1, pages: place.pages }),
      },
      empty: cards.length === 0,
      put: count === 0 ? '' : t('board.put-here', { count }),
      keys: layout.form === 'wide' && matchMedia('(pointer: fine)').matches,
      openSlots: place.slots
        .filter((_, index) => index < desk.contacts.length && ![...lying].some((one) => same(one, place.slots[index])))
        .map((each) => within(each, box, scale)),
      bound: layout.form !== 'tall',
    };
    const book = field === 'none';
    slab(field, book ? DEPTHS.book : DEPTHS.tray).show(
      box,
      book ? SHEET_PAD : TRAY_PAD,
      scale,
      JSON.stringify([look, text]),
      (context) => (book ? drawBook(context, palette, text, look) : drawTray(context, palette, text, look)),
    );
  };

  const note = ({ layout, words, looked, selection }: View, palette: Palette) => {
    const { detail, scale, form } = layout;
    const card = looked === null ? undefined : words.cards.get(looked);
    const count = selection.contacts.size;
    const hints = count > 1 ? [t('board.selected', { count })] : [t('board.hint'), t('board.hint-more')];
    const [width, height] = [detail.width / scale, detail.height / scale];
    // In the flat form the note lies on the letter, and so only while there is something to say.
    const visible = form !== 'flat' || card !== undefined;
    const found = slab('note', DEPTHS.note);
    if (!visible) {
      found.image.setVisible(false);
      return;
    }
    const look = JSON.stringify([card ?? hints, form]);
    found.show(detail, SLIP_PAD, scale, look, (context) => {
      const margin = form === 'wide' ? 0 : 10;
      if (form !== 'wide') drawSlip(context, palette, width, height);
      context.translate(margin, 0);
      if (card) drawNote(context, palette, card, width - margin * 2, height);
      else drawHint(context, palette, hints, width - margin * 2, height);
    });
  };

  return {
    show(view, palette) {
      const there = new Set<Field>(view.layout.trays.map(({ field }) => field));
      for (const [name, each] of slabs) {
        if (name === 'sheet' || name === 'note' || [...there].some((field) => field === name)) continue;
        each.destroy();
        slabs.delete(name);
      }
      sheet(view, palette);
      for (const place of view.layout.trays) tray(view, palette, place);
      note(view, palette);
    },
    letter: () => [...slabs].flatMap(([name, { image }]) => (name === 'none' || name === 'note' ? [] : [image])),
    destroy() {
      for (const each of slabs.values()) each.destroy();
    },
  };
}

function same(one: Box, other: Box | undefined): boolean {
  return other !== undefined && Math.abs(one.x - other.x) < 0.5 && Math.abs(one.y - other.y) < 0.5;
}
