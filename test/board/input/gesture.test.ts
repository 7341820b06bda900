import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readGestures, type Touch } from '../../../src/board/input/gesture.ts';
import type { Target } from '../../../src/board/input/hit-test.ts';

/** Cards to the left of 100, the desk to the right. */
const at = ({ x }: { readonly x: number }): Target =>
  x < 50 ? { kind: 'card', contact: 'ana' } : x < 100 ? { kind: 'card', contact: 'ben' } : { kind: 'desk' };

function watch() {
  const log: string[] = [];
  const name = (target: Target) => (target.kind === 'card' ? target.contact : target.kind);
  const gestures = readGestures(at, {
    tap: (target, way) => log.push(`tap ${name(target)} ${way}`),
    look: (target) => log.push(`look ${name(target)}`),
    grab: (contact, point) => log.push(`grab ${contact} ${String(point.x)}`),
    carry: (point) => log.push(`carry ${String(point.x)}`),
    drop: (point) => log.push(`drop ${String(point.x)}`),
    letGo: () => log.push('let go'),
    frame: ({ x, width }, adds) => log.push(`frame ${String(x)} ${String(width)}${adds ? ' adds' : ''}`),
    framed: () => log.push('framed'),
  });
  return { log, gestures };
}

const touch = (x: number, more: Partial<Touch> = {}): Touch => ({
  pointer: 1,
  point: { x, y: 10 },
  time: 0,
  finger: false,
  ranges: false,
  adds: false,
  ...more,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a press that stays is a tap, in the way that the keys say', () => {
  const { log, gestures } = watch();
  for (const more of [{}, { adds: true }, { ranges: true }, { finger: true }]) {
    gestures.down(touch(10, { time: 5000 * log.length, ...more }));
    gestures.up(touch(12, { time: 5000 * log.length + 50, ...more }));
  }
  expect(log).toEqual(['tap ana only', 'tap ana toggle', 'tap ana range', 'tap ana toggle']);
});

test('a press that wanders carries the card from where it was taken up', () => {
  const { log, gestures } = watch();
  gestures.down(touch(10));
  gestures.move(touch(12));
  gestures.move(touch(30));
  gestures.move(touch(400));
  gestures.up(touch(420));
  expect(log).toEqual(['grab ana 10', 'carry 30', 'carry 400', 'drop 420']);
  expect(gestures.busy).toBe(false);
});

test('a card is carried even when no move was seen between down and up', () => {
  const { log, gestures } = watch();
  gestures.down(touch(10));
  gestures.up(touch(420));
  expect(log).toEqual(['grab ana 10', 'carry 420', 'drop 420']);
});

test('on the desk it draws a frame', () => {
  const { log, gestures } = watch();
  gestures.down(touch(200, { adds: true }));
  gestures.move(touch(150));
  gestures.up(touch(120));
  expect(log).toEqual(['frame 150 50 adds', 'frame 120 80 adds', 'framed']);
});

test('a finger may tremble more than a mouse', () => {
  const { log, gestures } = watch();
  gestures.down(touch(10, { finger: true }));
  gestures.move(touch(17, { finger: true }));
  gestures.up(touch(17, { finger: true }));
  expect(log).toEqual(['tap ana toggle']);
});

test('a second click on the same card opens it; on another it does not', () => {
  const { log, gestures } = watch();
  const click = (x: number, time: number) => {
    gestures.down(touch(x, { time }));
    gestures.up(touch(x, { time: time + 30 }));
  };
  click(10, 0);
  click(10, 200);
  click(10, 3000);
  click(60, 3200);
  click(60, 9000);
  expect(log).toEqual(['tap ana only', 'look ana', 'tap ana only', 'tap ben only', 'tap ben only']);
});

test('a finger that rests on a card opens it, and lifting it does nothing more', () => {
  const { log, gestures } = watch();
  gestures.down(touch(10, { finger: true }));
  vi.advanceTimersByTime(1000);
  gestures.up(touch(10, { finger: true, time: 1000 }));
  expect(log).toEqual(['look ana']);
});

test('a mouse may rest as long as it likes, and so may a finger that carries', () => {
  const { log, gestures } = watch();
  gestures.down(touch(10));
  vi.advanceTimersByTime(5000);
  gestures.up(touch(10, { time: 5000 }));
  gestures.down(touch(10, { finger: true, time: 9000 }));
  gestures.move(touch(60, { finger: true }));
  vi.advanceTimersByTime(5000);
  gestures.up(touch(60, { finger: true }));
  expect(log).toEqual(['tap ana only', 'grab ana 10', 'carry 60', 'drop 60']);
});

test('a second pointer does not meddle', () => {
  const { log, gestures } = watch();
  gestures.down(touch(10));
  gestures.down(touch(60, { pointer: 2 }));
  gestures.move(touch(300, { pointer: 2 }));
  gestures.up(touch(300, { pointer: 2 }));
  gestures.up(touch(10));
  expect(log).toEqual(['tap ana only']);
});

test('what is cancelled has no effect', () => {
  const { log, gestures } = watch();
  gestures.down(touch(10));
  gestures.move(touch(300));
  gestures.cancel();
  gestures.up(touch(300));
  gestures.down(touch(200));
  gestures.cancel();
  gestures.cancel();
  expect(log).toEqual(['grab ana 10', 'carry 300', 'let go']);
});

test('whatever comes, each card that is taken up is put down once, and nothing stays pressed', () => {
  const event = fc.record({
    kind: fc.constantFrom('down', 'move', 'up', 'cancel'),
    x: fc.integer({ min: 0, max: 200 }),
    pointer: fc.constantFrom(1, 2),
    finger: fc.boolean(),
    time: fc.integer({ min: 0, max: 5000 }),
  });
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const { log, gestures } = watch();
      for (const { kind, x, ...more } of events) {
        if (kind === 'cancel') gestures.cancel();
        else if (kind === 'down') gestures.down(touch(x, more));
        else if (kind === 'move') gestures.move(touch(x, more));
        else gestures.up(touch(x, more));
      }
      gestures.cancel();
      expect(gestures.busy).toBe(false);
      const count = (start: string) => log.filter((line) => line.startsWith(start)).length;
      expect(count('grab')).toBe(count('drop') + count('let go'));
    }),
  );
});
