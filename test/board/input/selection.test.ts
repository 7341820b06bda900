import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  choose,
  chooseAll,
  chooseFramed,
  keep,
  NOTHING,
  taken,
  type Selection,
  type Way,
} from '../../../src/board/input/selection.ts';

const ORDER = ['ana', 'ben', 'cem', 'dora', 'eli'];
const names = ({ contacts }: Selection) => ORDER.filter((contact) => contacts.has(contact)).join(' ');
const after = (...steps: [string, Way][]) =>
  steps.reduce((selection, [contact, way]) => choose(selection, contact, way, ORDER), NOTHING);

test('a click selects one card, and another click another', () => {
  expect(names(after(['ana', 'only']))).toBe('ana');
  expect(names(after(['ana', 'only'], ['ben', 'only']))).toBe('ben');
});

test('a click on the only selected card deselects it', () => {
  expect(after(['ana', 'only'], ['ana', 'only'])).toBe(NOTHING);
});

test('a click on one of several selected cards selects it alone', () => {
  expect(names(after(['ana', 'only'], ['ben', 'toggle'], ['ana', 'only']))).toBe('ana');
});

test('toggling adds a card or removes it', () => {
  expect(names(after(['ana', 'toggle'], ['cem', 'toggle']))).toBe('ana cem');
  expect(names(after(['ana', 'toggle'], ['cem', 'toggle'], ['ana', 'toggle']))).toBe('cem');
});

test('a range extends from the last chosen card, in either direction, and keeps the selection', () => {
  expect(names(after(['ben', 'only'], ['dora', 'range']))).toBe('ben cem dora');
  expect(names(after(['dora', 'only'], ['ben', 'range']))).toBe('ben cem dora');
  expect(names(after(['ana', 'only'], ['cem', 'toggle'], ['eli', 'range']))).toBe('ana cem dora eli');
});

test('a range without a start is one card', () => {
  expect(names(after(['cem', 'range']))).toBe('cem');
});

test('all cards of a tray are selected together, or deselected if they already were', () => {
  const all = chooseAll(NOTHING, ['ben', 'cem']);
  expect(names(all)).toBe('ben cem');
  expect(chooseAll(all, ['cem', 'ben'])).toBe(NOTHING);
});

test('a marquee selects the cards that it touches, or adds them to the selection', () => {
  const before = after(['eli', 'only']);
  expect(names(chooseFramed(before, ['ana', 'ben'], false))).toBe('ana ben');
  expect(names(chooseFramed(before, ['ana', 'ben'], true))).toBe('ana ben eli');
  expect(chooseFramed(before, [], false)).toBe(NOTHING);
});

test('cards that no longer exist are deselected', () => {
  const some = after(['ana', 'toggle'], ['ben', 'toggle']);
  expect(keep(some, ORDER)).toBe(some);
  expect(names(keep(some, ['ben', 'cem']))).toBe('ben');
  expect(keep(some, ['cem'])).toBe(NOTHING);
  // A range does not start at a card that is gone.
  expect(keep(some, ['ben', 'cem']).anchor).toBe('ben');
  expect(keep(some, ['ana', 'cem']).anchor).toBeNull();
});

test('moving a selected card moves all selected cards, in their order; any other card moves alone', () => {
  const some = after(['cem', 'toggle'], ['ana', 'toggle']);
  expect(taken(some, 'cem', ORDER)).toEqual(['ana', 'cem']);
  expect(taken(some, 'ben', ORDER)).toEqual(['ben']);
});

test('whatever is chosen, the selection contains only existing cards, and a range always contains its last card', () => {
  const step = fc.tuple(fc.constantFrom(...ORDER), fc.constantFrom<Way>('only', 'toggle', 'range'));
  fc.assert(
    fc.property(fc.array(step), step, (steps, [contact]) => {
      const selection = after(...steps);
      for (const each of selection.contacts) expect(ORDER).toContain(each);
      const more = choose(selection, contact, 'range', ORDER);
      expect(more.contacts.has(contact) || selection.anchor === null).toBe(true);
    }),
  );
});
