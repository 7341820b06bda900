import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap, type Box } from '../../../src/board/layout/box.ts';
import { layOut, type BoardLayout } from '../../../src/board/layout/layout.ts';
import type { Field } from '../../../src/engine/level/level.ts';

const FIELDS: readonly Field[] = ['to', 'cc', 'bcc', 'separate', 'none'];
/** The sizes of the four screens, and of the canvas when the page's bar has taken its part. */
const SIZES = [
  [1280, 720],
  [1280, 600],
  [1280, 480],
  [1366, 620],
  [1024, 640],
  [1920, 1080],
  [1920, 960],
  [390, 844],
  [390, 640],
  [360, 580],
  [844, 390],
  [844, 300],
  [768, 1024],
] as const;

function lay(
  width: number,
  height: number,
  places: readonly Field[],
  fields = FIELDS,
  rightToLeft = false,
): BoardLayout {
  const contacts = places.map((_, index) => `card-${String(index)}`);
  const placement = Object.fromEntries(contacts.map((contact, index) => [contact, places[index] ?? 'none']));
  return layOut({ width, height, contacts, fields, placement, pages: {}, rightToLeft, typeScale: 1 });
}

function expectInside(inner: Box, outer: Box): void {
  expect(inner.x).toBeGreaterThanOrEqual(outer.x - 0.01);
  expect(inner.y).toBeGreaterThanOrEqual(outer.y - 0.01);
  expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width + 0.01);
  expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height + 0.01);
}

function expectApart(boxes: readonly Box[]): void {
  const clashes = boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other) => (overlap(one, other) ? [[one, other]] : [])),
  );
  expect(clashes).toEqual([]);
}

const distribution = fc.array(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 14 });

describe.each(SIZES)('a desk of %i × %i', (width, height) => {
  const desk: Box = { x: 0, y: 0, width, height };

  test('shows all trays separately, inside the desk, and large enough for a finger', () => {
    fc.assert(
      fc.property(
        distribution,
        fc.constantFrom(
          FIELDS,
          FIELDS.filter((field) => field !== 'separate'),
        ),
        (places, fields) => {
          const { trays } = lay(width, height, places, fields);
          expect(trays.map(({ field }) => field).toSorted()).toEqual(fields.toSorted());
          for (const { box, label, area } of trays) {
            expectInside(box, desk);
            expectInside(label, box);
            expectInside(area, box);
            expect(box.width).toBeGreaterThanOrEqual(44);
            expect(box.height).toBeGreaterThanOrEqual(44);
          }
          expectApart(trays.map(({ box }) => box));
          expectApart(trays.flatMap(({ label, area }) => [label, area]));
        },
      ),
    );
  });

  test('lays every card in its tray, without overlap, each large enough for a finger', () => {
    fc.assert(
      fc.property(distribution, (places) => {
        const { trays, cards, letter, detail } = lay(width, height, places);
        expect(cards.size).toBe(places.length);
        const shown = [...cards.values()].filter((card) => card.shown);
        for (const card of shown) {
          const tray = trays.find(({ field }) => field === card.field)!;
          expectInside(card.box, tray.area);
          expect(card.box.width).toBeGreaterThanOrEqual(44);
          expect(card.box.height).toBeGreaterThanOrEqual(44 - 0.01);
        }
        expectApart([
          ...shown.map(({ box }) => box),
          ...trays.map(({ label }) => label),
          ...trays.flatMap(({ pager }) => pager ?? []),
          letter.read,
          letter.body,
        ]);
        for (const { box } of shown) expect(overlap(box, detail)).toBe(false);
      }),
    );
  });

  test('shows each card on some page', () => {
    fc.assert(
      fc.property(distribution, (places) => {
        const { trays, cards } = lay(width, height, places);
        for (const { field, page } of cards.values()) {
          const tray = trays.find((each) => each.field === field);
          expect(page).toBeLessThan(tray?.pages ?? 0);
        }
      }),
    );
  });

  test('keeps the letter on the sheet, and the sheet on the desk', () => {
    fc.assert(
      fc.property(distribution, (places) => {
        const { sheet, letter } = lay(width, height, places);
        expectInside(sheet, desk);
        expect(sheet.width).toBeGreaterThan(0);
        for (const box of [letter.from ?? sheet, letter.subject, letter.body, letter.read]) expectInside(box, sheet);
      }),
    );
  });
});

test('the cards of the survey fit on one page on every screen', () => {
  const survey: Field[] = Array.from({ length: 10 }, () => 'none');
  for (const [width, height] of [
    [1280, 640],
    [1920, 980],
    [390, 720],
    [844, 340],
  ] as const) {
    expect(
      lay(width, height, survey).trays.every(({ pages }) => pages === 1),
      `${String(width)}×${String(height)}`,
    ).toBe(true);
  }
});

test.each(SIZES)('at %i × %i an empty slot hides no card on another page', (width, height) => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 20 }), (places) => {
      const { trays, cards } = lay(width, height, places);
      for (const { field, slots, pages } of trays) {
        const lying = [...cards.values()].filter((card) => card.field === field);
        const first = lying.filter(({ page }) => page === 0).length;
        expect(slots.length === 0 || pages === 1).toBe(true);
        for (let page = 1; page < pages; page++) {
          expect(lying.filter((card) => card.page === page).length).toBeGreaterThan(0);
          expect(lying.filter((card) => card.page === page).length).toBeLessThanOrEqual(first);
        }
      }
    }),
  );
});

test('a tray turns to the requested page, but never to a page that does not exist', () => {
  const contacts = Array.from({ length: 14 }, (_, index) => `card-${String(index)}`);
  const placement = Object.fromEntries(contacts.map((contact) => [contact, 'cc' as const]));
  const at = (page: number) =>
    layOut({
      width: 844,
      height: 320,
      contacts,
      fields: FIELDS,
      placement,
      pages: { cc: page },
      rightToLeft: false,
      typeScale: 1,
    });
  const tray = at(1).trays.find(({ field }) => field === 'cc');
  expect(tray?.pages).toBeGreaterThan(1);
  expect(tray?.page).toBe(1);
  expect(at(99).trays.find(({ field }) => field === 'cc')?.page).toBe((tray?.pages ?? 0) - 1);
});

test('a card keeps its place in the address book while others come and go', () => {
  const all = lay(1280, 640, ['none', 'none', 'none', 'none']);
  const fewer = lay(1280, 640, ['none', 'to', 'bcc', 'none']);
  expect(fewer.cards.get('card-3')).toEqual(all.cards.get('card-3'));
});

test('the desk is mirrored for a right-to-left language', () => {
  const one = lay(1280, 640, ['none', 'to']);
  const other = lay(1280, 640, ['none', 'to'], FIELDS, true);
  expect(other.sheet.x).toBeCloseTo(1280 - one.sheet.x - one.sheet.width);
});

describe('on a page with large type', () => {
  const desk = (width: number, height: number, typeScale: number) => {
    const contacts = Array.from({ length: 9 }, (_, index) => `card-${String(index)}`);
    return layOut({
      width,
      height,
      contacts,
      fields: FIELDS,
      placement: {},
      pages: {},
      rightToLeft: false,
      typeScale,
    });
  };

  test('a desk with space is drawn larger, and remains a wide desk', () => {
    for (const [width, height, typeScale] of [
      [1280, 640, 1.375],
      [1024, 690, 1.125],
      [1920, 960, 1.75],
    ] as const) {
      const [usual, large] = [desk(width, height, 1), desk(width, height, typeScale)];
      expect(large.form).toBe('wide');
      expect(large.scale).toBeGreaterThan(usual.scale * 1.1);
      expectApart([...large.cards.values()].map(({ box }) => box));
      for (const { box } of large.cards.values()) expectInside(box, { x: 0, y: 0, width, height });
    }
  });

  test('a phone has no space to spare, and is drawn as usual', () => {
    for (const [width, height] of [
      [390, 780],
      [844, 330],
    ] as const)
      expect(desk(width, height, 2)).toEqual(desk(width, height, 1));
  });
});
