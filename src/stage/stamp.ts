import type { Field } from './portrait-colours.ts';

/** The stamp's own units: everything on it is drawn in these. */
export const STAMP_WIDTH = 100;
export const STAMP_HEIGHT = 122;

const MARGIN = 9.5;

/** Draws one edge with its row of perforations, from the current point of the path. */
function perforate(path: Path2D, x: number, y: number, toX: number, toY: number, count: number): void {
  const angle = Math.atan2(toY - y, toX - x);
  for (let index = 0; index < count; index++) {
    const at = (index + 0.5) / count;
    const radius = (Math.hypot(toX - x, toY - y) / count) * 0.29;
    path.arc(x + (toX - x) * at, y + (toY - y) * at, radius, angle + Math.PI, angle, true);
  }
  path.lineTo(toX, toY);
}

/** Draws the outline of a stamp with perforated edges. */
export function stampOutline(width: number, height: number, pitch: number): Path2D {
  const path = new Path2D();
  const across = Math.max(3, Math.round(width / pitch));
  const down = Math.max(3, Math.round(height / pitch));
  path.moveTo(0, 0);
  perforate(path, 0, 0, width, 0, across);
  perforate(path, width, 0, width, height, down);
  perforate(path, width, height, 0, height, across);
  perforate(path, 0, height, 0, 0, down);
  path.closePath();
  return path;
}

/** Small stamps get fewer and larger teeth, which would blur otherwise. */
const outlineAt = (scale: number) => stampOutline(STAMP_WIDTH, STAMP_HEIGHT, scale < 0.45 ? 12.5 : 10);

/** Darkens a stamp for the evening theme. */
export function dimStamp(context: CanvasRenderingContext2D, scale: number, dim: number): void {
  context.fillStyle = `rgb(0 0 0 / ${String(dim)})`;
  context.fill(outlineAt(scale));
}

/**
 * Draws the paper of a stamp, with a soft shadow.
 * @param scale pixels for each unit
 */
export function drawStampPaper(context: CanvasRenderingContext2D, scale: number): void {
  const outline = outlineAt(scale);
  context.save();
  context.shadowColor = 'rgba(60, 40, 20, 0.35)';
  context.shadowBlur = 5 * scale;
  context.shadowOffsetY = 2 * scale;
  context.fillStyle = '#fffdf6';
  context.fill(outline);
  context.restore();
  context.strokeStyle = 'rgba(120, 95, 60, 0.35)';
  context.lineWidth = Math.min(1.5, 0.6 / scale);
  context.stroke(outline);
}

function drawEngraving(context: CanvasRenderingContext2D, field: Field, pattern: number): void {
  context.strokeStyle = field.ink;
  context.globalAlpha = 0.22;
  context.lineWidth = 1;
  context.beginPath();
  if (pattern === 0) {
    for (let y = 0; y < STAMP_HEIGHT; y += 4) {
      context.moveTo(0, y);
      context.lineTo(STAMP_WIDTH, y);
    }
  } else if (pattern === 1) {
    for (let ray = 0; ray < 48; ray++) {
      const angle = (ray / 48) * Math.PI * 2;
      context.moveTo(50 + Math.cos(angle) * 20, 62 + Math.sin(angle) * 20);
      context.lineTo(50 + Math.cos(angle) * 90, 62 + Math.sin(angle) * 90);
    }
  } else {
    for (let radius = 18; radius < 100; radius += 4.5) {
      context.moveTo(50 + radius, 58);
      context.arc(50, 58, radius, 0, Math.PI * 2);
    }
  }
  context.stroke();
  context.globalAlpha = 1;
}

/** Draws the printed picture of a stamp: a coloured field with fine lines, a subject, and a frame. */
export function drawStampField(
  context: CanvasRenderingContext2D,
  field: Field,
  pattern: number,
  subject: () => void,
): void {
  const width = STAMP_WIDTH - MARGIN * 2;
  const height = STAMP_HEIGHT - MARGIN * 2;
  context.save();
  context.beginPath();
  context.rect(MARGIN, MARGIN, width, height);
  context.clip();
  context.fillStyle = field.paper;
  context.fillRect(MARGIN, MARGIN, width, height);
  drawEngraving(context, field, pattern);
  subject();
  context.restore();
  context.strokeStyle = field.ink;
  context.lineWidth = 1.6;
  context.strokeRect(MARGIN, MARGIN, width, height);
}
