import { fillWithShadow } from '../../stage/fill-with-shadow.ts';
import { pixelsPerUnit } from '../../stage/texture.ts';
import { rightToLeft, wrapText, writeLines, type TextStyle } from '../../stage/canvas-text.ts';
import { shadow, type Palette } from '../../stage/palette.ts';
import type { Box } from '../layout/box.ts';
import { drawPager, type SlotLook } from './tray-slot.ts';

export interface BookLook extends SlotLook {
  /** The slots of cards that are elsewhere, from the book's corner. */
  readonly openSlots: readonly Box[];
  /** True if there is room for covers and rings. */
  readonly bound: boolean;
}

const SPINE = 22;
const LEATHER = '#6f4a33';
const LEATHER_DARK = '#553624';

function cover(context: CanvasRenderingContext2D, palette: Palette, width: number, height: number): void {
  context.save();
  context.shadowColor = shadow(palette, 0.42);
  const pixels = pixelsPerUnit(context);
  context.shadowBlur = 8 * pixels;
  context.shadowOffsetY = 3 * pixels;
  context.shadowOffsetX = pixels;
  const leather = context.createLinearGradient(0, 0, width, height);
  leather.addColorStop(0, '#815840');
  leather.addColorStop(0.5, LEATHER);
  leather.addColorStop(1, LEATHER_DARK);
  context.fillStyle = leather;
  fillWithShadow(context, { x: 0, y: 0, width, height }, 11);
  context.restore();
  context.strokeStyle = 'rgba(243, 217, 170, 0.45)';
  context.lineWidth = 1.2;
  context.setLineDash([5, 4]);
  context.beginPath();
  context.roundRect(4, 4, width - 8, height - 8, 8);
  context.stroke();
  context.setLineDash([]);
}

/** Rings that hold the pages. */
function rings(context: CanvasRenderingContext2D, palette: Palette, x: number, height: number): void {
  const count = Math.max(3, Math.round(height / 110));
  for (let index = 0; index < count; index++) {
    const y = ((index + 0.5) / count) * height;
    context.fillStyle = shadow(palette, 0.75);
    context.beginPath();
    context.arc(x + 12, y, 4, 0, Math.PI * 2);
    context.fill();
    const metal = context.createLinearGradient(0, y - 4, 0, y + 4);
    metal.addColorStop(0, '#f4efe4');
    metal.addColorStop(0.5, '#b9ad97');
    metal.addColorStop(1, '#7d725f');
    context.strokeStyle = metal;
    context.lineWidth = 4.5;
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(x - 9, y);
    context.lineTo(x + 11, y);
    context.stroke();
  }
}

/** The page curves towards the rings, and is darker there. */
function fold(context: CanvasRenderingContext2D, palette: Palette, page: Box, turned: boolean): void {
  const inner = turned ? page.x + page.width : page.x;
  const shade = context.createLinearGradient(inner, 0, inner + (turned ? -26 : 26), 0);
  shade.addColorStop(0, shadow(palette, 0.2));
  shade.addColorStop(1, shadow(palette, 0));
  context.fillStyle = shade;
  context.fillRect(turned ? inner - 26 : inner, page.y + 2, 26, page.height - 4);
}

/** The page of the book, from its corner. */
export function bookPage({ width, height, bound }: Pick<BookLook, 'width' | 'height' | 'bound'>): Box {
  const spine = bound ? SPINE : 0;
  const edge = bound ? 8 : 0;
  return { x: rightToLeft() ? edge : spine, y: edge, width: width - spine - edge, height: height - edge * 2 };
}

/** Draws the address book, open at the page with the cards that are left out. Its corner is at 0, 0. */
export function drawBook(context: CanvasRenderingContext2D, palette: Palette, look: BookLook): void {
  const { width, height } = look;
  const turned = rightToLeft();
  if (look.bound) cover(context, palette, width, height);
  const page = bookPage(look);
  context.save();
  if (!look.bound) {
    context.shadowColor = shadow(palette, 0.35);
    context.shadowBlur = 4 * pixelsPerUnit(context);
    context.shadowOffsetY = 1.5 * pixelsPerUnit(context);
  }
  const paper = context.createLinearGradient(
    turned ? page.x + page.width : page.x,
    0,
    turned ? page.x : page.x + page.width,
    0,
  );
  paper.addColorStop(0, palette.paperShade);
  paper.addColorStop(1, palette.paperLow);
  context.fillStyle = paper;
  fillWithShadow(context, page, 6);
  context.restore();
  if (look.bound) fold(context, palette, page, turned);
  if (look.bound) rings(context, palette, turned ? width - SPINE : SPINE, height);

  context.strokeStyle = palette.stamp;
  context.globalAlpha = 0.45;
  context.lineWidth = 1.2;
  context.beginPath();
  context.moveTo(look.label.x, look.label.y + look.label.height - 3);
  context.lineTo(look.label.x + look.label.width, look.label.y + look.label.height - 3);
  context.stroke();
  context.globalAlpha = 1;

  context.strokeStyle = palette.desk;
  context.fillStyle = shadow(palette, 0.06);
  context.lineWidth = 1.4;
  context.setLineDash([5, 5]);
  for (const box of look.openSlots) {
    context.beginPath();
    context.roundRect(box.x + 2, box.y + 2, box.width - 4, box.height - 4, 5);
    context.fill();
    context.stroke();
  }
  context.setLineDash([]);
  if (look.hint !== null && look.openSlots.length === 0) {
    const style: TextStyle = {
      size: 13,
      family: palette.fontBody,
      colour: palette.inkSoft,
      leading: 17,
      align: 'center',
    };
    const { lines } = wrapText(context, look.hint, look.area.width - 24, style, 2);
    writeLines(
      context,
      lines,
      { x: look.area.x + 12, y: look.area.y + look.area.height / 2 - lines.length * 8.5, width: look.area.width - 24 },
      style,
    );
  }
  if (look.pager) drawPager(context, palette, look.pager.box, look.pager.text);
}
