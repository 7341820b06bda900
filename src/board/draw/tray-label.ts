import type { Field } from '../../engine/index.ts';
import { measureText, rightToLeft, wrapText, writeLine, writeLines, type TextStyle } from '../../stage/canvas-text.ts';
import type { Palette } from '../../stage/palette.ts';
import { drawSign } from '../../stage/field-icons.ts';
import { inkOf, signOf } from './tray-slot.ts';
import type { TrayWords } from '../texts.ts';
import type { TrayState } from '../view.ts';

/** The name of a tray, which also says what a tap would do. */
export interface LabelLook {
  readonly field: Field;
  readonly state: TrayState;
  /** In units of drawing. */
  readonly width: number;
  readonly height: number;
  /** What a tap on it does while cards are selected, or why it does nothing. */
  readonly put: string;
  /** Its icon says who can see its cards. */
  readonly signs: boolean;
  /** Shows the key that puts a card here. */
  readonly keys: boolean;
}

function badge(
  context: CanvasRenderingContext2D,
  { field, signs }: LabelLook,
  palette: Palette,
  x: number,
  y: number,
  size: number,
) {
  const signed = signs || field === 'none' || field === 'instead';
  context.fillStyle = inkOf(field, palette);
  context.beginPath();
  if (field === 'none') context.roundRect(x - size / 2, y - size / 2, size, size, 5);
  else context.arc(x, y, signed ? size / 2 : size / 4, 0, Math.PI * 2);
  context.fill();
  if (signed) drawSign(context, signOf(field), x, y, size * 0.64, palette.paper);
}

function keycap(context: CanvasRenderingContext2D, palette: Palette, digit: string, x: number, y: number): void {
  context.strokeStyle = palette.line;
  context.fillStyle = palette.paper;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x, y, 17, 18, 3.5);
  context.fill();
  context.stroke();
  writeLine(
    context,
    digit,
    { x, y: y + 1, width: 17 },
    { size: 12, weight: 600, family: palette.fontBody, colour: palette.inkSoft, leading: 16, align: 'center' },
  );
}

/** Mirrors a position for a right-to-left language. */
function across({ width }: LabelLook, x: number, extent: number): number {
  return rightToLeft() ? width - x - extent : x;
}

function smallStyle(palette: Palette, { field, state }: LabelLook): TextStyle {
  const ready = state !== 'rest';
  const colour = ready && state !== 'closed' ? inkOf(field, palette) : palette.inkSoft;
  return { size: 12.5, family: palette.fontBody, colour, weight: ready ? 700 : 400, leading: 15 };
}

/** The head of the address book: name, number of people, and what it means to stay here. */
function bookLabel(context: CanvasRenderingContext2D, palette: Palette, words: TrayWords, look: LabelLook): void {
  const { height, put, keys, state } = look;
  const ready = state !== 'rest';
  const two = height >= 46;
  const size = two ? 32 : 24;
  const middle = two ? height / 2 : height / 2 - 1;
  badge(context, look, palette, across(look, 4, size) + size / 2, middle, size);
  const textX = 4 + size + (two ? 9 : 8);
  const width = look.width - textX - 4;
  const name: TextStyle = {
    size: two ? 18 : 16,
    weight: 640,
    family: palette.fontTitle,
    colour: inkOf(look.field, palette),
    leading: two ? 21 : 20,
  };
  const count: TextStyle = {
    size: 13,
    family: palette.fontBody,
    colour: palette.inkSoft,
    leading: two ? 21 : 20,
    weight: 600,
    align: 'end',
  };
  const end = ready && !two ? put : words.people;
  const endWidth = measureText(context, end, count) + 4;
  const top = two ? middle - 20 : middle - 10;
  writeLine(context, words.name, { x: across(look, textX, width - endWidth), y: top, width: width - endWidth }, name);
  writeLine(context, end, { x: across(look, textX, width), y: top + 1, width }, count);
  if (!two) return;
  const room = width - (keys ? 22 : 0);
  const below = { x: across(look, textX, room), y: middle + 2, width: room };
  writeLine(context, ready ? put : words.why, below, smallStyle(palette, look));
  if (keys) keycap(context, palette, words.digit, across(look, look.width - 21, 17), middle + 3);
}

/** Finds the largest way to write a name that fits: on one line, else smaller and on two, at last on three. */
function fitName(
  context: CanvasRenderingContext2D,
  text: string,
  width: number,
  style: TextStyle,
): { readonly lines: readonly string[]; readonly style: TextStyle } {
  if (measureText(context, text, style) <= width) return { lines: [text], style };
  const widest = Math.max(...text.split(' ').map((word) => measureText(context, word, style)));
  for (let size = style.size - 1; size > 11; size--) {
    // Tried in letters of the first size, because each size takes a slow device as long as a card.
    const room = (width * style.size) / size;
    if (widest > room || wrapText(context, text, room, style).lines.length > 2) continue;
    const smaller = { ...style, size, leading: size + 2 };
    const { lines } = wrapText(context, text, width, smaller);
    if (lines.length <= 2) return { lines, style: smaller };
  }
  const least = { ...style, size: 12, leading: 14 };
  return { lines: wrapText(context, text, width, least, 3).lines, style: least };
}

/** The name of a field of the mail, its icon, and who can see its cards. */
function fieldLabel(context: CanvasRenderingContext2D, palette: Palette, words: TrayWords, look: LabelLook): void {
  const { height, put, keys, state } = look;
  const roomy = look.width >= 140;
  const size = roomy ? 32 : 26;
  badge(context, look, palette, across(look, 4, size) + size / 2, height / 2, size);
  const textX = 4 + size + (roomy ? 9 : 6);
  const width = look.width - textX - (roomy ? 4 : 2);
  const keyRoom = keys ? 22 : 0;
  const wish: TextStyle = {
    size: roomy ? 18 : 15,
    weight: 640,
    family: palette.fontTitle,
    colour: inkOf(look.field, palette),
    leading: roomy ? 21 : 17,
  };
  const name = fitName(context, words.name, width - keyRoom, wish);
  const nameHeight = name.lines.length * (name.style.leading ?? 0);
  const small = smallStyle(palette, look);
  const people = words.count > 0 ? words.people : '';
  const texts = (state === 'rest' ? [roomy ? words.why : '', people] : [put]).filter((line) => line !== '');
  const rows = Math.floor((height - 2 - nameHeight) / 15);
  const lines = texts.flatMap((line) => wrapText(context, line, width, small, 2).lines).slice(0, Math.max(0, rows));
  const top = (height - nameHeight - lines.length * 15) / 2;
  const room = width - keyRoom;
  writeLines(context, name.lines, { x: across(look, textX, room), y: top, width: room }, name.style);
  writeLines(context, lines, { x: across(look, textX, width), y: top + nameHeight, width }, small);
  if (keys) keycap(context, palette, words.digit, across(look, look.width - 21, 17), top + 1);
}

/** Draws the name of a tray in a box at 0, 0. */
export function drawTrayLabel(
  context: CanvasRenderingContext2D,
  palette: Palette,
  words: TrayWords,
  look: LabelLook,
): void {
  (look.field === 'none' ? bookLabel : fieldLabel)(context, palette, words, look);
}
