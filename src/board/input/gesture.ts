import { spanned, type Box, type Point } from '../layout/box.ts';
import type { Target } from './hit-test.ts';
import type { Way } from './selection.ts';

/** One event of a pointer: it goes down, moves or goes up. */
export interface PointerSample {
  /** The event's `pointerId`. */
  readonly pointer: number;
  readonly kind: 'mouse' | 'pen' | 'touch';
  /** The first pointer of its kind: a second finger is not primary. */
  readonly primary: boolean;
  /** The button that a gesture starts with, or the finger, is down. */
  readonly pressed: boolean;
  readonly point: Point;
  /** In milliseconds. */
  readonly time: number;
  readonly shift: boolean;
  /** Ctrl, or Cmd. */
  readonly ctrl: boolean;
}

/** What a gesture does. */
export interface GestureHandler {
  tap(target: Target, way: Way): void;
  /** A double click on a card, or a long press. */
  open(target: Target): void;
  /** Picks a card up at the point where it was touched. */
  startDrag(contact: string, at: Point): void;
  drag(to: Point): void;
  drop(at: Point): void;
  /** The gesture ended without a drop: the cards go back to where they were. */
  cancelDrag(): void;
  /** Draws a marquee around cards. */
  marquee(box: Box, adds: boolean): void;
  endMarquee(): void;
}

/** CSS pixels that a pointer may move while it taps. A finger or a pen is less exact than a mouse. */
const DRAG_THRESHOLD = { mouse: 4, pen: 9, touch: 9 } as const;
const LONG_PRESS_MS = 520;
const DOUBLE_MS = 360;

interface Gesture {
  readonly state: 'pressed' | 'dragging' | 'marquee' | 'done';
  readonly start: PointerSample;
  readonly target: Target;
}

/** Reads gestures from the events of pointers. */
export interface Gestures {
  /** @returns false for a pointer that is ignored, because another one is in the middle of a gesture */
  down(sample: PointerSample): boolean;
  move(sample: PointerSample): void;
  up(sample: PointerSample): void;
  /** The browser cancelled this pointer: its gesture ends without effect. Other pointers' gestures continue. */
  lose(pointer: number): void;
  /** Ends the current gesture without effect, whichever pointer makes it. */
  cancel(): void;
  readonly busy: boolean;
}

/** True when two targets are the same card. */
function sameCard(one: Target, other: Target): boolean {
  return one.kind === 'card' && other.kind === 'card' && one.contact === other.contact;
}

/**
 * Recognises taps, double clicks, long presses, drags and marquees, of one pointer at a time.
 * It only uses the positions in the events, so a slow picture changes nothing. A release can get lost (a system dialog,
 * a window that takes the focus, a driver). Any later event of a pointer that is up then ends the gesture without a
 * drop, because a card that sticks to the pointer would drop into a field that the player did not choose.
 * @param hitTest finds what is at a point
 */
export function readGestures(hitTest: (point: Point) => Target, handler: GestureHandler): Gestures {
  let now: Gesture | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastTap: { readonly target: Target; readonly time: number } | null = null;

  const end = (): Gesture | null => {
    clearTimeout(timer);
    const ended = now;
    now = null;
    return ended;
  };

  const cancel = () => {
    const ended = end();
    if (ended?.state === 'dragging') handler.cancelDrag();
    if (ended?.state === 'marquee') handler.endMarquee();
  };

  const moved = ({ point, kind }: PointerSample, { point: start }: PointerSample) =>
    Math.hypot(point.x - start.x, point.y - start.y) > DRAG_THRESHOLD[kind];

  /**
   * A primary pointer goes down only while no other of its kind is down, so the release of the earlier one got lost.
   */
  const provesLoss = (sample: PointerSample, { start }: Gesture) =>
    sample.pointer === start.pointer || (sample.primary && sample.kind === start.kind);

  const waitForLongPress = (target: Target) => {
    timer = setTimeout(() => {
      if (now?.state !== 'pressed' || target.kind !== 'card') return;
      now = { ...now, state: 'done' };
      handler.open(target);
    }, LONG_PRESS_MS);
  };

  const follow = (gesture: Gesture, sample: PointerSample): Gesture => {
    const { state, target, start } = gesture;
    if (state !== 'pressed' || !moved(sample, start)) return gesture;
    clearTimeout(timer);
    lastTap = null;
    if (target.kind === 'pager' || target.kind === 'read') return { ...gesture, state: 'done' };
    if (target.kind !== 'card') return { ...gesture, state: 'marquee' };
    handler.startDrag(target.contact, start.point);
    return { ...gesture, state: 'dragging' };
  };

  const drawMarquee = ({ start }: Gesture, { point }: PointerSample) =>
    handler.marquee(spanned(start.point, point), start.ctrl || start.shift);

  const tap = ({ target, start }: Gesture, time: number) => {
    const modified = start.ctrl || start.shift;
    const double = lastTap !== null && time - lastTap.time < DOUBLE_MS && sameCard(lastTap.target, target);
    if (start.kind === 'mouse' && !modified && double) {
      lastTap = null;
      handler.open(target);
      return;
    }
    lastTap = modified ? null : { target, time };
    // Fingers have no key to hold, so a tap adds to the selection.
    handler.tap(target, start.shift ? 'range' : start.ctrl || start.kind !== 'mouse' ? 'toggle' : 'only');
  };

  return {
    get busy() {
      return now !== null;
    },
    down(sample) {
      if (now && provesLoss(sample, now)) cancel();
      if (now) return false;
      const target = hitTest(sample.point);
      now = { state: 'pressed', start: sample, target };
      if (sample.kind !== 'mouse') waitForLongPress(target);
      return true;
    },
    move(sample) {
      if (sample.pointer !== now?.start.pointer) return;
      if (!sample.pressed) {
        cancel();
        return;
      }
      now = follow(now, sample);
      if (now.state === 'dragging') handler.drag(sample.point);
      if (now.state === 'marquee') drawMarquee(now, sample);
    },
    up(sample) {
      if (sample.pointer !== now?.start.pointer) return;
      // A quick drag may have no move event.
      const gesture = follow(now, sample);
      end();
      if (gesture.state === 'dragging') handler.drop(sample.point);
      if (gesture.state === 'marquee') {
        drawMarquee(gesture, sample);
        handler.endMarquee();
      }
      if (gesture.state === 'pressed') tap(gesture, sample.time);
    },
    lose(pointer) {
      if (pointer === now?.start.pointer) cancel();
    },
    cancel,
  };
}
