import type { Phaser } from '../../stage/phaser.ts';
import type { Spot } from '../layout/seat.ts';
import { DEPTH, type TextureCache } from './texture-cache.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line of ink between two places that can be drawn up to any point. */
export interface Connection {
  /** A point on the line, from 0 at its start to 1 at its end. */
  at(share: number): Point;
  paint(progress: number, strength: number): void;
}

const STEP = 9;
const MOST_STEPS = 64;
const WIDTH = 7;

/**
 * Draws a thread of ink that bends to one side, so that the two threads between the same two people stay apart.
 * @param dashed for a viewer whom nobody sees
 * @param gap between the thread's ends and the edges of both spots
 */
export function drawConnection(
  cache: TextureCache,
  from: Spot,
  to: Spot,
  dashed: boolean,
  colour: 'seen' | 'hidden',
  gap = 6,
): Connection {
  const stroke = cache.texture(`stroke-${colour}`, 24, WIDTH, (context) => {
    context.fillStyle = cache.palette[colour];
    context.globalAlpha = 0.22;
    context.beginPath();
    context.roundRect(0.5, 0.6, 23, WIDTH - 1.2, 3);
    context.fill();
    context.globalAlpha = 0.95;
    context.beginPath();
    context.roundRect(1.5, WIDTH / 2 - 1.35, 21, 2.7, 1.3);
    context.fill();
  });
  const bow = 0.13 * Math.hypot(to.x - from.x, to.y - from.y);
  const angle = Math.atan2(to.y - from.y, to.x - from.x) - Math.PI / 2;
  const control = { x: (from.x + to.x) / 2 + Math.cos(angle) * bow, y: (from.y + to.y) / 2 + Math.sin(angle) * bow };
  const start = edgeOf(from, control, gap);
  const end = edgeOf(to, control, gap + 8);
  const length = Math.hypot(end.x - start.x, end.y - start.y) * 1.04;
  const steps = Math.max(4, Math.min(MOST_STEPS, Math.round(length / STEP)));
  const points = Array.from({ length: steps + 1 }, (_, step) => bezier(start, control, end, step / steps));
  const pieces: { image: Phaser.GameObjects.Image; at: number }[] = [];
  for (let step = 0; step < steps; step++) {
    if (dashed && step % 3 === 2) continue;
    const [a, b] = [points[step], points[step + 1]];
    if (!a || !b) continue;
    const image = cache.image(stroke, DEPTH.thread).setOrigin(0, 0.5).setPosition(a.x, a.y);
    image.setRotation(Math.atan2(b.y - a.y, b.x - a.x));
    image.setScale((Math.hypot(b.x - a.x, b.y - a.y) + 1.6) / (24 * cache.scale), 1 / cache.scale);
    pieces.push({ image, at: step / steps });
  }
  return {
    at: (share) => bezier(start, control, end, share),
    paint(progress, strength) {
      for (const { image, at } of pieces) image.setVisible(progress > at).setAlpha(strength);
    },
  };
}

function bezier(a: Point, b: Point, c: Point, t: number): Point {
  const [one, two, three] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: a.x * one + b.x * two + c.x * three, y: a.y * one + b.y * two + c.y * three };
}

/** Returns where a line from the middle of a spot towards a point leaves the spot. */
function edgeOf(spot: Spot, towards: Point, gap: number): Point {
  const [dx, dy] = [towards.x - spot.x, towards.y - spot.y];
  const reach = Math.min(
    dx === 0 ? Infinity : (spot.width / 2 + gap) / Math.abs(dx),
    dy === 0 ? Infinity : (spot.height / 2 + gap) / Math.abs(dy),
    1,
  );
  return { x: spot.x + dx * reach, y: spot.y + dy * reach };
}
