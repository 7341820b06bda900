import { fillWithShadow } from '../../stage/fill-with-shadow.ts';
import { pixelsPerUnit } from '../../stage/texture.ts';
import { wrapText, writeLines, type TextStyle } from '../../stage/canvas-text.ts';
import { shadow, type Palette } from '../../stage/palette.ts';

/** Space around a slip in its texture, for its shadow. In units of drawing. */
export const SLIP_PAD = 8;

/** A slip of paper for a note on the desk or on the letter. Its corner is at 0, 0. */
export function drawSlip(context: CanvasRenderingContext2D, palette: Palette, width: number, height: number): void {
  context.save();
  context.shadowColor = shadow(palette, 0.34);
  context.shadowBlur = 3 * pixelsPerUnit(context);
  context.shadowOffsetY = pixelsPerUnit(context);
  context.fillStyle = palette.paper;
  fillWithShadow(context, { x: 0, y: 0, width, height }, 4);
  context.restore();
  context.strokeStyle = palette.paperEdge;
  context.lineWidth = 1;
  context.stroke();
}

/** Writes the hints, in a box at 0, 0; the first line is emphasised. */
export function drawHint(
  context: CanvasRenderingContext2D,
  palette: Palette,
  hints: readonly string[],
  width: number,
  height: number,
): void {
  const { blocks, total } = fitHints(context, palette, hints, width, height - 4);
  let y = (height - total) / 2;
  for (const { lines, style } of blocks) y = writeLines(context, lines, { x: 0, y, width }, style);
}

interface Block {
  readonly lines: readonly string[];
  readonly style: TextStyle;
}

const SIZES = [13, 12, 11];

/** Writes all hints as large as they fit, or else only the first ones, because a hint that is cut off helps nobody. */
function fitHints(
  context: CanvasRenderingContext2D,
  palette: Palette,
  hints: readonly string[],
  width: number,
  height: number,
): { readonly blocks: readonly Block[]; readonly total: number } {
  for (const size of SIZES) {
    const body: TextStyle = { size, family: palette.fontBody, colour: palette.inkSoft, leading: size + 4 };
    const blocks = hints.map((hint, index): Block => {
      const style = index === 0 ? { ...body, weight: 650, colour: palette.ink } : body;
      return { lines: wrapText(context, hint, width, style).lines, style };
    });
    const total = blocks.reduce((sum, { lines }) => sum + lines.length, 0) * (size + 4);
    if (total <= height || (hints.length === 1 && size === SIZES.at(-1))) return { blocks, total };
  }
  return fitHints(context, palette, hints.slice(0, -1), width, height);
}
