import type { Phaser } from './phaser.ts';

/** What happens between two pictures: gets the seconds since the last one, and says whether the scene looks different now. */
export type Frame = (seconds: number) => boolean;

/** When a scene is drawn. Phaser's own loop draws it sixty times a second, whether or not anything has changed. */
export interface Pace {
  /**
   * Calls `frame` before each picture and draws the scene when that says so, while Phaser's loop sleeps.
   *
   * @returns the function that stops it; the loop sleeps on
   */
  drive(frame: Frame): () => void;
  /** What was on the canvas is gone, and is drawn again with the next picture. */
  cleared(): void;
}

export function paceOf(game: Phaser.Game, draw: () => void): Pace {
  let blank = true;
  return {
    drive(frame) {
      game.loop.sleep();
      blank = true;
      let last = performance.now();
      let stopped = false;
      const tick = (now: number) => {
        if (stopped) return;
        const seconds = Math.max(0, now - last) / 1000;
        last = now;
        const changed = frame(seconds);
        if (changed || blank) draw();
        blank = false;
        if (!stopped) requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
      return () => {
        stopped = true;
      };
    },
    cleared() {
      blank = true;
    },
  };
}
