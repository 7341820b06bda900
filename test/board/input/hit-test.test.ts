import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { centre, contains, type Box } from '../../../src/board/layout/box.ts';
import { cardsAsRead, cardsTouching, targetAt, traysAsRead, trayUnder } from '../../../src/board/input/hit-test.ts';
import { layOut, type BoardLayout } from '../../../src/board/layout/layout.ts';
import type { Field } from '../../../src/engine/level/level.ts';

const FIELDS: readonly Field[] = ['to', 'cc', 'bcc', 'separate', 'none'];
const SIZES = [
  [1280, 660],
  [390, 780],
  [844, 340],
] as const;

function lay(places: readonly Field[], [width, height]: readonly [number, number] = SIZES[0]): BoardLayout {
  const contacts = places.map((_, index) => `card-${String(index)}`);
  const placement = Object.fromEntries(contacts.map((contact, index) => [contact, places[index] ?? 'none']));
  return layOut({ width, height, contacts, fields: FIELDS, placement, pages: {}, rightToLeft: false, typeScale: 1 });
}

const trayOf = ({ trays }: BoardLayout, field: Field) => trays.find((tray) => tray.field === field)!;

const places = fc.array(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 12 });
const sizes = fc.constantFrom(...SIZES);

test('every visible card is hit in its middle, and every tray at its name', () => {
  fc.assert(
    fc.property(places, sizes, (fields, size) => {
      const layout = lay(fields, size);
      for (const [contact, card] of [...layout.cards].filter(([, { shown }]) => shown)) {
        expect(targetAt(layout, centre(card.box))).toEqual({ kind: 'card', contact });
      }
      for (const { field, label } of layout.trays) {
        expect(targetAt(layout, centre(label))).toEqual({ kind: 'label', field });
      }
      for (const { field, pager } of layout.trays.flatMap((tray) =>
        tray.pager ? [{ field: tray.field, pager: tray.pager }] : [],
      )) {
        expect(targetAt(layout, centre(pager))).toEqual({ kind: 'pager', field });
      }
      expect(targetAt(layout, centre(layout.letter.read))).toEqual({ kind: 'read' });
    }),
  );
});

test('a card dropped anywhere on a tray goes into it, whatever else is there', () => {
  fc.assert(
    fc.property(
      places,
      sizes,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (fields, size, across, down) => {
        const layout = lay(fields, size);
        for (const { field, box } of layout.trays) {
          const point = { x: box.x + box.width * across, y: box.y + box.height * down };
          expect(trayUnder(layout, point)).toBe(field);
        }
      },
    ),
  );
});

test('a card dropped just beside a tray goes into the nearest one, and far from all trays into none', () => {
  const layout = lay(['none']);
  const to = trayOf(layout, 'to').box;
  expect(trayUnder(layout, { x: to.x + 50, y: to.y + to.height + 3 })).toBe('to');
  expect(trayUnder(layout, { x: to.x + 50, y: layout.sheet.y + layout.sheet.height - 4 })).toBe(null);
  // 14 pixels are near; a player who lets go farther away means no tray.
  expect(trayUnder(layout, { x: to.x + 50, y: to.y - 13 })).toBe('to');
  expect(trayUnder(layout, { x: to.x + 50, y: to.y - 15 })).toBe(null);
});

test('outside everything else is the bare desk', () => {
  expect(targetAt(lay(['none']), { x: 2, y: 2 })).toEqual({ kind: 'desk' });
});

test('a marquee touches the cards that it overlaps, and no card on a hidden page', () => {
  const layout = lay(['none', 'none', 'none'], SIZES[0]);
  const all: Box = { x: 0, y: 0, width: 1280, height: 660 };
  expect(cardsTouching(layout, all)).toHaveLength(3);
  const first = layout.cards.get('card-0')!.box;
  expect(cardsTouching(layout, { ...first, width: 3, height: 3 })).toEqual(['card-0']);
  const many = lay(
    Array.from({ length: 14 }, () => 'cc' as const),
    SIZES[2],
  );
  expect(cardsTouching(many, all).length).toBe([...many.cards.values()].filter(({ shown }) => shown).length);
});

test('the address book comes first in reading order when it is placed first', () => {
  expect(traysAsRead(lay(['none'], SIZES[0])).at(0)?.field).toBe('none');
  expect(traysAsRead(lay(['none'], SIZES[1])).at(-1)?.field).toBe('none');
});

test('the reading order has every card once, tray after tray', () => {
  fc.assert(
    fc.property(places, sizes, (fields, size) => {
      const layout = lay(fields, size);
      const order = cardsAsRead(layout);
      expect(order.toSorted()).toEqual([...layout.cards.keys()].toSorted());
      const seen = order.map((contact) => layout.cards.get(contact)?.field);
      expect(seen.filter((field, index) => field !== seen[index - 1])).toHaveLength(new Set(seen).size);
    }),
  );
});

test('a point on a card is in its tray', () => {
  const layout = lay(['to', 'bcc', 'none']);
  for (const card of layout.cards.values()) {
    expect(contains(trayOf(layout, card.field).box, centre(card.box))).toBe(true);
  }
});
