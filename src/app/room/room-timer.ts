import { announce } from '../../access/announce.ts';
import { t } from '../../i18n/index.ts';
import type { TimerActions, TimerModel } from '../../screens/room/timer.ts';

/** A clock that counts down, also while another page is shown. */
export interface Clock {
  /** Seconds from which it counts down. */
  readonly total: number;
  /** Seconds left when it was last started or paused. */
  readonly left: number;
  /** When it was started, in milliseconds of the page's clock; null while it is paused. */
  readonly since: number | null;
}

let clock: Clock = { total: 180, left: 180, since: null };
let ticking: ReturnType<typeof setInterval> | undefined;

/** @param now in milliseconds of the page's clock @returns whole seconds, never less than 0 */
export function secondsLeft({ left, since }: Clock, now: number): number {
  return Math.max(0, Math.ceil(left - (since === null ? 0 : (now - since) / 1000)));
}

/** @param draw draws the page again, each second while the clock runs */
export function roomTimer(draw: () => void): { readonly model: () => TimerModel; readonly actions: TimerActions } {
  const left = () => secondsLeft(clock, performance.now());
  const tick = () => {
    if (left() === 0) {
      clearInterval(ticking);
      clock = { ...clock, left: 0, since: null };
      announce(t('room.timer.over'));
    }
    draw();
  };
  const set = (next: Clock) => {
    clock = next;
    clearInterval(ticking);
    if (next.since !== null) ticking = setInterval(tick, 1000);
    draw();
  };
  // The page was left while the clock ran, and is shown again.
  if (clock.since !== null) set(clock);
  return {
    model: () => ({ left: left(), total: clock.total, running: clock.since !== null && left() > 0 }),
    actions: {
      setMinutes: (minutes) => set({ total: minutes * 60, left: minutes * 60, since: null }),
      run: (running) =>
        set({ ...clock, left: left() === 0 ? clock.total : left(), since: running ? performance.now() : null }),
      reset: () => set({ ...clock, left: clock.total, since: null }),
    },
  };
}
