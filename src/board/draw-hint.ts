import { wrapText, writeLines, type TextStyle } from '../stage/lettering.ts';
import { shadow, type Palette } from '../stage/palette.ts';

/** Room around a slip in its texture, for its shadow. In units of drawing. */
export const SLIP_PAD = 8;

/** A slip of paper for a note that lies on the desk or on the letter. Its corner is at 0, 0. */
export function drawSlip(context: CanvasRenderingContext2D, palette: Palette, width: number, height: number): void {
  context.save();
  context.shadowColor = shadow(palette, 0.34);
  context.shadowBlur = 6;
  context.shadowOffsetY = 2;
  context.fillStyle = palette.paper;
  context.beginPath();
  context.roundRect(0, 0, width, height, 4);
  context.fill();
  context.restore();
  context.strokeStyle = palette.paperEdge;
  context.lineWidth = 1;
  context.stroke();
}

/** Writes what to do, in a box at 0, 0: the first line stands out. */
export function drawHint(
  context: CanvasRenderingContext2D,
  palette: Palette,
  hints: readonly string[],
  width: number,
  height: number,
): void {
  const body: TextStyle = { size: 13, family: palette.fontBody, colour: palette.inkSoft, leading: 17 };
  const first: TextStyle = { ...body, weight: 650, colour: palette.ink };
  let room = Math.floor((height - 4) / 17);
  const blocks = hints.map((hint, index) => {
    const style = index === 0 ? first : body;
    const { lines } = wrapText(context, hint, width, style, Math.max(1, room));
    const shown = lines.slice(0, Math.max(0, room));
    room -= shown.length;
    return { shown, style };
  });
  const total = blocks.reduce((sum, { shown }) => sum + shown.length * 17, 0);
  let y = (height - total) / 2;
  for (const { shown, style } of blocks) y = writeLines(context, shown, { x: 0, y, width }, style);
}
