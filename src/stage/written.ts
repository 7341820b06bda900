/** Words on canvases with their boxes, so that a test can ask whether each of them can be read. */

/** A line of text and the box of its ink, in pixels of the canvas that it was written on. */
export interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line as it was written; nothing measures it until somebody asks, so that drawing costs no more for it. */
interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly style: Pick<CanvasRenderingContext2D, 'font' | 'direction' | 'textAlign' | 'textBaseline'>;
  readonly transform: DOMMatrix;
}

const written = new WeakMap<HTMLCanvasElement, (Line | Written)[]>();

function add(canvas: HTMLCanvasElement, line: Line | Written): void {
  const lines = written.get(canvas) ?? [];
  lines.push(line);
  written.set(canvas, lines);
}

/**
 * Notes a line that was written, in the style that the context has.
 *
 * @param x where the context's alignment puts it
 * @param y of its baseline
 */
export function noteWritten(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  if (text.trim() === '') return;
  const { font, direction, textAlign, textBaseline } = context;
  const style = { font, direction, textAlign, textBaseline };
  add(context.canvas, { text, x, y, style, transform: context.getTransform() });
}

/** Notes what was written on a canvas that is drawn onto another one now, at `x`, `y` and so many times as large. */
export function noteCopied(
  context: CanvasRenderingContext2D,
  from: HTMLCanvasElement,
  x: number,
  y: number,
  size: number,
): void {
  const transform = context.getTransform();
  for (const line of writtenOn(from)) {
    const copied = { x: x + line.x * size, y: y + line.y * size, width: line.width * size, height: line.height * size };
    add(context.canvas, { text: line.text, ...within(copied, transform) });
  }
}

/** Phaser gives canvases out again: what was written on one before is gone. */
export function forgetWritten(canvas: HTMLCanvasElement): void {
  written.delete(canvas);
}

/** What was written on a canvas. */
export function writtenOn(canvas: HTMLCanvasElement): readonly Written[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return [];
  const lines: Written[] = [];
  for (const line of written.get(canvas) ?? []) {
    const box = 'style' in line ? boxOf(line, context) : line;
    // A line that is written several times at one place, for the light behind it, is one line.
    if (!lines.some(({ text, x, y }) => text === box.text && x === box.x && y === box.y)) lines.push(box);
  }
  return lines;
}

function boxOf({ text, x, y, style, transform }: Line, context: CanvasRenderingContext2D): Written {
  Object.assign(context, style);
  const ink = context.measureText(text);
  const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right } = ink;
  const { actualBoundingBoxAscent: ascent, actualBoundingBoxDescent: descent } = ink;
  return { text, ...within({ x: x - left, y: y - ascent, width: left + right, height: ascent + descent }, transform) };
}

type Box = Omit<Written, 'text'>;

/** Returns the box around a box that has been transformed. */
function within({ x, y, width, height }: Box, { a, b, c, d, e, f }: DOMMatrix): Box {
  const corners = [x, x + width].flatMap((one) =>
    [y, y + height].map((other) => ({ x: a * one + c * other + e, y: b * one + d * other + f })),
  );
  const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
