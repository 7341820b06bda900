import type { Point } from '../layout/box.ts';
import type { Gestures, Touch } from './gesture.ts';

/** Whom the pointer tells what it does beside gestures. */
export interface Watcher {
  /** False while the desk takes no orders. */
  awake(): boolean;
  /** Where the pointer is while nothing is pressed; null when it has left. */
  hover(point: Point | null, finger: boolean): void;
}

/**
 * Feeds gestures from the pointer events of the desk's element.
 *
 * They are the page's own events and not Phaser's: those are there before the first picture is drawn, and come at the
 * pointer's pace however slowly the picture follows.
 *
 * @returns the function that stops it
 */
export function listenToPointer(host: HTMLElement, gestures: Gestures, watcher: Watcher): () => void {
  const stop = new AbortController();
  const { signal } = stop;

  const read = (event: PointerEvent): Touch => {
    const { left, top, width } = host.getBoundingClientRect();
    // On a projector the desk may be shown larger than it measures itself; pointers are not.
    const zoom = width / host.offsetWidth || 1;
    return {
      pointer: event.pointerId,
      point: { x: (event.clientX - left) / zoom, y: (event.clientY - top) / zoom },
      time: event.timeStamp,
      finger: event.pointerType !== 'mouse',
      ranges: event.shiftKey,
      adds: event.ctrlKey || event.metaKey,
    };
  };

  host.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || !watcher.awake()) return;
      host.setPointerCapture(event.pointerId);
      gestures.down(read(event));
    },
    { signal },
  );
  host.addEventListener(
    'pointermove',
    (event) => {
      const touch = read(event);
      if (gestures.busy) gestures.move(touch);
      else watcher.hover(touch.point, touch.finger);
    },
    { signal },
  );
  host.addEventListener('pointerup', (event) => gestures.up(read(event)), { signal });
  host.addEventListener('pointercancel', () => gestures.cancel(), { signal });
  host.addEventListener('pointerleave', () => watcher.hover(null, false), { signal });
  host.addEventListener(
    'contextmenu',
    (event) => {
      // A long press opens the card, and not the browser's menu for pictures.
      if (gestures.busy) event.preventDefault();
    },
    { signal },
  );
  // One finger on the desk moves cards, and neither the page nor a selection of text; two fingers zoom, as everywhere.
  host.style.touchAction = 'pinch-zoom';
  host.style.userSelect = 'none';
  return () => {
    stop.abort();
    host.style.touchAction = '';
    host.style.userSelect = '';
  };
}
