import type { Block } from './seat.ts';

export interface Place {
  readonly left: number;
  readonly top: number;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Places the blocks; null when they do not fit without overlapping. */
export type Arrangement = (blocks: readonly Block[], area: Area, gap: number) => Place[] | null;

/**
 * Places them on a ring, so that threads cross open space. The first and the last seat are beside the sender's, which
 * stays free.
 * @param start the angle of the sender's seat
 */
export function ring(start: number): Arrangement {
  return (blocks, area, gap) => {
    const places = blocks.map((block, order) => {
      const angle = start + seatShare(order, blocks.length) * Math.PI * 2;
      const [across, down] = [(area.width - block.width) / 2, (area.height - block.height) / 2];
      return {
        left: area.x + across + squared(Math.cos(angle)) * across,
        top: area.y + down + squared(Math.sin(angle)) * down,
      };
    });
    const fits = blocks.every((block) => block.width <= area.width && block.height <= area.height);
    return fits && !anyOverlap(blocks, places, gap) ? places : null;
  };
}

function seatShare(order: number, count: number): number {
  if (count === 1) return 0.5;
  const gap = count <= 3 ? 0.3 : count <= 6 ? 0.22 : 0.16;
  return gap + (order / (count - 1)) * (1 - 2 * gap);
}

/** Pulls the ring a little into the corners, where there is space. */
function squared(value: number): number {
  return Math.sign(value) * Math.abs(value) ** 0.6;
}

function anyOverlap(blocks: readonly Block[], places: readonly Place[], gap: number): boolean {
  return places.some((one, index) =>
    places.slice(index + 1).some((other, more) => {
      const [a, b] = [blocks[index], blocks[index + 1 + more]];
      if (!a || !b) return false;
      return (
        one.left < other.left + b.width + gap &&
        other.left < one.left + a.width + gap &&
        one.top < other.top + b.height + gap &&
        other.top < one.top + a.height + gap
      );
    }),
  );
}

/**
 * Splits the blocks into this many rows, as evenly as possible. The remaining space goes between the rows, and half as
 * much around them.
 */
export function rows(count: number): Arrangement {
  return (blocks, area, gap) => {
    const lines = split(blocks, count);
    const heights = lines.map((line) => Math.max(...line.map(({ height }) => height)));
    const free = area.height - heights.reduce((sum, height) => sum + height, 0);
    const wide = lines.every((line) => lineWidth(line) + gap * (line.length - 1) <= area.width);
    if (!wide || free < gap * (lines.length - 1)) return null;
    const down = free / lines.length;
    let top = area.y;
    return lines.flatMap((line, row) => {
      const height = heights[row] ?? 0;
      const across = (area.width - lineWidth(line)) / line.length;
      let left = area.x;
      const placed = line.map((block) => {
        const place = { left: left + across / 2, top: top + (height + down - block.height) / 2 };
        left += block.width + across;
        return place;
      });
      top += height + down;
      return placed;
    });
  };
}

/** Places them in columns: rows, turned. */
export function columns(count: number): Arrangement {
  const turned = rows(count);
  return (blocks, area, gap) => {
    const flat = blocks.map((block) => ({ ...block, width: block.height, height: block.width }));
    const places = turned(flat, { x: area.y, y: area.x, width: area.height, height: area.width }, gap);
    return places?.map(({ left, top }) => ({ left: top, top: left })) ?? null;
  };
}

const lineWidth = (line: readonly Block[]) => line.reduce((sum, { width }) => sum + width, 0);

/** Splits into lines of similar length; the first lines take the remainder. */
function split(blocks: readonly Block[], count: number): Block[][] {
  const lines: Block[][] = [];
  let next = 0;
  for (let line = 0; line < Math.min(count, blocks.length); line++) {
    const size = Math.ceil((blocks.length - next) / (Math.min(count, blocks.length) - line));
    lines.push(blocks.slice(next, next + size));
    next += size;
  }
  return lines;
}
