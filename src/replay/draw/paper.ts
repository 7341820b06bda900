import { fillWithShadow } from '../../stage/fill-with-shadow.ts';
import { shadow, type Palette } from '../../stage/palette.ts';

/** Envelopes and slips of paper that move over the table. */

/** Draws a sheet of paper with a soft shadow, and turns the shadow off for what is drawn next. */
export function drawSheet(
  context: CanvasRenderingContext2D,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  colour: string,
  palette: Palette,
): void {
  context.save();
  context.shadowColor = shadow(palette, 0.32);
  context.shadowBlur = 7;
  context.shadowOffsetY = 2;
  context.fillStyle = colour;
  fillWithShadow(context, box, 2.5);
  context.restore();
  context.strokeStyle = palette.deskLine;
  context.lineWidth = 1;
  context.stroke();
}

/**
 * Draws an envelope from the back, in a box with a margin of 4 around it.
 * @param state open: the flap is up, so the box is taller; sealed: with a wax seal, for a mail to one person only
 */
export function drawEnvelope(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  state: 'closed' | 'open' | 'sealed',
  palette: Palette,
): void {
  const top = state === 'open' ? height * 0.55 : 0;
  context.translate(4, 4);
  context.lineJoin = 'round';
  if (state === 'open') {
    context.beginPath();
    context.moveTo(0, top);
    context.lineTo(width / 2, top - height * 0.5);
    context.lineTo(width, top);
    context.closePath();
    context.fillStyle = palette.paperShade;
    context.fill();
    context.strokeStyle = palette.deskLine;
    context.lineWidth = 1;
    context.stroke();
  }
  drawSheet(context, { x: 0, y: top, width, height }, palette.paper, palette);
  context.beginPath();
  context.moveTo(0, top + height);
  context.lineTo(width * 0.42, top + height * 0.5);
  context.moveTo(width, top + height);
  context.lineTo(width * 0.58, top + height * 0.5);
  context.strokeStyle = palette.line;
  context.stroke();
  context.beginPath();
  context.moveTo(0, top);
  context.lineTo(width / 2, top + height * 0.6);
  context.lineTo(width, top);
  context.strokeStyle = palette.deskLine;
  context.lineWidth = 1.2;
  if (state !== 'open') {
    context.fillStyle = palette.paperShade;
    context.fill();
  }
  context.stroke();
  if (state === 'sealed') drawSeal(context, width / 2, height * 0.56, Math.max(3.5, height * 0.2), palette);
}

/** Blue wax: this mail is for one reader. */
export function drawSeal(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  palette: Palette,
): void {
  context.beginPath();
  for (let point = 0; point < 24; point++) {
    const angle = (point / 24) * Math.PI * 2;
    const reach = radius * (1 + 0.07 * Math.sin(angle * 5));
    context.lineTo(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach);
  }
  context.closePath();
  context.fillStyle = palette.hidden;
  context.fill();
  context.beginPath();
  context.arc(x, y, radius * 0.58, 0, Math.PI * 2);
  context.strokeStyle = palette.paper;
  context.lineWidth = Math.max(0.8, radius * 0.14);
  context.stroke();
}
