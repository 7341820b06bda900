import { afterEach, expect, test } from 'vitest';
import { readKey, type Key } from '../../src/access/keys.ts';
import { setSingleKeys } from '../../src/access/single-keys.ts';

const press = (key: string, more: Partial<Key> = {}) =>
  readKey({ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });

test.each([
  ['1', { type: 'place', tray: 0 }],
  ['5', { type: 'place', tray: 4 }],
  ['ArrowLeft', { type: 'go', direction: 'left' }],
  ['ArrowDown', { type: 'go', direction: 'down' }],
  ['Home', { type: 'go-to', end: 'first' }],
  ['End', { type: 'go-to', end: 'last' }],
  [' ', { type: 'toggle' }],
  ['Enter', { type: 'menu' }],
  ['Escape', { type: 'clear' }],
  ['0', null],
  ['t', null],
  ['Tab', null],
])('%s', (key, meaning) => {
  expect(press(key)).toEqual(meaning);
});

test('select all works with Ctrl and with Cmd; undo and redo are left to the page', () => {
  for (const modifier of [{ ctrlKey: true }, { metaKey: true }]) {
    expect(press('a', modifier)).toEqual({ type: 'all' });
    expect(press('A', { ...modifier, shiftKey: true })).toBe(null);
    expect(press('z', modifier)).toBe(null);
    expect(press('1', modifier)).toBe(null);
  }
});

test('letter keys go by position on a keyboard of another script, and by letter on a Latin one', () => {
  expect(press('ش', { code: 'KeyA', ctrlKey: true })).toEqual({ type: 'all' });
  // A French keyboard has A where others have Q.
  expect(press('a', { code: 'KeyQ', ctrlKey: true })).toEqual({ type: 'all' });
  expect(press('q', { code: 'KeyA', ctrlKey: true })).toBe(null);
  expect(press('ö', { code: 'Semicolon', ctrlKey: true })).toBe(null);
});

test('a digit also goes by its position on the keyboard', () => {
  expect(press('&', { code: 'Digit1' })).toEqual({ type: 'place', tray: 0 });
  expect(press('3', { code: 'Numpad3' })).toEqual({ type: 'place', tray: 2 });
  expect(press('&', { code: 'Digit1', altKey: true })).toBe(null);
});

test('Shift and Space select a range', () => {
  expect(press(' ', { shiftKey: true })).toEqual({ type: 'range' });
});

afterEach(() => setSingleKeys(true));

test('keys without Ctrl can be switched off, and all others still work', () => {
  setSingleKeys(false);
  expect(press('1')).toBe(null);
  expect(press('&', { code: 'Digit1' })).toBe(null);
  expect(press('ArrowLeft')).toEqual({ type: 'go', direction: 'left' });
  expect(press('a', { ctrlKey: true })).toEqual({ type: 'all' });
});

test('the digits of an Arabic keyboard work too', () => {
  expect(press('٣', { code: 'Digit3' })).toEqual({ type: 'place', tray: 2 });
});
