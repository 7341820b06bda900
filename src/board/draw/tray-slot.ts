import { isVisibleField, type Field } from '../../engine/index.ts';
import { writeLine, type TextStyle } from '../../stage/canvas-text.ts';
import { shadow, type Palette } from '../../stage/palette.ts';
import type { SignName } from '../../stage/field-icons.ts';
import type { Box } from '../layout/box.ts';

/** Space around a tray in its texture, for its glow. In units of drawing. */
export const TRAY_PAD = 8;

/** The part of a tray that stays the same whatever is carried over it. */
export interface SlotLook {
  readonly field: Field;
  /** In units of drawing, from the tray's corner. */
  readonly width: number;
  readonly height: number;
  readonly label: Box;
  readonly area: Box;
  readonly pager: { readonly box: Box; readonly text: string } | null;
  /** What an empty tray says; null if its name says enough. */
  readonly hint: string | null;
}

export function signOf(field: Field): SignName {
  if (field === 'none') return 'out';
  if (field === 'separate') return 'separate';
  if (field === 'instead') return 'around';
  return isVisibleField(field) ? 'seen' : 'hidden';
}

/** Rust if addresses are visible, blue if they are hidden; the icon says it too. */
export function inkOf(field: Field, palette: Palette): string {
  if (field === 'none') return palette.inkSoft;
  return isVisibleField(field) ? palette.seen : palette.hidden;
}

/** The security print inside envelopes, which shows that the cards here are hidden. */
function securityTint(context: CanvasRenderingContext2D, box: Box, colour: string): void {
  context.save();
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 6);
  context.clip();
  context.strokeStyle = colour;
  context.globalAlpha = 0.2;
  context.lineWidth = 1.1;
  context.beginPath();
  const step = 9;
  for (let y = box.y - step; y < box.y + box.height + step; y += step) {
    for (let x = box.x - step; x < box.x + box.width + step; x += step * 2) {
      const shift = Math.round((y - box.y) / step) % 2 === 0 ? 0 : step;
      context.moveTo(x + shift, y + step);
      context.quadraticCurveTo(x + shift + step / 2, y - 1, x + shift + step, y + step);
    }
  }
  context.stroke();
  context.restore();
}

/** A slot cut into the paper: darker, with the shadow of its upper edge. */
function slot(context: CanvasRenderingContext2D, palette: Palette, box: Box, field: Field): void {
  const ink = inkOf(field, palette);
  const hidden = !isVisibleField(field);
  context.save();
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 7);
  context.fillStyle = hidden ? palette.sky : palette.well;
  context.fill();
  context.clip();
  if (hidden) securityTint(context, box, ink);
  const shade = context.createLinearGradient(0, box.y, 0, box.y + 12);
  shade.addColorStop(0, shadow(palette, 0.26));
  shade.addColorStop(1, shadow(palette, 0));
  context.fillStyle = shade;
  context.fillRect(box.x, box.y, box.width, 12);
  context.restore();
  context.save();
  context.strokeStyle = ink;
  // Strong enough for the edge of a field to be visible by itself (WCAG 1.4.11).
  context.globalAlpha = 0.8;
  context.lineWidth = 1.25;
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 7);
  context.stroke();
  context.restore();
}

/** The slot of a tray, beside its name, from the tray's corner. */
export function slotBox({ width, height, label }: Pick<SlotLook, 'width' | 'height' | 'label'>): Box {
  return { x: label.x > 0 ? 0 : label.width, y: 0, width: width - label.width, height };
}

/** Draws the slot of a field of the mail. The tray's corner is at 0, 0. */
export function drawSlot(context: CanvasRenderingContext2D, palette: Palette, look: SlotLook): void {
  const box = slotBox(look);
  slot(context, palette, box, look.field);
  if (look.hint !== null) {
    const style: TextStyle = { size: 13, family: palette.fontBody, colour: palette.inkSoft, leading: 17 };
    writeLine(context, look.hint, { x: box.x + 12, y: look.height / 2 - 8.5, width: box.width - 24 }, style);
  }
  if (look.pager) drawPager(context, palette, look.pager.box, look.pager.text);
}

/** A button that turns the page of a tray with more cards than room. */
export function drawPager(context: CanvasRenderingContext2D, palette: Palette, box: Box, text: string): void {
  context.fillStyle = palette.paper;
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.5;
  context.beginPath();
  context.roundRect(box.x + 1, box.y + 1, box.width - 2, box.height - 2, 8);
  context.fill();
  context.stroke();
  const middle = box.y + box.height / 2;
  writeLine(
    context,
    text,
    { x: box.x, y: middle - 17, width: box.width },
    { size: 12.5, weight: 650, family: palette.fontBody, colour: palette.ink, align: 'center' },
  );
  context.lineWidth = 2;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  const x = box.x + box.width / 2;
  context.moveTo(x - 6, middle + 6);
  context.lineTo(x, middle + 12);
  context.lineTo(x + 6, middle + 6);
  context.stroke();
}
