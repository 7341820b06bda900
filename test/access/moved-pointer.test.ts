import { afterEach, beforeEach, expect, test } from 'vitest';
import { byMovedPointer, watchPointer } from '../../src/access/moved-pointer.ts';

let page: EventTarget;
let stop: () => void;
beforeEach(() => {
  page = new EventTarget();
  stop = watchPointer(page);
});
afterEach(() => stop());

const send = (type: string, clientX = 0, clientY = 0, pointerType = 'mouse') =>
  page.dispatchEvent(Object.assign(new Event(type), { clientX, clientY, pointerType }));
const clickAt = (clientX: number, clientY: number) => byMovedPointer({ clientX, clientY });

test('a click where a pointer has moved comes from a hand', () => {
  send('pointermove', 5, 5);
  send('pointermove', 300, 200);
  expect(clickAt(301, 199)).toBe(true);
});

test('a click without a pointer, or away from it, does not: assistive technology presses the middle of a button', () => {
  expect(clickAt(0, 0)).toBe(false);
  send('pointermove', 5, 5);
  send('pointermove', 300, 200);
  expect(clickAt(640, 400)).toBe(false);
});

test('a move event of a pointer at rest does not count', () => {
  send('pointermove', 300, 200);
  send('pointermove', 300, 200);
  expect(clickAt(300, 200)).toBe(false);
});

test('a finger does not count, nor does a pointer before a key press', () => {
  send('pointermove', 5, 5, 'touch');
  send('pointermove', 300, 200, 'touch');
  expect(clickAt(300, 200)).toBe(false);
  send('pointermove', 310, 200);
  expect(clickAt(310, 200)).toBe(true);
  send('keydown');
  expect(clickAt(310, 200)).toBe(false);
  send('pointermove', 311, 200);
  expect(clickAt(311, 200)).toBe(true);
});

test('stops watching', () => {
  send('pointermove', 5, 5);
  stop();
  send('pointermove', 300, 200);
  expect(clickAt(300, 200)).toBe(false);
});
