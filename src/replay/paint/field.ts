import { stampOutline } from '../../stage/stamp.ts';
import type { Phaser } from '../../stage/phaser.ts';
import { dotField, nearestDot, type DotField } from '../dots.ts';
import type { Spot } from '../block.ts';
import { DEPTH, type Easel } from './easel.ts';

/** The ink is drawn in so many stages: often enough to look steady, seldom enough to be cheap. */
const STAGES = 40;
const MARGIN = 0.075;

/** A crowd: a sheet of stamp paper with a dot for each person, through which ink can bleed. */
export interface Field {
  readonly image: Phaser.GameObjects.Image;
  readonly dots: DotField;
  /** @param ink how far the ink has come, from 0 to 1 */
  paint(ink: number): void;
  /** The person, counted from 0, whose dot is nearest to a place, given from the middle of the field. */
  personAt(dx: number, dy: number): number;
}

/** Draws a crowd of a contact; only the stage of the ink that changed is drawn again. */
export function paintField(easel: Easel, id: string, people: number, spot: Spot): Field {
  const edge = Math.min(spot.width, spot.height) * MARGIN + 4;
  const [width, height] = [spot.width - edge * 2, spot.height - edge * 2];
  const dots = dotField(id, people, width, height);
  const outer = 6;
  const key = easel.texture(`field-${id}`, spot.width + outer * 2, spot.height + outer * 2, (context) => {
    drawField(context, easel, spot, dots, { outer, edge, ink: 0 });
  });
  const image = easel.image(key, DEPTH.stamp).setPosition(spot.x, spot.y);
  let stage = 0;
  return {
    image,
    dots,
    paint(ink) {
      const next = Math.round(ink * STAGES);
      if (next === stage) return;
      stage = next;
      const texture = easel.scene.textures.get(key) as Phaser.Textures.CanvasTexture;
      texture.context.clearRect(0, 0, spot.width + outer * 2, spot.height + outer * 2);
      drawField(texture.context, easel, spot, dots, { outer, edge, ink: next / STAGES });
      texture.refresh();
    },
    personAt(dx, dy) {
      const nearest = nearestDot(dots, dx + width / 2, dy + height / 2);
      return Math.min(people - 1, nearest * dots.people);
    },
  };
}

function drawField(
  context: CanvasRenderingContext2D,
  { palette }: Easel,
  spot: Spot,
  { dots, pitch }: DotField,
  { outer, edge, ink }: { readonly outer: number; readonly edge: number; readonly ink: number },
): void {
  context.save();
  context.translate(outer, outer);
  const outline = stampOutline(spot.width, spot.height, Math.max(7, spot.height * 0.07));
  context.save();
  context.shadowColor = 'rgba(60, 40, 20, 0.35)';
  context.shadowBlur = 6;
  context.shadowOffsetY = 2;
  context.fillStyle = '#fffdf6';
  context.fill(outline);
  context.restore();
  context.strokeStyle = 'rgba(120, 95, 60, 0.35)';
  context.lineWidth = 0.7;
  context.stroke(outline);
  context.fillStyle = palette.sky;
  context.fillRect(edge - 3, edge - 3, spot.width - edge * 2 + 6, spot.height - edge * 2 + 6);
  context.save();
  context.beginPath();
  context.rect(edge - 3, edge - 3, spot.width - edge * 2 + 6, spot.height - edge * 2 + 6);
  context.clip();
  context.translate(edge, edge);
  const plain = emptyPath();
  const stain = emptyPath();
  const seen = emptyPath();
  const pupils = emptyPath();
  const small = Math.max(0.7, Math.min(2.6, pitch * 0.27));
  // The front of the ink is a band: a dot in it is on its way.
  const front = ink * 1.25;
  for (const { x, y, turn } of dots) {
    const wet = Math.min(1, Math.max(0, (front - turn) / 0.25));
    circle(wet > 0 ? seen : plain, x, y, small * (1 + wet * 0.75));
    if (wet > 0) circle(stain, x, y, pitch * (0.4 + wet * 0.75));
    if (wet > 0.5 && small > 1.3) circle(pupils, x, y, small * 0.6);
  }
  context.fillStyle = palette.hidden;
  context.globalAlpha = 0.75;
  context.fill(plain);
  context.globalAlpha = 0.2;
  context.fillStyle = palette.seen;
  context.fill(stain);
  context.globalAlpha = 1;
  context.fill(seen);
  context.fillStyle = palette.paper;
  context.fill(pupils);
  context.restore();
  context.strokeStyle = ink > 0.5 ? palette.seen : palette.hidden;
  context.lineWidth = 1.2;
  context.strokeRect(edge - 3, edge - 3, spot.width - edge * 2 + 6, spot.height - edge * 2 + 6);
  context.restore();
}

const emptyPath = () => new Path2D();

function circle(path: Path2D, x: number, y: number, radius: number): void {
  path.moveTo(x + radius, y);
  path.arc(x, y, radius, 0, Math.PI * 2);
}
