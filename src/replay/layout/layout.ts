import type { ContactId } from '../../engine/index.ts';
import { columns, ring, rows, type Area, type Arrangement, type Place } from './arrange.ts';
import {
  blockOf,
  NAME_LEADING,
  overlapArea,
  plainStamp,
  type Block,
  type Measure,
  type Seat,
  type Spot,
} from './seat.ts';
import type { Actor } from '../timeline/actors.ts';

/** Where everything is on the table, for one size of it. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly measure: Measure;
  /** The sender's stamp; the name is below it. */
  readonly sender: Spot;
  readonly seats: ReadonlyMap<ContactId, Seat>;
  /** Where a newspaper or a letter is held up to be read. */
  readonly middle: Spot;
  /** The most open place, where ink collects: the centre and diameter of a circle. */
  readonly pool: Spot;
  /** Where papers are laid down after reading. */
  readonly pile: Spot;
}

/** A ring is calmer than rows, and worth somewhat smaller stamps: down to this share. */
const FOR_THE_RING = 0.8;
/** How many positions to try along each side for the pool, and the space beyond which more does not help. */
const GRID = 24;
/** How many positions to try along each side for a paper to read. */
const READING_GRID = 8;
const ROOM_ENOUGH = 64;
const SMALLEST = 18;
const LARGEST = 150;
const STEP = 2;
/** Widths of the lines below a stamp, in type sizes; the first one that fits is used. */
const LABEL_WIDTHS = [7.5, 6, 4.8] as const;

/**
 * Lays the table: the sender on one side and everyone else opposite. Names are as wide and stamps as large as they can
 * be without touching.
 */
export function layTable(actors: readonly Actor[], width: number, height: number): Layout {
  const beside = layFrom('side', actors, width, height);
  if (width > height * 1.4) return beside;
  const above = layFrom('top', actors, width, height);
  const wider = above.measure.labelWidth - beside.measure.labelWidth;
  if (wider !== 0) return wider > 0 ? above : beside;
  return above.measure.stamp > beside.measure.stamp ? above : beside;
}

/** @param from where the sender sits */
function layFrom(from: 'side' | 'top', actors: readonly Actor[], width: number, height: number): Layout {
  const upright = from === 'top';
  const small = Math.min(width, height) < 430;
  const margin = small ? 4 : 14;
  const text = small ? 11 : Math.min(15, 11.5 + width / 800);
  const largest = Math.max(1, ...actors.map(({ people }) => people));
  const roomy = actors.length <= 4 && !small;
  const base = {
    text,
    nameLines: small ? 1 : 2,
    roomy,
    labelWidth: LABEL_WIDTHS[0],
    table: { width, height },
  } as const;

  const senderStamp = Math.min(small ? 62 : 112, height * 0.2);
  const own = plainStamp({ ...base, stamp: senderStamp });
  const head = upright ? senderStamp + text * NAME_LEADING + 12 : 0;
  const side = upright ? 0 : Math.max(own.width, text * 4.4) + 12;
  const sender: Spot = {
    ...own,
    x: upright ? width * 0.42 : margin + side / 2,
    y: upright ? margin + own.height / 2 + 2 : Math.max(margin + own.height / 2, height * 0.42 - text),
  };
  const area: Area = {
    x: margin + side,
    y: margin + head,
    width: width - margin * 2 - side,
    height: height - margin * 2 - head,
  };
  const best = largestFit(actors, largest, base, area, upright);
  const seats = new Map<ContactId, Seat>();
  for (const [index, actor] of actors.entries()) {
    const place = best.places[index];
    const block = best.blocks[index];
    if (place && block) seats.set(actor.contact.id, block.seat(place.left, place.top, isLeft(place, block, area)));
  }
  const pile = upright
    ? pileBeside(sender, width)
    : pileBelow(sender, side, sender.y + own.height / 2 + text * NAME_LEADING + 10, height - margin);
  const measure = { ...base, stamp: best.stamp, labelWidth: best.labelWidth };
  const all = [...seats.values()];
  const middle = readingPlace(area, all, width, height);
  const pool = openPlace(area, all);
  return { width, height, measure, sender, seats, middle, pool, pile };
}

function pileBeside(sender: Spot, width: number): Spot {
  const start = sender.x + sender.width / 2;
  return { x: (start + width) / 2, y: sender.y, width: width * 0.3, height: sender.height };
}

function pileBelow(sender: Spot, width: number, top: number, bottom: number): Spot {
  const room = bottom - top;
  return { x: sender.x, y: top + room / 2, width, height: Math.max(20, Math.min(width, room)) };
}

/** True for a seat left of the middle. */
function isLeft({ left }: Place, { width }: Block, area: Area): boolean {
  return left + width / 2 < area.x + area.width / 2 - 2;
}

interface Fit {
  readonly stamp: number;
  readonly labelWidth: number;
  readonly blocks: readonly Block[];
  readonly places: readonly Place[];
}

function largestFit(
  actors: readonly Actor[],
  largest: number,
  base: Omit<Measure, 'stamp'>,
  area: Area,
  upright: boolean,
): Fit {
  const others = [1, 2, 3, 4, 5].flatMap((count) => [rows(count), columns(count)]);
  const circle =
    actors.length > 2 ? fitOf(actors, largest, base, area, [ring(upright ? -Math.PI / 2 : Math.PI)]) : null;
  let lines: Fit | null = null;
  for (const labelWidth of LABEL_WIDTHS) lines ??= fitOf(actors, largest, { ...base, labelWidth }, area, others);
  if (circle && (!lines || circle.stamp >= lines.stamp * FOR_THE_RING)) return circle;
  if (lines) return lines;
  // Too many people for this size: they share the space evenly, and may touch.
  const blocks = actors.map((actor) => blockOf(actor, largest, { ...base, stamp: SMALLEST }));
  const across = Math.max(1, Math.ceil(Math.sqrt((actors.length * area.width) / Math.max(1, area.height))));
  const down = Math.max(1, Math.ceil(actors.length / across));
  const places = blocks.map((block, index) => ({
    left: area.x + ((index % across) + 0.5) * (area.width / across) - block.width / 2,
    top: area.y + (Math.floor(index / across) + 0.5) * (area.height / down) - block.height / 2,
  }));
  return { stamp: SMALLEST, labelWidth: 0, blocks, places };
}

function fitOf(
  actors: readonly Actor[],
  largest: number,
  base: Omit<Measure, 'stamp'>,
  area: Area,
  arrangements: readonly Arrangement[],
): Fit | null {
  const { width, height } = base.table;
  for (let stamp = Math.max(LARGEST, Math.min(width, height) * 0.26); stamp >= SMALLEST; stamp -= STEP) {
    const blocks = actors.map((actor) => blockOf(actor, largest, { ...base, stamp }));
    // When there are few people, leave space for the threads between them.
    const gap = actors.length <= 4 ? Math.max(14, stamp * 0.6) : 8;
    for (const arrangement of arrangements) {
      const places = arrangement(blocks, area, gap);
      if (places) return { stamp, labelWidth: base.labelWidth, blocks, places };
    }
  }
  return null;
}

/** How large a paper to read is on the table: a smaller one where a larger one would cover names. */
const PAPER_SIZES = [1, 0.85, 0.7] as const;
/** A paper of less is not read. */
const SMALLEST_PAPER = 190;

/** Returns where a paper is held up to be read: near the middle, where it covers no name, or as little of the names as it can. */
function readingPlace(area: Area, seats: readonly Seat[], width: number, height: number): Spot {
  const full = Math.min(300, width * 0.62, height * 0.9);
  const sizes = PAPER_SIZES.map((size) => Math.min(full, Math.max(SMALLEST_PAPER, full * size)));
  const places = sizes.map((across) => placeOfPaper(area, seats, across));
  const free = places.find(({ covered }) => covered === 0);
  return (
    (free ?? places.toSorted((one, other) => one.covered - other.covered)[0])?.spot ?? {
      ...area,
      x: width / 2,
      y: height / 2,
    }
  );
}

function placeOfPaper(
  area: Area,
  seats: readonly Seat[],
  across: number,
): { readonly spot: Spot; readonly covered: number } {
  const paper = { width: across, height: across * 0.62 };
  const [middleX, middleY] = [area.x + area.width / 2, area.y + area.height / 2];
  let best = { spot: { x: middleX, y: middleY, ...paper }, covered: Infinity };
  let least = Infinity;
  for (let column = 0; column <= READING_GRID; column++) {
    for (let row = 0; row <= READING_GRID; row++) {
      const x = area.x + paper.width / 2 + (Math.max(0, area.width - paper.width) * column) / READING_GRID;
      const y = area.y + paper.height / 2 + (Math.max(0, area.height - paper.height) * row) / READING_GRID;
      const spot = { x, y, ...paper };
      const covered = seats.reduce((sum, { label }) => sum + overlapArea(spot, label), 0);
      const cost = covered + Math.hypot(x - middleX, y - middleY);
      if (cost < least) [best, least] = [{ spot, covered }, cost];
    }
  }
  return best;
}

/** Returns the place with the most space around it; of several, the one nearest to the middle. */
function openPlace(area: Area, seats: readonly Seat[]): Spot {
  const taken = seats.flatMap(({ stamp, inbox, label }) => [stamp, inbox, label]);
  let found = { x: area.x + area.width / 2, y: area.y + area.height / 2, room: 0, worth: -Infinity };
  for (let across = 1; across < GRID; across++) {
    for (let down = 1; down < GRID; down++) {
      const x = area.x + (area.width * across) / GRID;
      const y = area.y + (area.height * down) / GRID;
      const edge = Math.min(x - area.x, area.x + area.width - x, y - area.y, area.y + area.height - y);
      const room = Math.min(edge, ...taken.map((spot) => distance(x, y, spot)));
      const astray = Math.hypot(x - area.x - area.width / 2, y - area.y - area.height / 2);
      const worth = Math.min(room, ROOM_ENOUGH) - astray * 0.12;
      if (worth > found.worth) found = { x, y, room, worth };
    }
  }
  const size = Math.max(24, Math.min(ROOM_ENOUGH, found.room) * 1.5);
  return { x: found.x, y: found.y, width: size, height: size };
}

function distance(x: number, y: number, spot: Spot): number {
  const across = Math.max(0, Math.abs(x - spot.x) - spot.width / 2);
  const down = Math.max(0, Math.abs(y - spot.y) - spot.height / 2);
  return Math.hypot(across, down);
}
