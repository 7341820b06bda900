/** Words on canvases with their boxes, so that a test can ask whether each of them can be read. */

/** A line of text and the box of its ink, in pixels of the canvas that it was written on. */
export interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const written = new WeakMap<HTMLCanvasElement, Written[]>();

function add(context: CanvasRenderingContext2D, line: Written): void {
  const { a, b, c, d, e, f } = context.getTransform();
  const across = [line.x, line.x + line.width];
  const down = [line.y, line.y + line.height];
  const corners = across.flatMap((x) => down.map((y) => ({ x: a * x + c * y + e, y: b * x + d * y + f })));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const box = { text: line.text, x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
  const lines = written.get(context.canvas) ?? [];
  // A line that is written several times at one place, for the light behind it, is one line.
  if (!lines.some(({ text, x, y }) => text === box.text && x === box.x && y === box.y)) lines.push(box);
  written.set(context.canvas, lines);
}

/**
 * Notes a line that was written, in the style that the context has.
 *
 * @param x where the context's alignment puts it
 * @param y of its baseline
 */
export function noteWritten(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  if (text.trim() === '') return;
  const ink = context.measureText(text);
  const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right } = ink;
  const { actualBoundingBoxAscent: ascent, actualBoundingBoxDescent: descent } = ink;
  add(context, { text, x: x - left, y: y - ascent, width: left + right, height: ascent + descent });
}

/** Notes what was written on a canvas that is drawn onto another one now, at `x`, `y` and so many times as large. */
export function noteCopied(
  context: CanvasRenderingContext2D,
  from: HTMLCanvasElement,
  x: number,
  y: number,
  size: number,
): void {
  for (const line of writtenOn(from)) {
    add(context, {
      text: line.text,
      x: x + line.x * size,
      y: y + line.y * size,
      width: line.width * size,
      height: line.height * size,
    });
  }
}

/** Phaser gives canvases out again: what was written on one before is gone. */
export function forgetWritten(canvas: HTMLCanvasElement): void {
  written.delete(canvas);
}

/** What was written on a canvas. */
export function writtenOn(canvas: HTMLCanvasElement): readonly Written[] {
  return written.get(canvas) ?? [];
}
