/**
 * Icons that say who can see an address without relying on colour: an open eye, a closed eye, one envelope each, a way
 * around, left out. Line drawings in a square of the given size around a centre.
 */
export type SignName = 'seen' | 'hidden' | 'separate' | 'around' | 'out';

const UNIT = 24;

const eye = (): Path2D => {
  const path = new Path2D();
  path.moveTo(2, 12);
  path.quadraticCurveTo(12, 1.5, 22, 12);
  path.quadraticCurveTo(12, 22.5, 2, 12);
  path.closePath();
  return path;
};

const pupil = (): Path2D => {
  const path = new Path2D();
  path.arc(12, 12, 3.6, 0, Math.PI * 2);
  return path;
};

const closed = (): Path2D => {
  const path = new Path2D();
  path.moveTo(2.5, 9.5);
  path.quadraticCurveTo(12, 19, 21.5, 9.5);
  for (const [x, y, toX, toY] of [
    [4.6, 12, 2.4, 15],
    [9, 14.2, 8, 17.8],
    [15, 14.2, 16, 17.8],
    [19.4, 12, 21.6, 15],
  ] as const) {
    path.moveTo(x, y);
    path.lineTo(toX, toY);
  }
  return path;
};

const envelopes = (): Path2D => {
  const path = new Path2D();
  path.roundRect(2, 10, 14.5, 10.5, 1.2);
  path.moveTo(2.6, 11);
  path.lineTo(9.25, 16);
  path.lineTo(15.9, 11);
  path.moveTo(5.5, 7);
  path.lineTo(19.5, 7);
  path.lineTo(19.5, 16.5);
  path.moveTo(9, 3.8);
  path.lineTo(22.4, 3.8);
  path.lineTo(22.4, 13);
  return path;
};

/** An arrow around a block. */
const detour = (): Path2D => {
  const path = new Path2D();
  path.moveTo(2.5, 19);
  path.bezierCurveTo(3, 1, 19, 1, 20, 15);
  path.moveTo(15.5, 12);
  path.lineTo(20.2, 16);
  path.lineTo(23, 10.5);
  path.rect(8, 13, 6, 7);
  return path;
};

const book = (): Path2D => {
  const path = new Path2D();
  path.roundRect(4.5, 3, 15.5, 18, 1.6);
  path.moveTo(8, 3);
  path.lineTo(8, 21);
  for (const y of [8, 12, 16]) {
    path.moveTo(2.5, y);
    path.lineTo(6, y);
  }
  path.moveTo(11.5, 9);
  path.lineTo(16.5, 9);
  path.moveTo(11.5, 13);
  path.lineTo(15, 13);
  return path;
};

/** Draws an icon, with a line width to suit its size. */
export function drawSign(
  context: CanvasRenderingContext2D,
  name: SignName,
  x: number,
  y: number,
  size: number,
  colour: string,
): void {
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(size / UNIT, size / UNIT);
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = 2;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  if (name === 'seen') {
    context.stroke(eye());
    context.fill(pupil());
  } else {
    context.stroke({ hidden: closed, separate: envelopes, around: detour, out: book }[name]());
  }
  context.restore();
}
