import { dice } from '../stage/portrait-pigments.ts';

/** Never more dots than this in one field; a larger crowd has dots for several people each, and says so. */
const MOST_DOTS = 2500;
/** Square CSS pixels that a dot needs to be seen as one. */
const AREA_OF_A_DOT = 7;
const STEPS = [1, 2, 4, 5];

export interface Dot {
  readonly x: number;
  readonly y: number;
  /** When the ink reaches it, from 0 to 1. */
  readonly turn: number;
}

export interface DotField {
  readonly dots: readonly Dot[];
  /** People that one dot stands for. */
  readonly people: number;
  /** Distance of neighbouring dots. */
  readonly pitch: number;
}

/** The smallest round number of people for each dot that keeps the field readable: 1, 2, 4, 5, 10, 20, 40 … */
export function peoplePerDot(people: number, most: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of STEPS) if (Math.ceil(people / (step * power)) <= most) return step * power;
  }
}

/**
 * The dots of a crowd, spread evenly with a little disorder; always the same for the same crowd and size.
 *
 * @param id of the contact, from which the disorder follows
 */
export function dotField(id: string, people: number, width: number, height: number): DotField {
  const each = peoplePerDot(people, Math.max(1, Math.min(MOST_DOTS, Math.floor((width * height) / AREA_OF_A_DOT))));
  const count = Math.ceil(people / each);
  const columns = Math.max(1, Math.min(count, Math.round(Math.sqrt((count * width) / height))));
  const rows = Math.ceil(count / columns);
  const roll = dice(id);
  const [across, down] = [width / columns, height / rows];
  const origin = { x: width * (0.25 + roll(50) / 100), y: height * (0.25 + roll(50) / 100) };
  const reach = Math.hypot(Math.max(origin.x, width - origin.x), Math.max(origin.y, height - origin.y));
  const dots = Array.from({ length: count }, (_, index): Dot => {
    const row = Math.floor(index / columns);
    const inRow = row === rows - 1 ? count - row * columns : columns;
    const x =
      ((index % columns) + 0.5) * across + ((columns - inRow) * across) / 2 + ((roll(100) - 50) / 100) * across * 0.5;
    const y = (row + 0.5) * down + ((roll(100) - 50) / 100) * down * 0.5;
    const far = Math.hypot(x - origin.x, y - origin.y) / reach;
    return { x, y, turn: Math.min(1, Math.max(0, far * 0.86 + roll(100) / 700)) };
  });
  return { dots, people: each, pitch: Math.min(across, down) };
}

/** The number of the dot that is nearest to a place. */
export function nearestDot({ dots }: DotField, x: number, y: number): number {
  let nearest = 0;
  let least = Infinity;
  for (const [index, dot] of dots.entries()) {
    const distance = (dot.x - x) ** 2 + (dot.y - y) ** 2;
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}
