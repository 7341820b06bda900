/**
 * Tells clicks of a pointer that someone moved from all others: by a key, by a finger, or by assistive technology.
 * The click event alone does not say. `detail` is 1 when assistive technology presses a button, and Chromium even sends
 * a mouse's pointerdown before it. But that pointer does not move, while a hand moves it to the button first.
 */

interface Place {
  readonly x: number;
  readonly y: number;
}

/** How many pixels a click may be away from where the pointer came to rest. */
const NEAR = 2;

/** The last known position of a pointer, and whether it moved there. */
let seen: Place | null = null;
let rested: Place | null = null;

/** Starts watching the pointer on this page; returns the function that stops it. */
export function watchPointer(target: EventTarget = document): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true, passive: true };
  target.addEventListener(
    'pointermove',
    (event) => {
      const { clientX: x, clientY: y, pointerType } = event as PointerEvent;
      // Browsers also send a move event when the page changes below a resting pointer.
      const moved = seen !== null && (seen.x !== x || seen.y !== y);
      seen = { x, y };
      if (moved && pointerType !== 'touch') rested = seen;
    },
    options,
  );
  // After using the keyboard, a player must move the pointer again.
  target.addEventListener('keydown', () => (rested = null), options);
  return () => {
    stop.abort();
    seen = null;
    rested = null;
  };
}

/** True when a pointer moved to the place of this click, and no key was pressed since. */
export function byMovedPointer({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): boolean {
  return rested !== null && Math.abs(rested.x - clientX) <= NEAR && Math.abs(rested.y - clientY) <= NEAR;
}
