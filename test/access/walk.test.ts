import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stopsOf, walk, type Direction, type Stop } from '../../src/access/walk.ts';

const stop = (name: string, x: number, y: number, lies = true): Stop => ({
  name,
  box: { x, y, width: 100, height: 50 },
  lies,
});

/** Two columns of cards; the last card is on a hidden page. */
const DESK = [
  stop('read', 300, 0),
  stop('tray to', 0, 60),
  stop('card a', 110, 60),
  stop('card b', 220, 60),
  stop('tray cc', 0, 120),
  stop('card c', 110, 120),
  stop('card d', 110, 120, false),
];
const from = (name: string | null, direction: Direction, mirrored = false) =>
  walk(DESK, name, direction, mirrored)?.name;

describe('an arrow key', () => {
  test('starts at the first card', () => {
    expect(from(null, 'down')).toBe('card a');
    expect(from('gone', 'left')).toBe('card a');
  });

  test('left and right follow the reading order, and stop at its ends', () => {
    expect(from('tray to', 'right')).toBe('card a');
    expect(from('card c', 'right')).toBe('card d');
    expect(from('card a', 'left')).toBe('tray to');
    expect(from('read', 'left')).toBeUndefined();
    expect(from('card d', 'right')).toBeUndefined();
  });

  test('is mirrored when the desk is', () => {
    expect(from('card a', 'left', true)).toBe('card b');
    expect(from('card a', 'right', true)).toBe('tray to');
  });

  test('up and down go to the nearest stop in that direction', () => {
    expect(from('card a', 'down')).toBe('card c');
    expect(from('tray cc', 'up')).toBe('tray to');
    expect(from('card b', 'up')).toBe('read');
    expect(from('card c', 'down')).toBeUndefined();
  });

  test('right alone reaches everything, from the first to the last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(900), fc.nat(600), fc.boolean()), { minLength: 1, maxLength: 20 }),
        (places) => {
          const stops = places.map(([x, y, lies], index) => stop(`card ${String(index)}`, x, y, lies));
          const way = [stops[0]?.name];
          for (let at = stops[0] ?? null; (at = walk(stops, at?.name ?? null, 'right', false));) way.push(at.name);
          expect(way).toEqual(stops.map(({ name }) => name));
        },
      ),
    );
  });
});

test('the stops of a desk are its letter, and each tray with its cards', () => {
  const box = { x: 0, y: 0, width: 1, height: 1 };
  const card = { label: '', note: '', box, selected: false, shown: true };
  const put = { label: '', note: '', box };
  const stops = stopsOf({
    label: '',
    keys: '',
    read: { label: '', box },
    awake: true,
    cardsLabel: '',
    cards: [
      { ...card, contact: 'ana', field: 'cc' },
      { ...card, contact: 'ben', field: 'to' },
      { ...card, contact: 'cem', field: 'cc' },
    ],
    traysLabel: '',
    trays: [
      { field: 'to', label: '', box, put: { ...put, does: 'select' }, pager: null },
      { field: 'cc', label: '', box, put: { ...put, does: 'select' }, pager: { label: '', box } },
    ],
  });
  expect(stops.map(({ name }) => name)).toEqual([
    'read',
    'tray to',
    'card ben',
    'tray cc',
    'card ana',
    'card cem',
    'pager cc',
  ]);
});
