import { expect, test } from 'vitest';
import type { Gestures, PointerSample } from '../../../src/board/input/gesture.ts';
import { listenToPointer } from '../../../src/board/input/pointer.ts';

/** The canvas's element as far as pointers are concerned: 100 pixels from the corner, and shown twice as large as it measures. */
class Host extends EventTarget {
  readonly style = { touchAction: '', userSelect: '' };
  readonly offsetWidth = 500;
  captured: number[] = [];
  getBoundingClientRect() {
    return { left: 100, top: 100, width: 1000 };
  }
  setPointerCapture(pointer: number) {
    this.captured.push(pointer);
  }
}

const EVENT = {
  pointerId: 7,
  pointerType: 'mouse',
  isPrimary: true,
  button: 0,
  buttons: 1,
  clientX: 300,
  clientY: 200,
};

function listen(awake = true) {
  const host = new Host();
  const view = new EventTarget();
  const log: string[] = [];
  const samples: PointerSample[] = [];
  const note = (name: string) => (sample: PointerSample) => {
    samples.push(sample);
    log.push(name);
  };
  let busy = false;
  const gestures: Gestures = {
    down(sample) {
      note('down')(sample);
      busy = true;
      return true;
    },
    move: note('move'),
    up: note('up'),
    lose: (pointer) => log.push(`lose ${String(pointer)}`),
    cancel: () => log.push('cancel'),
    get busy() {
      return busy;
    },
  };
  const watcher = {
    awake: () => awake,
    hover: (point: { readonly x: number } | null) => log.push(`hover ${String(point?.x ?? null)}`),
  };
  const stop = listenToPointer(host as unknown as HTMLElement, gestures, watcher, view);
  const send = (type: string, more: object = {}, to: EventTarget = host) => {
    const event = Object.assign(new Event(type, { cancelable: true }), { ...EVENT, ...more });
    to.dispatchEvent(event);
    return event;
  };
  return { host, view, log, samples, send, stop };
}

test('a place on the desk is where the desk measures it, however large it is shown', () => {
  const { samples, send } = listen();
  send('pointerdown');
  expect(samples[0]).toMatchObject({ pointer: 7, point: { x: 100, y: 50 }, kind: 'mouse', pressed: true });
});

test('only the left button starts a gesture, only on a desk that can be changed, and its pointer is captured', () => {
  const { host, log, send } = listen();
  send('pointerdown', { button: 2, buttons: 2 });
  expect(log).toEqual([]);
  send('pointerdown');
  expect(log).toEqual(['down']);
  expect(host.captured).toEqual([7]);
  const away = listen(false);
  away.send('pointerdown');
  expect(away.log).toEqual([]);
});

test('a finger makes no click, which would press what its tap has just opened', () => {
  const { send } = listen();
  expect(send('touchend').defaultPrevented).toBe(true);
});

test('a mouse is looked after while nothing is pressed; fingers and pens are not', () => {
  const { log, send } = listen();
  send('pointermove', { button: -1, buttons: 0 });
  for (const pointerType of ['pen', 'touch']) send('pointermove', { pointerType, button: -1, buttons: 0 });
  send('pointerleave');
  expect(log).toEqual(['hover 100', 'hover null', 'hover null', 'hover null']);
});

test('a release while another button is held comes as a move, and ends the gesture', () => {
  const { log, send } = listen();
  send('pointerdown');
  send('pointermove', { button: -1, buttons: 3 });
  send('pointermove', { button: 0, buttons: 2 });
  expect(log).toEqual(['down', 'move', 'up']);
});

test('a pointer that the browser takes away, and a window that loses the focus, end the gesture', () => {
  const { log, view, send } = listen();
  send('pointerdown');
  send('lostpointercapture');
  send('pointercancel', { pointerId: 8 });
  send('blur', {}, view);
  expect(log).toEqual(['down', 'lose 7', 'lose 8', 'cancel']);
});

test('a long press on the desk opens no menu of the browser; a right click does', () => {
  const { send } = listen();
  expect(send('contextmenu').defaultPrevented).toBe(false);
  send('pointerdown');
  expect(send('contextmenu').defaultPrevented).toBe(true);
});

test('a desk that has closed hears nothing more, and leaves its element as it was', () => {
  const { host, log, view, send, stop } = listen();
  expect(host.style.touchAction).toBe('pinch-zoom');
  stop();
  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'lostpointercapture', 'pointerleave']) send(type);
  send('blur', {}, view);
  expect(log).toEqual([]);
  expect(host.style).toEqual({ touchAction: '', userSelect: '' });
});
