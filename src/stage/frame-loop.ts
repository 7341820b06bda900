import type { Phaser } from './phaser.ts';

/** What happens between two pictures: gets the seconds since the last one, and says whether the scene looks different now. */
export type Frame = (seconds: number) => boolean;

/**
 * Calls `frame` before each picture and draws the scene when that says so, while Phaser's own loop sleeps: that draws sixty
 * times a second, whether or not anything has changed.
 *
 * @returns the function that stops it; the loop sleeps on
 */
export function drive(game: Phaser.Game, frame: Frame, draw: () => void): () => void {
  game.loop.sleep();
  let last = performance.now();
  let stopped = false;
  /** What the loop drew last may be older than the scene. */
  let first = true;
  const tick = (now: number) => {
    if (stopped) return;
    const seconds = Math.max(0, now - last) / 1000;
    last = now;
    const changed = frame(seconds);
    if (changed || first) draw();
    first = false;
    if (!stopped) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  return () => {
    stopped = true;
  };
}
