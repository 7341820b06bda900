import { spanned, type Box, type Point } from '../layout/box.ts';
import type { Target } from './hit-test.ts';
import type { Way } from './selection.ts';

/** A pointer that goes down, moves, or goes up. */
export interface Touch {
  readonly pointer: number;
  readonly point: Point;
  /** In milliseconds. */
  readonly time: number;
  /** A finger or a pen: no key is held beside it, and it is less exact. */
  readonly finger: boolean;
  /** Shift. */
  readonly ranges: boolean;
  /** Ctrl, or Cmd. */
  readonly adds: boolean;
}

/** What the pointer means to do. */
export interface Hand {
  tap(target: Target, way: Way): void;
  /** A double click on a card, or a finger that rests on one. */
  look(target: Target): void;
  /** Takes a card up, at the point where it was touched. */
  grab(contact: string, at: Point): void;
  carry(to: Point): void;
  drop(at: Point): void;
  /** The pointer was taken away: all stays as it was. */
  letGo(): void;
  /** Draws a frame around cards. */
  frame(box: Box, adds: boolean): void;
  /** The frame is done. */
  framed(): void;
}

/** How far a pointer may tremble while it taps. */
const TREMBLE = { mouse: 4, finger: 9 } as const;
const HOLD_MS = 520;
const DOUBLE_MS = 360;

interface Pressed {
  readonly state: 'pressed' | 'carrying' | 'framing' | 'done';
  readonly start: Touch;
  readonly target: Target;
}

export interface Gestures {
  down(touch: Touch): void;
  move(touch: Touch): void;
  up(touch: Touch): void;
  /** Ends what is going on without effect. */
  cancel(): void;
  readonly busy: boolean;
}

/**
 * Reads taps, double clicks, long presses, drags and frames from the events of one pointer at a time.
 * It works on the positions of the events alone, so that it does not matter how slowly the picture follows.
 */
export function readGestures(at: (point: Point) => Target, hand: Hand): Gestures {
  let now: Pressed | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastTap: { readonly target: Target; readonly time: number } | null = null;

  const far = (touch: Touch, from: Touch) =>
    Math.hypot(touch.point.x - from.point.x, touch.point.y - from.point.y) > TREMBLE[touch.finger ? 'finger' : 'mouse'];

  const finish = () => {
    clearTimeout(timer);
    const was = now;
    now = null;
    return was;
  };

  const isDouble = (target: Target, time: number) =>
    lastTap !== null &&
    time - lastTap.time < DOUBLE_MS &&
    lastTap.target.kind === 'card' &&
    target.kind === 'card' &&
    lastTap.target.contact === target.contact;

  return {
    get busy() {
      return now !== null;
    },
    down(touch) {
      // A second finger does not meddle with the first.
      if (now) return;
      const target = at(touch.point);
      now = { state: 'pressed', start: touch, target };
      if (!touch.finger) return;
      timer = setTimeout(() => {
        if (now?.state !== 'pressed' || target.kind !== 'card') return;
        now = { ...now, state: 'done' };
        hand.look(target);
      }, HOLD_MS);
    },
    move(touch) {
      if (!now || touch.pointer !== now.start.pointer) return;
      if (now.state === 'pressed' && far(touch, now.start)) {
        clearTimeout(timer);
        lastTap = null;
        const { target, start } = now;
        if (target.kind === 'card') {
          now = { ...now, state: 'carrying' };
          hand.grab(target.contact, start.point);
        } else {
          now = { ...now, state: target.kind === 'pager' || target.kind === 'read' ? 'done' : 'framing' };
        }
      }
      if (now.state === 'carrying') hand.carry(touch.point);
      if (now.state === 'framing')
        hand.frame(spanned(now.start.point, touch.point), now.start.adds || now.start.ranges);
    },
    up(touch) {
      if (!now || touch.pointer !== now.start.pointer) return;
      // The last way may have no event of its own.
      if (now.state === 'pressed') this.move(touch);
      const was = finish();
      if (!was) return;
      if (was.state === 'carrying') hand.drop(touch.point);
      if (was.state === 'framing') {
        hand.frame(spanned(was.start.point, touch.point), was.start.adds || was.start.ranges);
        hand.framed();
      }
      if (was.state !== 'pressed') return;
      const { target, start } = was;
      const modified = start.adds || start.ranges;
      if (!start.finger && !modified && isDouble(target, touch.time)) {
        lastTap = null;
        hand.look(target);
        return;
      }
      lastTap = modified ? null : { target, time: touch.time };
      hand.tap(target, start.ranges ? 'range' : start.adds || start.finger ? 'toggle' : 'only');
    },
    cancel() {
      const was = finish();
      if (was?.state === 'carrying') hand.letGo();
      if (was?.state === 'framing') hand.framed();
    },
  };
}
