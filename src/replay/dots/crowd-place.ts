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
  /** Where the ink comes in, from the upper left corner. */
  readonly origin: Point;
}

/** So far a crowd's paper goes on beyond its field, in CSS pixels. */
export const RIM = 3;

const MARGIN = 0.075;
/** The ink never begins nearer to an edge than this share of the shorter side. */
const INSET = 0.12;

/** Width of the paper around the field of a crowd. */
export function sheetEdge(stamp: Spot): number {
  return Math.min(stamp.width, stamp.height) * MARGIN + 4;
}

/** The field of a crowd within its sheet. The ink comes with the mail: from the corner where the inbox is. */
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
