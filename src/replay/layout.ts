import type { ContactId } from '../engine/level.ts';
import type { Actor } from './cast.ts';

export interface Spot {
  /** The middle of the stamp or field. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything lies on the table, for one size of it. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly sender: Spot;
  readonly actors: ReadonlyMap<ContactId, Spot>;
  /** Where a newspaper or a letter is held up to be read, and where it is laid down. */
  readonly middle: { readonly x: number; readonly y: number };
  readonly pile: { readonly x: number; readonly y: number };
  /** Size of the letter that rises from an inbox; it stays open where there is room. */
  readonly letter: { readonly width: number; readonly height: number; readonly stays: boolean };
  /** Size of the names and numbers. */
  readonly text: number;
  readonly labelWidth: number;
}

const STAMP_RATIO = 100 / 122;
/** Room below a stamp for the name and what was seen of it, in lines of text. */
const LINES = 2.9;
/** A crowd of this many gets a field that says "many" by its size alone. */
const HUGE = 10_000;

/**
 * Lays the table: the sender at one side, everybody else in a calm ring, so that threads between them cross open space.
 */
export function layTable(actors: readonly Actor[], width: number, height: number): Layout {
  const upright = height > width * 0.92;
  const small = Math.min(width, height) < 430;
  const text = small ? 11 : Math.min(15, 12 + width / 700);
  const margin = small ? 6 : 14;
  const seats = actors.length + 1;
  const ring = Math.PI * (width + height - 4 * margin) * 0.42;
  const pitch = ring / seats;
  const tallest = (height - margin * 2) * (upright ? 0.17 : small ? 0.3 : 0.26);
  const stampHeight = Math.max(40, Math.min(small ? 84 : 150, pitch * 0.62, tallest));
  const stampWidth = stampHeight * STAMP_RATIO;
  const below = text * LINES + 6;
  const labelWidth = Math.max(stampWidth + 8, Math.min(pitch * 0.95, text * 11));
  const roomy = actors.length <= 4 && !small;
  const letterWidth = roomy ? Math.min(200, width * 0.19) : Math.max(96, Math.min(150, stampWidth * 1.7));

  const sender: Spot = upright
    ? { x: width / 2, y: margin + stampHeight / 2 + 4, width: stampWidth, height: stampHeight }
    : {
        x: margin + Math.max(stampWidth / 2 + 8, labelWidth / 2),
        y: height / 2 - below / 2,
        width: stampWidth,
        height: stampHeight,
      };
  const largest = Math.max(...actors.map(({ people }) => people), 1);
  const spots = new Map<ContactId, Spot>();
  for (const [order, actor] of actors.entries()) {
    const size = sizeOf(actor, largest, stampWidth, stampHeight, { width, height, upright });
    const boxWidth = Math.max(size.width, labelWidth);
    const boxHeight = size.height + below;
    const angle = seatAngle(order, actors.length, upright);
    const left = upright ? margin : sender.x;
    const [cos, sin] = [squared(Math.cos(angle)), squared(Math.sin(angle))];
    const extra = roomy ? letterWidth * 0.5 : 0;
    const centreX = (left + width - margin) / 2;
    const halfWidth = (width - margin - left - boxWidth) / 2 - extra * (upright ? 0.6 : 0.55);
    const halfHeight = (height - margin * 2 - boxHeight) / 2;
    spots.set(actor.contact.id, {
      x: centreX + cos * halfWidth - (roomy && !upright ? extra * 0.45 : 0),
      y: margin + halfHeight + boxHeight / 2 + sin * halfHeight - below / 2,
      ...size,
    });
  }
  const middle = {
    x: upright ? width / 2 : (sender.x + width) / 2 - (roomy ? letterWidth * 0.2 : 0),
    y: height / 2 - (upright ? 0 : below / 4),
  };
  return {
    width,
    height,
    sender,
    actors: spots,
    middle,
    pile: upright
      ? { x: sender.x + stampWidth * 1.5, y: sender.y + 4 }
      : { x: sender.x + 6, y: Math.min(height - 60, sender.y + stampHeight * 1.35 + below) },
    letter: { width: letterWidth, height: letterWidth * 0.44, stays: roomy },
    text,
    labelWidth,
  };
}

/** Seats on the ring, clockwise from the sender's, whose seat stays free. */
function seatAngle(order: number, count: number, upright: boolean): number {
  const start = upright ? -Math.PI / 2 : Math.PI;
  if (count === 1) return start + Math.PI;
  const gap = count <= 3 ? 0.3 : count <= 6 ? 0.22 : 0.17;
  const share = gap + (order / (count - 1)) * (1 - 2 * gap);
  return start + share * Math.PI * 2;
}

/** Pulls the ring a little into the corners, where there is room. */
function squared(value: number): number {
  return Math.sign(value) * Math.abs(value) ** 0.72;
}

function sizeOf(
  { people }: Actor,
  largest: number,
  stampWidth: number,
  stampHeight: number,
  table: { readonly width: number; readonly height: number; readonly upright: boolean },
): { width: number; height: number } {
  if (people === 1) return { width: stampWidth, height: stampHeight };
  if (people >= HUGE) {
    const height = Math.min(table.height * (table.upright ? 0.3 : 0.46), 300);
    return { width: Math.min(table.width * (table.upright ? 0.6 : 0.36), height * 1.3), height };
  }
  // The area says how many: a crowd half as large has half the paper, within what can be read.
  const share = Math.max(0.62, Math.sqrt(people / largest));
  return { width: stampHeight * 1.22 * share, height: stampHeight * 0.98 * share };
}
