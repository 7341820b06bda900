import { turnOf, type Crowd } from './crowd.ts';

/** The most dots to sample when counting how many the ink has reached; smaller crowds are counted completely. */
const SAMPLES = 4096;
/** A little more than the precision of numbers on a graphics card. */
const SLACK = 1e-5;
/** Before any ink. */
export const DRY = -1;

/** Finds how far the ink must come to reach a share of a crowd: as many dots as were seen, and no more. */
export type Front = (share: number) => number;

export function frontOf(crowd: Crowd): Front {
  const count = Math.min(crowd.dots, SAMPLES);
  const turns = Float64Array.from({ length: count }, (_, sample) =>
    turnOf(crowd, Math.floor(((sample + 0.5) * crowd.dots) / count)),
  ).toSorted();
  const last = turns.at(-1) ?? 0;
  return (share) => {
    if (share <= 0) return DRY;
    // Beyond the last dot, because the samples may have missed it, and because the paper around it gets wet too.
    if (share >= 1) return last + 0.4;
    const place = Math.max(0, share * count - 1);
    const [below, above] = [turns[Math.floor(place)] ?? 0, turns[Math.ceil(place)] ?? last];
    return below + (above - below) * (place % 1) + SLACK;
  };
}
