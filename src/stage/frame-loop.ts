import type { Phaser } from './phaser.ts';

/**
 * Runs between two frames: receives the seconds since the last one, and returns whether the scene has changed visibly.
 */
export type Frame = (seconds: number) => boolean;

/**
 * Calls `frame` before each frame of the browser and draws the scene if that returns true. Meanwhile Phaser's own loop
 * sleeps, as it would draw sixty times a second whether or not anything has changed.
 * @returns the function that stops it; Phaser's loop stays asleep
 */
export function drive(game: Phaser.Game, frame: Frame, draw: () => void): () => void {
  game.loop.sleep();
  let last = performance.now();
  let stopped = false;
  /** Phaser's last drawing may be older than the scene. */
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
