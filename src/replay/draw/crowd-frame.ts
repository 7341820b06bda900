import { shadow } from '../../stage/palette.ts';
import { stampOutline } from '../../stage/stamp.ts';
import { Phaser } from '../../stage/phaser.ts';
import type { Seat, Spot } from '../layout/seat.ts';
import { crowdPlace, RIM, sheetEdge, type CrowdPlace } from '../dots/crowd-place.ts';
import { DEPTH, type TextureCache } from './texture-cache.ts';

const OUTER = 6;

/** A crowd: a sheet of stamp paper with a window on the dots of the layer below. */
export interface Field {
  readonly place: CrowdPlace;
  /**
   * Frames the window: blue and thin, or thick and in the colour of ink.
   * @returns whether the frame has changed
   */
  frame(seen: boolean): boolean;
}

/**
 * Draws the sheet of a crowd; the dot layer draws its dots at `place`.
 * @param name below the sheet, as part of the same image
 * @param overThreads there may be threads below the sheet, which must not show through its window
 */
export function drawCrowdFrame(
  cache: TextureCache,
  { id, people, seat }: { readonly id: string; readonly people: number; readonly seat: Seat },
  name: Phaser.GameObjects.Image,
  overThreads: boolean,
): Field {
  const { stamp } = seat;
  const edge = sheetEdge(stamp);
  const place = crowdPlace(id, people, seat);
  const { width, height } = place;
  if (overThreads) {
    const hole = cache.texture(`hole-${id}`, width + RIM * 2, height + RIM * 2, (context) => {
      context.fillRect(0, 0, width + RIM * 2, height + RIM * 2);
    });
    cache
      .image(hole, DEPTH.stamp - 0.5)
      .setPosition(stamp.x, stamp.y)
      .setBlendMode(Phaser.BlendModes.ERASE);
  }
  const sheet = (seen: boolean) =>
    cache.texture(`field-${id}-${String(seen)}`, stamp.width + OUTER * 2, stamp.height + OUTER * 2, (context) => {
      drawSheet(context, cache, stamp, edge, seen);
    });
  const image = cache.image(sheet(false), DEPTH.stamp).setPosition(stamp.x, stamp.y);
  const plain = cache.merge(`seat-${id}-false`, [image, name], DEPTH.stamp);
  const inked = cache.merge(`seat-${id}-true`, [image.setTexture(sheet(true)), name], DEPTH.stamp);
  return {
    place,
    frame(seen) {
      const changed = inked.visible !== seen;
      plain.setVisible(!seen);
      inked.setVisible(seen);
      return changed;
    },
  };
}

function drawSheet(
  context: CanvasRenderingContext2D,
  { palette }: TextureCache,
  spot: Spot,
  edge: number,
  seen: boolean,
): void {
  const window = [edge - RIM, edge - RIM, spot.width - (edge - RIM) * 2, spot.height - (edge - RIM) * 2] as const;
  context.translate(OUTER, OUTER);
  const outline = stampOutline(spot.width, spot.height, Math.max(7, spot.height * 0.07));
  context.save();
  context.shadowColor = shadow(palette, 0.35);
  context.shadowBlur = 6;
  context.shadowOffsetY = 2;
  context.fillStyle = palette.stampPaper;
  context.fill(outline);
  context.restore();
  context.strokeStyle = shadow(palette, 0.35);
  context.lineWidth = 0.7;
  context.stroke(outline);
  context.clearRect(...window);
  context.strokeStyle = seen ? palette.seen : palette.hidden;
  context.lineWidth = seen ? 2.4 : 1.2;
  context.strokeRect(...window);
}
