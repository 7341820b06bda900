import type { ContactId } from '../../engine/index.ts';
import type { Seat, Spot } from '../layout/seat.ts';
import type { Point } from './crowd.ts';

/** A crowd's place on the table, in CSS pixels. */
export interface CrowdPlace {
  readonly contact: ContactId;
  readonly people: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Where the ink enters, from the upper left corner. */
  readonly origin: Point;
}

/** How far a crowd's paper extends beyond its field, in CSS pixels. */
export const RIM = 3;

const MARGIN = 0.075;
/** The ink starts at least this far from an edge, as a share of the shorter side. */
const INSET = 0.12;

/** Returns the width of the paper around the field of a crowd. */
export function sheetEdge(stamp: Spot): number {
  return Math.min(stamp.width, stamp.height) * MARGIN + 4;
}

/**
 * Returns the field of a crowd within its sheet. The ink enters from the corner with the inbox, as it comes with the
 * mail.
 */
export function crowdPlace(
  contact: ContactId,
  people: number,
  { stamp, inbox }: Pick<Seat, 'stamp' | 'inbox'>,
): CrowdPlace {
  const edge = sheetEdge(stamp);
  const [width, height] = [stamp.width - edge * 2, stamp.height - edge * 2];
  const [left, top] = [stamp.x - width / 2, stamp.y - height / 2];
  const inset = Math.min(width, height) * INSET;
  const within = (value: number, side: number) => Math.min(side - inset, Math.max(inset, value));
  const origin = { x: within(inbox.x - left, width), y: within(inbox.y - inbox.height / 2 - top, height) };
  return { contact, people, left, top, width, height, origin };
}
