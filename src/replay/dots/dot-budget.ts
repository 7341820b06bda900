/** How many dots are drawn for how many people; the page says so. */
export interface Drawn {
  readonly dots: number;
  readonly people: number;
}

/** How fast a machine draws dots, in milliseconds. */
export interface Speed {
  /** A frame without any dots. */
  readonly bare: number;
  readonly each: number;
}

/** So few dots cannot be what makes a machine slow. */
export const FEWEST = 5000;
/** The most milliseconds for a frame with movement, and for one without. */
const MOVING = 26;
const RESTING = 1500;
/** A frame that takes more milliseconds than this is slow. */
const SLOW = 50;
/** The machine counts as slow after this many slow frames in a row; fewer only mean that it was busy for a moment. */
const WATCHED = 10;

/** Returns the largest of 1, 2, 5, 10, 20, 50 … up to a number, because people grasp round numbers. */
export function roundNumber(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  const step = [5, 2].find((each) => each * power <= most) ?? 1;
  return step * power;
}

/**
 * Shares a number of dots among the crowds: small crowds keep everyone, and the largest give way.
 * @param people of each crowd
 */
export function allot(people: readonly number[], most: number): number[] {
  const order = people.map((_, index) => index).toSorted((a, b) => (people[a] ?? 0) - (people[b] ?? 0));
  const dots = people.map(() => 0);
  let left = most;
  for (const [done, index] of order.entries()) {
    const all = people[index] ?? 0;
    const share = Math.floor(left / (order.length - done));
    dots[index] = all <= share ? all : Math.max(1, Math.min(all, roundNumber(share)));
    left -= dots[index] ?? 0;
  }
  return dots;
}

/** How many dots a machine draws in time while they move, and while they rest. */
export function affordable({ bare, each }: Speed, moving: boolean): number {
  const time = moving ? Math.max(MOVING / 2, MOVING - bare) : RESTING;
  return Math.max(FEWEST, roundNumber(time / Math.max(1e-6, each)));
}

/** Watches how long frames take while dots move, and reports when fewer must be drawn. */
export interface Watch {
  /** @returns how many dots to draw from now on; the same number while all is well */
  frame(dots: number, milliseconds: number): number;
}

export function watchFrames(): Watch {
  let times: number[] = [];
  return {
    frame(dots, milliseconds) {
      times.push(milliseconds);
      // A machine that needs a fifth of a second for each frame is detected sooner.
      const enough = milliseconds > SLOW * 4 ? 3 : WATCHED;
      if (times.length < enough) return dots;
      const middle = times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
      times = [];
      if (middle <= SLOW || dots <= FEWEST) return dots;
      return Math.max(FEWEST, roundNumber((dots * MOVING) / middle));
    },
  };
}
