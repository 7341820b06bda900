import type { Settings } from '../../progress/index.ts';

/**
 * How long a sent mail waits on the desk before the replay begins, in milliseconds. `short`: until the letter has flown off, so
 * that nobody waits; Send can still be undone while the replay shows the mail on its way. The style sheet has the long time, too.
 */
export const TAKE_BACK_MS: Readonly<Record<Settings['takeBack'], number>> = {
  short: 1600,
  long: 60_000,
  open: Infinity,
};

/** Without a mail nothing flies off, so the player gets time to read what that means. */
export const SKIPPED_MS = 6000;

/**
 * Returns how long sending can be undone now. Players who do not use a pointer may still be listening, or on their way
 * to the button, so they have no limit.
 * @param chosen by the player, in the settings
 */
export function takeBackTime(byPointer: boolean, chosen: Settings['takeBack']): Settings['takeBack'] {
  return byPointer ? chosen : 'open';
}

/** A countdown that can be paused. */
export interface Countdown {
  hold(held: boolean): void;
  stop(): void;
}

/**
 * Counts down and then calls back, once.
 * @param milliseconds the time, not counting pauses; no limit if it is infinite
 */
export function countdown(milliseconds: number, over: () => void): Countdown {
  let left = milliseconds;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stopped = false;
  const run = () => {
    since = performance.now();
    if (left === Infinity) return;
    timer = setTimeout(() => {
      stopped = true;
      over();
    }, left);
  };
  const pause = () => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    left = Math.max(0, left - (performance.now() - since));
  };
  run();
  return {
    hold(held) {
      if (stopped) return;
      if (held) pause();
      else if (timer === null) run();
    },
    stop() {
      stopped = true;
      pause();
    },
  };
}
