/** A time that runs out, and that can be held. */
export interface Countdown {
  hold(held: boolean): void;
  stop(): void;
}

/**
 * Counts down and then calls back, once.
 *
 * @param milliseconds how long it runs, without the time it is held; without end when it is infinite
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
