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

test('undo, redo and select all work with Ctrl and with Cmd', () => {
  for (const modifier of [{ ctrlKey: true }, { metaKey: true }]) {
    expect(press('z', modifier)).toEqual({ type: 'undo' });
    expect(press('Z', { ...modifier, shiftKey: true })).toEqual({ type: 'redo' });
    expect(press('y', modifier)).toEqual({ type: 'redo' });
    expect(press('a', modifier)).toEqual({ type: 'all' });
    expect(press('1', modifier)).toBe(null);
  }
});

test('letter keys go by position on a keyboard of another script, and by letter on a Latin one', () => {
  expect(press('ئ', { code: 'KeyZ', ctrlKey: true })).toEqual({ type: 'undo' });
  expect(press('غ', { code: 'KeyY', ctrlKey: true })).toEqual({ type: 'redo' });
  expect(press('ش', { code: 'KeyA', ctrlKey: true })).toEqual({ type: 'all' });
  // German keyboards have Z and Y swapped.
  expect(press('z', { code: 'KeyY', ctrlKey: true })).toEqual({ type: 'undo' });
  expect(press('y', { code: 'KeyZ', ctrlKey: true })).toEqual({ type: 'redo' });
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
  expect(press('z', { ctrlKey: true })).toEqual({ type: 'undo' });
});

test('the digits of an Arabic keyboard work too', () => {
  expect(press('٣', { code: 'Digit3' })).toEqual({ type: 'place', tray: 2 });
});
