import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readGestures, type PointerSample } from '../../../src/board/input/gesture.ts';
import type { Target } from '../../../src/board/input/hit-test.ts';

/** Cards to the left of 100, the desk to the right. */
const at = ({ x }: { readonly x: number }): Target =>
  x < 50 ? { kind: 'card', contact: 'ana' } : x < 100 ? { kind: 'card', contact: 'ben' } : { kind: 'desk' };

function watch() {
  const log: string[] = [];
  const name = (target: Target) => (target.kind === 'card' ? target.contact : target.kind);
  const gestures = readGestures(at, {
    tap: (target, way) => log.push(`tap ${name(target)} ${way}`),
    open: (target) => log.push(`open ${name(target)}`),
    startDrag: (contact, point) => log.push(`start ${contact} ${String(point.x)}`),
    drag: (point) => log.push(`drag ${String(point.x)}`),
    drop: (point) => log.push(`drop ${String(point.x)}`),
    cancelDrag: () => log.push('back'),
    marquee: ({ x, width }, adds) => log.push(`marquee ${String(x)} ${String(width)}${adds ? ' adds' : ''}`),
    endMarquee: () => log.push('end marquee'),
  });
  return { log, gestures };
}

const sample = (x: number, more: Partial<PointerSample> = {}): PointerSample => ({
  pointer: 1,
  point: { x, y: 10 },
  time: 0,
  kind: 'mouse',
  primary: true,
  pressed: true,
  shift: false,
  ctrl: false,
  ...more,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a press without movement is a tap; Ctrl, Shift and fingers change what it selects', () => {
  const { log, gestures } = watch();
  for (const more of [{}, { ctrl: true }, { shift: true }, { kind: 'touch' }] as const) {
    gestures.down(sample(10, { time: 5000 * log.length, ...more }));
    gestures.up(sample(12, { time: 5000 * log.length + 50, ...more }));
  }
  expect(log).toEqual(['tap ana only', 'tap ana toggle', 'tap ana range', 'tap ana toggle']);
});

test('a press that moves drags the card from the point where it was touched', () => {
  const { log, gestures } = watch();
  gestures.down(sample(10));
  gestures.move(sample(12));
  gestures.move(sample(30));
  gestures.move(sample(400));
  gestures.up(sample(420));
  expect(log).toEqual(['start ana 10', 'drag 30', 'drag 400', 'drop 420']);
  expect(gestures.busy).toBe(false);
});

test('a release far from the press drops the card, even without a move event in between', () => {
  const { log, gestures } = watch();
  gestures.down(sample(10));
  gestures.up(sample(420));
  expect(log).toEqual(['start ana 10', 'drop 420']);
});

test('a drag on the bare desk draws a marquee', () => {
  const { log, gestures } = watch();
  gestures.down(sample(200, { ctrl: true }));
  gestures.move(sample(150));
  gestures.up(sample(120));
  expect(log).toEqual(['marquee 150 50 adds', 'marquee 120 80 adds', 'end marquee']);
});

test('a finger may move farther than a mouse and still tap', () => {
  const { log, gestures } = watch();
  gestures.down(sample(10, { kind: 'touch' }));
  gestures.move(sample(17, { kind: 'touch' }));
  gestures.up(sample(17, { kind: 'touch' }));
  expect(log).toEqual(['tap ana toggle']);
});

test('a double click opens a card; clicks on two cards do not', () => {
  const { log, gestures } = watch();
  const click = (x: number, time: number) => {
    gestures.down(sample(x, { time }));
    gestures.up(sample(x, { time: time + 30 }));
  };
  click(10, 0);
  click(10, 200);
  click(10, 3000);
  click(60, 3200);
  click(60, 9000);
  expect(log).toEqual(['tap ana only', 'open ana', 'tap ana only', 'tap ben only', 'tap ben only']);
});

test('two clicks that are too slow for a double click are two clicks', () => {
  const { log, gestures } = watch();
  for (const time of [0, 400]) {
    gestures.down(sample(10, { time }));
    gestures.up(sample(10, { time }));
  }
  expect(log).toEqual(['tap ana only', 'tap ana only']);
});

test('a finger that taps one card and rests on another opens the other, after as long a press as ever', () => {
  const { log, gestures } = watch();
  gestures.down(sample(10, { kind: 'touch' }));
  gestures.up(sample(10, { kind: 'touch' }));
  vi.advanceTimersByTime(300);
  gestures.down(sample(60, { kind: 'touch', time: 300 }));
  vi.advanceTimersByTime(500);
  expect(log).toEqual(['tap ana toggle']);
  vi.advanceTimersByTime(50);
  expect(log).toEqual(['tap ana toggle', 'open ben']);
});

test('a marquee adds to what is selected while Ctrl or Shift is held', () => {
  for (const key of [{ ctrl: true }, { shift: true }]) {
    const { log, gestures } = watch();
    gestures.down(sample(200, key));
    gestures.move(sample(240, key));
    expect(log).toEqual(['marquee 200 40 adds']);
  }
});

test('a long press opens a card, and lifting the finger does nothing more', () => {
  const { log, gestures } = watch();
  gestures.down(sample(10, { kind: 'touch' }));
  vi.advanceTimersByTime(1000);
  gestures.up(sample(10, { kind: 'touch', time: 1000 }));
  expect(log).toEqual(['open ana']);
});

test('neither a mouse at rest nor a dragging finger makes a long press', () => {
  const { log, gestures } = watch();
  gestures.down(sample(10));
  vi.advanceTimersByTime(5000);
  gestures.up(sample(10, { time: 5000 }));
  gestures.down(sample(10, { kind: 'touch', time: 9000 }));
  gestures.move(sample(60, { kind: 'touch' }));
  vi.advanceTimersByTime(5000);
  gestures.up(sample(60, { kind: 'touch' }));
  expect(log).toEqual(['tap ana only', 'start ana 10', 'drag 60', 'drop 60']);
});

test('a second pointer is ignored during a gesture', () => {
  const { log, gestures } = watch();
  gestures.down(sample(10));
  gestures.down(sample(60, { pointer: 2, primary: false }));
  gestures.move(sample(300, { pointer: 2 }));
  gestures.up(sample(300, { pointer: 2 }));
  gestures.up(sample(10));
  expect(log).toEqual(['tap ana only']);
});

test('a cancelled gesture has no effect', () => {
  const { log, gestures } = watch();
  gestures.down(sample(10));
  gestures.move(sample(300));
  gestures.cancel();
  gestures.up(sample(300));
  gestures.down(sample(200));
  gestures.cancel();
  gestures.cancel();
  expect(log).toEqual(['start ana 10', 'drag 300', 'back']);
});

test('cancelling a second pointer does not end the drag of a pen', () => {
  const { log, gestures } = watch();
  gestures.down(sample(10, { kind: 'pen' }));
  gestures.move(sample(60, { kind: 'pen' }));
  expect(gestures.down(sample(200, { pointer: 2, kind: 'touch' }))).toBe(false);
  gestures.lose(2);
  gestures.up(sample(300, { kind: 'pen' }));
  expect(log).toEqual(['start ana 10', 'drag 60', 'drop 300']);
});

test('a drag whose pointer capture is lost ends without a drop', () => {
  const { log, gestures } = watch();
  gestures.down(sample(10));
  gestures.move(sample(60));
  gestures.lose(1);
  gestures.up(sample(300));
  expect(log).toEqual(['start ana 10', 'drag 60', 'back']);
});

test('a move without a pressed button ends a drag whose release got lost', () => {
  const { log, gestures } = watch();
  gestures.down(sample(10));
  gestures.move(sample(60));
  gestures.move(sample(300, { pressed: false }));
  expect(gestures.busy).toBe(false);
  gestures.down(sample(200));
  gestures.up(sample(200));
  expect(log).toEqual(['start ana 10', 'drag 60', 'back', 'tap desk only']);
});

test.each([
  ['the same pointer', { pointer: 1 }],
  ['a new primary finger', { pointer: 9 }],
])('a press of %s shows that a release got lost, and starts a gesture of its own', (_, next) => {
  const { log, gestures } = watch();
  gestures.down(sample(10, { kind: 'touch' }));
  gestures.move(sample(60, { kind: 'touch' }));
  expect(gestures.down(sample(200, { kind: 'touch', ...next }))).toBe(true);
  gestures.up(sample(200, { kind: 'touch', ...next }));
  expect(log).toEqual(['start ana 10', 'drag 60', 'back', 'tap desk toggle']);
});

test('whatever events occur, each drag ends exactly once and no pointer stays captured', () => {
  const event = fc.record({
    type: fc.constantFrom('down', 'move', 'up', 'lose', 'cancel'),
    x: fc.integer({ min: 0, max: 200 }),
    pointer: fc.constantFrom(1, 2),
    primary: fc.boolean(),
    pressed: fc.boolean(),
    kind: fc.constantFrom('mouse', 'pen', 'touch'),
    time: fc.integer({ min: 0, max: 5000 }),
  });
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const { log, gestures } = watch();
      for (const { type, x, ...more } of events) {
        if (type === 'cancel') gestures.cancel();
        else if (type === 'lose') gestures.lose(more.pointer);
        else gestures[type](sample(x, more));
      }
      gestures.cancel();
      expect(gestures.busy).toBe(false);
      const count = (start: string) => log.filter((line) => line.startsWith(start)).length;
      expect(count('start')).toBe(count('drop') + count('back'));
    }),
  );
});
