import { expect, test } from 'vitest';
import { AT_REST, changed, lookedAt, stillDone, type BoardModel, type Interaction } from '../../src/board/state.ts';
import { startPlay } from '../../src/engine/play/play.ts';
import { level, person } from '../engine/levels.ts';

const selected = (...contacts: string[]) => ({ contacts: new Set(contacts), anchor: contacts[0] ?? null });
const notice = { contact: 'staff', text: 'Lists stay.' };
const held = { contacts: ['ana', 'ben'], point: { x: 0, y: 0 }, grip: { x: 0, y: 0 } };

function model(contacts: readonly string[]): BoardModel {
  const story = level(contacts.map((id) => person(id)));
  const { desk, placement } = startPlay(story);
  if (!desk) throw new Error('no desk');
  return { level: story, desk, placement, signs: true };
}

test('a notice stays until the player turns to something else than its card', () => {
  const told = changed(AT_REST, { notice, selection: selected() });
  expect(told.notice).toBe(notice);
  expect(changed(told, { hovered: { kind: 'desk' } }).notice).toBe(notice);
  expect(changed(told, { focused: 'staff' }).notice).toBe(notice);
  expect(changed(told, { focused: 'ana' }).notice).toBeNull();
  expect(changed(told, { selection: selected('ana') }).notice).toBeNull();
  expect(changed(told, { held }).notice).toBeNull();
});

test('a notice that has just come is shown, whatever has the focus', () => {
  const focused = changed(AT_REST, { focused: 'ana' });
  expect(changed(focused, { notice }).notice).toBe(notice);
});

test('at another desk nothing is being done; at the same one the cards that are there stay selected', () => {
  const before = model(['ana', 'ben']);
  const busy: Interaction = { ...AT_REST, selection: selected('ana', 'ben'), pages: { to: 1 }, away: true };
  expect(stillDone(busy, before, { ...before, desk: { ...before.desk, id: 'next' } })).toEqual(AT_REST);
  expect(stillDone(busy, before, model(['ana', 'ben']))).toEqual(AT_REST);
  const after = { ...before, desk: { ...before.desk, contacts: ['ana'] } };
  expect(stillDone(busy, before, after)).toEqual({ ...busy, selection: selected('ana') });
});

test('the note is of the card that is held, else pointed at, else focused, else selected alone', () => {
  const all: Interaction = {
    ...AT_REST,
    held,
    hovered: { kind: 'card', contact: 'cleo' },
    focused: 'dan',
    selection: selected('eva'),
  };
  expect(lookedAt(all)).toBe('ana');
  expect(lookedAt({ ...all, held: null })).toBe('cleo');
  expect(lookedAt({ ...all, held: null, hovered: { kind: 'tray', field: 'to' } })).toBe('dan');
  expect(lookedAt({ ...all, held: null, hovered: null, focused: null })).toBe('eva');
  expect(lookedAt({ ...AT_REST, selection: selected('ana', 'ben') })).toBeNull();
});
