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

test('a click on the only selected card lets it go', () => {
  expect(after(['ana', 'only'], ['ana', 'only'])).toBe(NOTHING);
});

test('a click on one of several selected cards selects it alone', () => {
  expect(names(after(['ana', 'only'], ['ben', 'toggle'], ['ana', 'only']))).toBe('ana');
});

test('toggling adds a card and takes it away', () => {
  expect(names(after(['ana', 'toggle'], ['cem', 'toggle']))).toBe('ana cem');
  expect(names(after(['ana', 'toggle'], ['cem', 'toggle'], ['ana', 'toggle']))).toBe('cem');
});

test('a range goes from the card that was chosen last, in either direction, and keeps what was selected', () => {
  expect(names(after(['ben', 'only'], ['dora', 'range']))).toBe('ben cem dora');
  expect(names(after(['dora', 'only'], ['ben', 'range']))).toBe('ben cem dora');
  expect(names(after(['ana', 'only'], ['cem', 'toggle'], ['eli', 'range']))).toBe('ana cem dora eli');
});

test('a range without a start is one card', () => {
  expect(names(after(['cem', 'range']))).toBe('cem');
});

test('all cards of a tray are selected at once, and let go when they were already', () => {
  const all = chooseAll(NOTHING, ['ben', 'cem']);
  expect(names(all)).toBe('ben cem');
  expect(chooseAll(all, ['cem', 'ben'])).toBe(NOTHING);
});

test('a frame selects what it touches, or adds it to what was selected before', () => {
  const before = after(['eli', 'only']);
  expect(names(chooseFramed(before, ['ana', 'ben'], false))).toBe('ana ben');
  expect(names(chooseFramed(before, ['ana', 'ben'], true))).toBe('ana ben eli');
  expect(chooseFramed(before, [], false)).toBe(NOTHING);
});

test('cards that are gone are not selected any more', () => {
  const some = after(['ana', 'toggle'], ['ben', 'toggle']);
  expect(keep(some, ORDER)).toBe(some);
  expect(names(keep(some, ['ben', 'cem']))).toBe('ben');
  expect(keep(some, ['cem'])).toBe(NOTHING);
});

test('a move that starts at a selected card takes all along, in their order; any other card goes alone', () => {
  const some = after(['cem', 'toggle'], ['ana', 'toggle']);
  expect(taken(some, 'cem', ORDER)).toEqual(['ana', 'cem']);
  expect(taken(some, 'ben', ORDER)).toEqual(['ben']);
});

test('whatever is chosen, only cards are selected that are there, and a range always holds the card that ends it', () => {
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
