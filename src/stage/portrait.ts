import type { Contact } from '../engine/index.ts';
import { drawPerson, drawSmallHead } from './portrait-person.ts';
import { dice, FIELDS, HAIR, SKIN, CLOTHES, type Dice } from './portrait-colours.ts';
import { drawOffice, drawRoll } from './portrait-things.ts';
import { dimStamp, drawStampField, drawStampPaper, STAMP_HEIGHT, STAMP_WIDTH } from './stamp.ts';

/** What a portrait needs to know about a contact. */
export interface Portrait {
  readonly id: string;
  readonly kind?: Contact['kind'];
  readonly people?: number | undefined;
  /** The word that the face is drawn from, where it is not the id. */
  readonly portrait?: string | undefined;
}

/** Width of a portrait stamp for a height of 1. */
export const PORTRAIT_RATIO = STAMP_WIDTH / STAMP_HEIGHT;

type Subject = 'person' | 'office' | 'crowd' | 'group' | 'list';

function subjectOf(portrait: Portrait): Subject {
  if (portrait.kind === 'office' || portrait.kind === 'group' || portrait.kind === 'list') return portrait.kind;
  return (portrait.people ?? 1) > 1 ? 'crowd' : 'person';
}

/** Heads in rows that grow paler towards the back, so that they show many people and nobody in particular. */
function drawMany(context: CanvasRenderingContext2D, roll: Dice, rows: readonly number[], largest: number): void {
  for (const [row, heads] of rows.entries()) {
    const near = rows.length === 1 ? 1 : row / (rows.length - 1);
    const size = largest * (0.55 + near * 0.45);
    const y = 122 - (rows.length - 1 - row) * (largest * 0.72) - size * 1.25;
    context.globalAlpha = 0.45 + near * 0.55;
    for (let head = 0; head < heads; head++) {
      const x = 50 + (head - (heads - 1) / 2) * (84 / (heads - 0.4)) + (roll(5) - 2) * 0.8;
      drawSmallHead(context, x, y + (roll(5) - 2) * 0.7, size, {
        skin: SKIN[roll(SKIN.length)] ?? '',
        hair: HAIR[roll(HAIR.length)] ?? '',
        clothes: CLOTHES[roll(CLOTHES.length)] ?? '',
        cut: roll(4),
      });
    }
  }
  context.globalAlpha = 1;
}

function drawCrowd(context: CanvasRenderingContext2D, roll: Dice, people: number): void {
  if (people >= 10_000) drawMany(context, roll, [13, 11, 9, 7, 6, 5], 22);
  else if (people >= 500) drawMany(context, roll, [8, 7, 5, 4], 25);
  else drawMany(context, roll, [6, 5, 4], 27);
}

function drawSubject(context: CanvasRenderingContext2D, portrait: Portrait, roll: Dice): void {
  switch (subjectOf(portrait)) {
    case 'person':
      context.translate(50, 122);
      context.scale(1.06, 1.06);
      context.translate(-50, -122);
      drawPerson(context, roll);
      break;
    case 'office':
      drawOffice(context, roll);
      break;
    case 'crowd':
      drawCrowd(context, roll, portrait.people ?? 2);
      break;
    case 'group':
      drawMany(context, roll, [2, 3], 34);
      break;
    case 'list':
      drawRoll(context);
      break;
  }
}

/**
 * Draws a contact's portrait as a paper-cut on a postage stamp. It is always the same for the same id, and shows nobody
 * in particular.
 * @param size the height of the stamp, in the middle of a square of this size whose upper left corner is at x, y
 * @param dim 0 to 1: how much darker than in daylight
 */
export function drawPortrait(
  context: CanvasRenderingContext2D,
  portrait: Portrait,
  x: number,
  y: number,
  size: number,
  dim = 0,
): void {
  const scale = size / STAMP_HEIGHT;
  const roll = dice(portrait.portrait ?? portrait.id);
  context.save();
  context.translate(x + (size - STAMP_WIDTH * scale) / 2, y);
  context.scale(scale, scale);
  drawStampPaper(context, scale);
  const field = FIELDS[roll(FIELDS.length)];
  if (field) drawStampField(context, field, roll(3), () => drawSubject(context, portrait, roll));
  if (dim > 0) dimStamp(context, scale, dim);
  context.restore();
}
