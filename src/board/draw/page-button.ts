import { fittedStyle, measureText, rightToLeft, writeLine, type TextStyle } from '../../stage/canvas-text.ts';
import type { Palette } from '../../stage/palette.ts';
import type { Box } from '../layout/box.ts';

/** Draws a button that opens a page: an icon, and a label if there is room for one. */
export function drawPageButton(context: CanvasRenderingContext2D, palette: Palette, box: Box, label: string): void {
  const { x, y, width, height } = box;
  const roomy = width >= 90;
  context.strokeStyle = palette.hidden;
  context.lineWidth = 1.4;
  context.fillStyle = palette.bright;
  context.beginPath();
  context.roundRect(x + 0.5, y + 2, width - 1, height - 4, roomy ? height / 2 : 8);
  context.fill();
  context.stroke();
  // A page with lines.
  const wish: TextStyle = { size: 13, weight: 600, family: palette.fontBody, colour: palette.hidden, leading: 17 };
  const style = fittedStyle(context, label, width - 44, wish);
  const textWidth = roomy ? Math.min(width - 44, measureText(context, label, style)) : 0;
  const total = roomy ? 16 + 7 + textWidth : 18;
  const turned = rightToLeft();
  const left = x + (width - total) / 2;
  const iconX = roomy ? (turned ? left + total - 14 : left) : x + width / 2 - 8;
  const middle = y + height / 2;
  context.beginPath();
  context.roundRect(iconX, middle - 9, 15, 18, 2);
  for (const [row, length] of [9, 9, 6].entries()) {
    context.moveTo(iconX + 3, middle - 4 + row * 4);
    context.lineTo(iconX + 3 + length, middle - 4 + row * 4);
  }
  context.stroke();
  if (!roomy) return;
  writeLine(context, label, { x: turned ? left : left + 23, y: middle - 8.5, width: textWidth + 1 }, style);
}
