import type { Actor } from '../timeline/actors.ts';

/** The middle of something, and its size. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Returns how much two boxes overlap, in square pixels. */
export function overlapArea(one: Spot, other: Spot): number {
  const across = (one.width + other.width) / 2 - Math.abs(one.x - other.x);
  const down = (one.height + other.height) / 2 - Math.abs(one.y - other.y);
  return Math.max(0, across) * Math.max(0, down);
}

/** The parts of one seat of the table, each by its middle. */
export interface Seat {
  /** The whole seat, including the names. */
  readonly box: Spot;
  /** The stamp of a person, or the field of a crowd. */
  readonly stamp: Spot;
  /** The envelope of the arriving mail. */
  readonly inbox: Spot;
  /** The letter or slip that comes out of it. */
  readonly letter: Spot;
  /** The lines below: the name, and who saw them. */
  readonly label: Spot;
  /** How many of these lines the name may take. */
  readonly lines: 1 | 2;
  readonly sign: { readonly x: number; readonly y: number; readonly size: number };
}

/** The sizes of things on this table. */
export interface Measure {
  readonly stamp: number;
  readonly text: number;
  /** Lines that a name may take. */
  readonly nameLines: 1 | 2;
  /** The letters beside the stamps are large enough to read. */
  readonly roomy: boolean;
  /** The least width of the lines below a stamp, in type sizes. */
  readonly labelWidth: number;
  readonly table: { readonly width: number; readonly height: number };
}

const STAMP_RATIO = 100 / 122;
/** A crowd of this many gets a field so large that it says "many" by itself. */
const HUGE = 10_000;
/** In a larger crowd one dot may show several people, and a line says so. */
const TOO_MANY_FOR_ONE_LINE = 200;
export const NAME_LEADING = 1.25;
/** Height of the line that says how many others saw someone, in type sizes. */
export const SEEN_LINE = 1.7;
const POCKET_RATIO = 0.62;
/** The envelope covers at most this share of a stamp's width, so that the stamp still shows who or how many it is. */
const COVERED = 0.3;
/** It covers almost none of a crowd, as each of the dots below it is a person. */
const COVERED_CROWD = 0.06;

export interface Block {
  readonly width: number;
  readonly height: number;
  /**
   * Returns the seat for this upper left corner of the block.
   * @param turned puts the envelope on the left, so that it is never between people
   */
  seat(left: number, top: number, turned: boolean): Seat;
}

/** Returns an actor's size and the layout of its parts. */
export function blockOf(actor: Actor, largest: number, measure: Measure): Block {
  const { text, nameLines, roomy, labelWidth } = measure;
  const stamp = stampSize(actor, largest, measure);
  const pocket = roomy ? letterSize(measure) : slipSize(measure);
  const lines = actor.people > TOO_MANY_FOR_ONE_LINE ? 2 : nameLines;
  const label = text * (NAME_LEADING * lines + SEEN_LINE) + 7;
  const sign = Math.max(18, Math.min(34, measure.stamp * 0.3));
  const beside = roomy
    ? pocket.width + 10
    : Math.max(pocket.width * 0.42, pocket.width - stamp.width * (actor.people > 1 ? COVERED_CROWD : COVERED));
  const across = stamp.width + beside;
  const width = Math.max(across, text * labelWidth) + 4;
  const head = sign * 0.3;
  const height = head + stamp.height + label + 4;
  return {
    width,
    height,
    seat(left, top, turned) {
      const side = (spot: number) => (turned ? left * 2 + width - spot : spot);
      const start = left + (width - across) / 2;
      const stampAt = { ...stamp, x: start + stamp.width / 2, y: top + head + stamp.height / 2 };
      const bottom = stampAt.y + stamp.height / 2;
      const inbox = {
        width: pocket.width,
        height: pocket.width * (roomy ? 0.42 : POCKET_RATIO),
        x: roomy ? start + stamp.width + 10 + pocket.width / 2 : start + across - pocket.width / 2,
        y: 0,
      };
      inbox.y = bottom - inbox.height / 2 + (roomy ? 0 : 3);
      const letter = {
        width: pocket.width - (roomy ? 10 : 5),
        height: pocket.height,
        x: inbox.x,
        y: inbox.y - inbox.height * 0.2 - pocket.height / 2 + (roomy ? inbox.height * 0.22 : inbox.height * 0.3),
      };
      return {
        box: { x: left + width / 2, y: top + height / 2, width, height },
        stamp: { ...stampAt, x: side(stampAt.x) },
        inbox: { ...inbox, x: side(inbox.x) },
        letter: { ...letter, x: side(letter.x) },
        lines,
        label: { x: left + width / 2, y: bottom + 4 + label / 2, width, height: label },
        sign: {
          x: side(stampAt.x - stamp.width / 2 + sign * 0.12),
          y: stampAt.y - stamp.height / 2 + sign * 0.2,
          size: sign,
        },
      };
    },
  };
}

/** Returns the size of one person's stamp on this table. */
export function plainStamp(measure: Measure): { readonly width: number; readonly height: number } {
  return { width: measure.stamp * STAMP_RATIO, height: measure.stamp };
}

function letterSize({ stamp, table }: Measure): { width: number; height: number } {
  const width = Math.max(118, Math.min(210, stamp * 1.55, table.width * 0.2));
  return { width, height: width * 0.52 };
}

function slipSize({ stamp }: Measure): { width: number; height: number } {
  const width = Math.max(24, Math.min(58, stamp * 0.5));
  return { width, height: width * 0.66 };
}

function stampSize({ people }: Actor, largest: number, measure: Measure): { width: number; height: number } {
  if (people === 1) return plainStamp(measure);
  const { stamp, table, roomy } = measure;
  if (people >= HUGE) {
    const height = Math.min(stamp * (roomy ? 3.4 : 2.5), table.height * 0.62);
    return { width: height * 1.35, height };
  }
  // The area shows the size of a crowd: half as many people get half the paper, within readable limits.
  const share = Math.max(0.7, Math.sqrt(people / largest));
  return { width: stamp * 1.3 * share, height: stamp * 1.02 * share };
}
