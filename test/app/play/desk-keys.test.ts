import { describe, expect, test } from 'vitest';
import type { Key } from '../../../src/access/keys.ts';
import { deskCommand } from '../../../src/app/play/desk-keys.ts';

const press = (key: string, held: Partial<Key> = {}) =>
  deskCommand({ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe('the keys of the desk', () => {
  test('undo and redo as in mail programs, with Ctrl and with Command', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
      expect(press('z', held)).toBe('undo');
      expect(press('Z', { ...held, shiftKey: true })).toBe('redo');
      expect(press('y', held)).toBe('redo');
      expect(press('Enter', held)).toBe('send');
    }
  });

  test('go by position on a keyboard of another script', () => {
    expect(press('ئ', { code: 'KeyZ', ctrlKey: true })).toBe('undo');
    expect(press('غ', { code: 'KeyY', ctrlKey: true })).toBe('redo');
    // German keyboards have Z and Y swapped.
    expect(press('z', { code: 'KeyY', ctrlKey: true })).toBe('undo');
    expect(press('y', { code: 'KeyZ', ctrlKey: true })).toBe('redo');
    expect(press('ö', { code: 'Semicolon', ctrlKey: true })).toBeNull();
  });

  test('leave all other keys to the browser', () => {
    expect(press('z')).toBeNull();
    expect(press('Enter')).toBeNull();
    expect(press('r', { ctrlKey: true })).toBeNull();
    expect(press('z', { ctrlKey: true, altKey: true })).toBeNull();
  });
});
