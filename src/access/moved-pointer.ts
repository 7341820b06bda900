/**
 * Tells a click that somebody made with a pointer they moved from every other: by a key, by a finger, or by assistive technology.
 *
 * The click itself does not say. `detail` is 1 where assistive technology presses a button, and Chromium even sends a mouse's
 * pointerdown before it. But nothing moves there: a hand brings the pointer to the button first.
 */

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Pixels by which a click may be off the place where the pointer came to rest. */
const NEAR = 2;

/** Where a pointer was seen last, and whether it moved to get there. */
let seen: Place | null = null;
let rested: Place | null = null;

/** Watches the pointer on this page from now on; returns the function that stops it. */
export function watchPointer(target: EventTarget = document): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true, passive: true };
  target.addEventListener(
    'pointermove',
    (event) => {
      const { clientX: x, clientY: y, pointerType } = event as PointerEvent;
      // Browsers send a move without one, too, when the page below a resting pointer changes.
      const moved = seen !== null && (seen.x !== x || seen.y !== y);
      seen = { x, y };
      if (moved && pointerType !== 'touch') rested = seen;
    },
    options,
  );
  // A player who has gone on to the keyboard comes back by moving.
  target.addEventListener('keydown', () => (rested = null), options);
  return () => {
    stop.abort();
    seen = null;
    rested = null;
  };
}

/** True when a pointer moved to where this click is, and no key was pressed since. */
export function byMovedPointer({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): boolean {
  return rested !== null && Math.abs(rested.x - clientX) <= NEAR && Math.abs(rested.y - clientY) <= NEAR;
}
