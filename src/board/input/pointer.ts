import type { Point } from '../layout/box.ts';
import type { Gestures, PointerSample } from './gesture.ts';

/** What the desk does with a pointer apart from gestures. */
export interface PointerWatcher {
  /** False while the desk cannot be changed. */
  awake(): boolean;
  /** Where the mouse is while nothing is pressed; null when it has left, and always null for fingers and pens. */
  hover(point: Point | null): void;
}

const LEFT_BUTTON = 0;
const LEFT_PRESSED = 1;

/**
 * Feeds gestures from the pointer events of the desk's element.
 *
 * These are the page's own events and not Phaser's: they arrive before the first picture is drawn, at the pointer's own
 * rate, and name the pointer whose capture was lost (docs/architecture.md).
 *
 * @param view the window, which loses the focus to another
 * @returns the function that stops it
 */
export function listenToPointer(
  host: HTMLElement,
  gestures: Gestures,
  watcher: PointerWatcher,
  view: EventTarget = globalThis,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;

  const read = (event: PointerEvent): PointerSample => {
    const { left, top, width } = host.getBoundingClientRect();
    // A projector may enlarge the desk, but pointer positions are not scaled.
    const zoom = width / host.offsetWidth || 1;
    return {
      pointer: event.pointerId,
      kind: event.pointerType === 'pen' || event.pointerType === 'touch' ? event.pointerType : 'mouse',
      primary: event.isPrimary,
      pressed: (event.buttons & LEFT_PRESSED) !== 0,
      point: { x: (event.clientX - left) / zoom, y: (event.clientY - top) / zoom },
      time: event.timeStamp,
      shift: event.shiftKey,
      ctrl: event.ctrlKey || event.metaKey,
    };
  };

  const capture = (pointer: number) => {
    try {
      host.setPointerCapture(pointer);
    } catch {
      // The pointer is up again already. Its next event says so and ends the gesture.
    }
  };

  const move = (event: PointerEvent) => {
    const sample = read(event);
    if (!gestures.busy) {
      watcher.hover(sample.kind === 'mouse' ? sample.point : null);
      return;
    }
    // While another button is held, the release of the left one arrives as a move (Pointer Events, chorded buttons).
    if (event.button === LEFT_BUTTON && !sample.pressed) gestures.up(sample);
    else gestures.move(sample);
  };

  host.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== LEFT_BUTTON || !watcher.awake()) return;
      if (gestures.down(read(event))) capture(event.pointerId);
    },
    { signal },
  );
  host.addEventListener('pointermove', move, { signal });
  host.addEventListener('pointerup', (event) => gestures.up(read(event)), { signal });
  // This also arrives after a release, when there is no gesture left to cancel.
  host.addEventListener('lostpointercapture', ({ pointerId }) => gestures.lose(pointerId), { signal });
  host.addEventListener('pointercancel', ({ pointerId }) => gestures.lose(pointerId), { signal });
  host.addEventListener('pointerleave', () => watcher.hover(null), { signal });
  view.addEventListener('blur', () => gestures.cancel(), { signal });
  // The card with the keyboard focus keeps it when the mouse presses the canvas.
  host.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  // A finger's click comes after its release and would hit whatever is there by then: it would close the dialog that
  // the tap has just opened, or press something in it.
  host.addEventListener('touchend', (event) => event.cancelable && event.preventDefault(), { signal, passive: false });
  host.addEventListener(
    'contextmenu',
    (event) => {
      // A long press opens the card instead of the browser's menu for images.
      if (gestures.busy) event.preventDefault();
    },
    { signal },
  );
  // One finger on the desk moves cards instead of the page or a text selection; two fingers zoom, as everywhere.
  host.style.touchAction = 'pinch-zoom';
  host.style.userSelect = 'none';
  return () => {
    stop.abort();
    host.style.touchAction = '';
    host.style.userSelect = '';
  };
}
