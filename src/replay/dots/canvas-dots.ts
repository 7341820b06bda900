import { LOBES, placeOf, turnOf, WETTING, type Crowd, type Point } from './crowd.ts';
import { DRY } from './ink-front.ts';
import { RIM } from './crowd-place.ts';
import type { DotColours, DotPainter, ShownCrowd } from './dot-painter.ts';

/** The most dots that a canvas without a graphics card draws in time. */
export const MOST_ON_CANVAS = 2500;
const EDGE_POINTS = 96;

/** Draws the same crowds in the same places with the plain 2D canvas, as the last resort without WebGL 2. */
export function canvasPainter(): DotPainter | null {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return null;
  let ratio = 1;
  return {
    canvas,
    kind: 'canvas',
    ready: () => true,
    resize(width, height, next) {
      ratio = next;
      canvas.width = Math.max(1, Math.round(width * ratio));
      canvas.height = Math.max(1, Math.round(height * ratio));
    },
    paint(crowds, colours, time) {
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      for (const shown of crowds) {
        context.save();
        context.translate(shown.left, shown.top);
        drawCrowd(context, shown, colours, time);
        context.restore();
      }
    },
    finish() {
      context.getImageData(0, 0, 1, 1);
    },
  };
}

function drawCrowd(
  context: CanvasRenderingContext2D,
  { crowd, front, look }: ShownCrowd,
  colours: DotColours,
  time: number,
): void {
  context.beginPath();
  context.rect(-RIM, -RIM, crowd.width + RIM * 2, crowd.height + RIM * 2);
  context.clip();
  context.fillStyle = colours.paper;
  context.fill();
  if (front > DRY) drawStain(context, crowd, front, colours.seen);
  const [plain, seen, pupils] = [new Path2D(), new Path2D(), new Path2D()];
  for (let dot = 0; dot < crowd.dots; dot++) {
    const turn = front > DRY ? turnOf(crowd, dot) : Infinity;
    const place = placeOf(crowd, dot, time);
    if (turn > front) {
      circle(plain, place, look.plain / 2);
      continue;
    }
    const wet = Math.min(1, (front - turn) / WETTING);
    const radius = ((look.plain + (look.seen - look.plain) * Math.min(1, wet * 2.2)) / 2) * swelling(wet);
    circle(seen, place, radius);
    if (wet > 0.4 && radius > 2.2) {
      circle(pupils, place, radius * 0.72);
      circle(pupils, place, radius * 0.4, true);
    }
  }
  const paint = (path: Path2D, colour: string, alpha: number) => {
    context.globalAlpha = alpha;
    context.fillStyle = colour;
    context.fill(path);
  };
  paint(plain, colours.plain, look.plainAlpha);
  paint(seen, colours.seen, look.seenAlpha);
  paint(pupils, colours.pupil, 1);
}

/** A dot swells as the ink reaches it, and then rests. */
const swelling = (wet: number) => 1 + 0.45 * Math.sin(Math.min(1, wet * 1.4) * Math.PI);

function circle(path: Path2D, { x, y }: Point, radius: number, hole = false): void {
  path.moveTo(x + radius, y);
  path.arc(x, y, radius, 0, Math.PI * 2, hole);
}

/** The ink stain: pale where it has settled, darker at its edge. */
function drawStain(context: CanvasRenderingContext2D, crowd: Crowd, front: number, colour: string): void {
  const stain = new Path2D();
  const { x, y } = crowd.origin;
  const turned = Math.atan2(crowd.lobes.y, crowd.lobes.x);
  for (let point = 0; point < EDGE_POINTS; point++) {
    const angle = (point / EDGE_POINTS) * Math.PI * 2;
    let wave = 1;
    for (const [count, length] of LOBES) wave += length * Math.cos((angle + turned) * count);
    const far = front * crowd.reach * wave + 3;
    stain.lineTo(x + Math.cos(angle) * far, y + Math.sin(angle) * far);
  }
  stain.closePath();
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.globalAlpha = 0.19;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- the context of a canvas is no array
  context.fill(stain);
  context.globalAlpha = 0.22;
  context.lineWidth = 6;
  context.stroke(stain);
  context.lineWidth = 2;
  context.stroke(stain);
}
