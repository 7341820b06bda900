import type { Field } from '../engine/level.ts';
import { isVisibleField } from '../engine/routing.ts';
import { measureText, rightToLeft, wrapText, writeLine, writeLines, type TextStyle } from '../stage/lettering.ts';
import type { Palette } from '../stage/palette.ts';
import { drawSign, type SignName } from '../stage/signs.ts';
import type { Box } from './box.ts';
import type { TrayWords } from './words.ts';

/** Room around a tray in its texture, for its glow. In units of drawing. */
export const TRAY_PAD = 8;

/** at rest; cards are selected and could be put here; a card hovers over it */
export type TrayState = 'rest' | 'ready' | 'hover';

export interface TrayLook {
  readonly field: Field;
  readonly state: TrayState;
  /** In units of drawing, from the tray's corner. */
  readonly width: number;
  readonly height: number;
  readonly label: Box;
  readonly area: Box;
  readonly pager: { readonly box: Box; readonly text: string } | null;
  readonly empty: boolean;
  /** What a tap on it does while cards are selected. */
  readonly put: string;
  /** Shows the key that puts a card here. */
  readonly keys: boolean;
}

export function signOf(field: Field): SignName {
  if (field === 'none') return 'out';
  if (field === 'separate') return 'separate';
  return isVisibleField(field) ? 'seen' : 'hidden';
}

/** Rust where addresses are seen, blue where they are hidden; the sign says it, too. */
export function inkOf(field: Field, palette: Palette): string {
  if (field === 'none') return palette.inkSoft;
  return isVisibleField(field) ? palette.seen : palette.hidden;
}

/** The print inside of envelopes that hides what is in them: what lies here is hidden. */
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
function slot(context: CanvasRenderingContext2D, palette: Palette, box: Box, look: TrayLook): void {
  const ink = inkOf(look.field, palette);
  const hidden = !isVisibleField(look.field);
  const lit = look.state === 'hover';
  context.save();
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 7);
  context.fillStyle = hidden ? palette.sky : '#fbf0e4';
  context.fill();
  context.clip();
  if (hidden) securityTint(context, box, ink);
  const shade = context.createLinearGradient(0, box.y, 0, box.y + 12);
  shade.addColorStop(0, 'rgba(60, 40, 20, 0.26)');
  shade.addColorStop(1, 'rgba(60, 40, 20, 0)');
  context.fillStyle = shade;
  context.fillRect(box.x, box.y, box.width, 12);
  if (lit) {
    context.fillStyle = 'rgba(255, 255, 255, 0.55)';
    context.fillRect(box.x, box.y, box.width, box.height);
  }
  context.restore();

  context.save();
  context.strokeStyle = ink;
  context.globalAlpha = look.state === 'rest' ? 0.5 : 1;
  context.lineWidth = lit ? 3 : look.state === 'ready' ? 2 : 1.25;
  if (look.state === 'ready') context.setLineDash([7, 5]);
  if (lit) {
    context.shadowColor = ink;
    context.shadowBlur = 9;
  }
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 7);
  context.stroke();
  context.restore();
}

function badge(
  context: CanvasRenderingContext2D,
  look: TrayLook,
  palette: Palette,
  x: number,
  y: number,
  size: number,
): void {
  const ink = inkOf(look.field, palette);
  context.fillStyle = ink;
  context.beginPath();
  if (look.field === 'none') context.roundRect(x - size / 2, y - size / 2, size, size, 5);
  else context.arc(x, y, size / 2, 0, Math.PI * 2);
  context.fill();
  drawSign(context, signOf(look.field), x, y, size * 0.64, palette.paper);
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

/** Name, sign, and who sees what lies here. */
export function drawTrayLabel(
  context: CanvasRenderingContext2D,
  palette: Palette,
  words: TrayWords,
  look: TrayLook,
): void {
  const { label, state, put } = look;
  const turned = rightToLeft();
  const roomy = label.width >= 140;
  const flat = look.field === 'none';
  const size = roomy ? 32 : 26;
  const middle = label.y + label.height / 2;
  const across = (x: number, width: number) => (turned ? label.x + label.width - x - width : label.x + x);
  const ready = state !== 'rest';
  const ink = inkOf(look.field, palette);

  badge(context, look, palette, across(4, size) + size / 2, middle, size);
  const textX = 4 + size + (roomy ? 9 : 6);
  const keyRoom = look.keys ? 22 : 0;
  const width = label.width - textX - 4;
  const name: TextStyle = {
    size: roomy ? 18 : 15,
    weight: 640,
    family: palette.fontTitle,
    colour: ink,
    leading: roomy ? 21 : 17,
  };
  const small: TextStyle = {
    size: 12.5,
    family: palette.fontBody,
    colour: ready ? ink : palette.inkSoft,
    weight: ready ? 700 : 400,
    leading: 15,
  };
  if (flat) {
    const count: TextStyle = {
      size: 13,
      family: palette.fontBody,
      colour: palette.inkSoft,
      leading: 17,
      weight: 600,
      align: 'end',
    };
    const countWidth = measureText(context, words.people, count) + 4;
    const second = ready ? put : words.why;
    const two = label.height >= 46;
    const nameY = two ? middle - 19 : middle - name.size * 0.7;
    writeLine(context, words.name, { x: across(textX, width - countWidth), y: nameY, width: width - countWidth }, name);
    if (two)
      writeLine(context, second, { x: across(textX, width - keyRoom), y: middle + 2, width: width - keyRoom }, small);
    writeLine(
      context,
      ready && !two ? put : words.people,
      { x: across(textX, width), y: two ? nameY + 3 : middle - 8, width },
      count,
    );
    if (look.keys) keycap(context, palette, words.digit, across(label.width - 21, 17), middle + 3);
    return;
  }
  const people = words.count > 0 ? words.people : '';
  const lines = ready ? [put] : roomy ? [words.why, people] : [people];
  const shown = lines.filter((line) => line !== '');
  const wrapped = shown
    .flatMap((line) => wrapText(context, line, width, small, label.height >= 60 ? 2 : 1).lines)
    .slice(0, label.height >= 64 ? 3 : 2);
  const total = (name.leading ?? 0) + wrapped.length * 15;
  const top = middle - total / 2;
  writeLine(context, words.name, { x: across(textX, width - keyRoom), y: top, width: width - keyRoom }, name);
  writeLines(context, wrapped, { x: across(textX, width), y: top + (name.leading ?? 0), width }, small);
  if (look.keys) keycap(context, palette, words.digit, across(label.width - 21, 17), top + 1);
}

/** Draws a field of the mail: its label, and the slot where its cards lie. Its corner is at 0, 0. */
export function drawTray(context: CanvasRenderingContext2D, palette: Palette, words: TrayWords, look: TrayLook): void {
  const turned = rightToLeft();
  const start = turned ? 0 : look.label.width;
  const box: Box = { x: start, y: 0, width: look.width - look.label.width, height: look.height };
  slot(context, palette, box, look);
  drawTrayLabel(context, palette, words, look);
  if (look.empty) {
    const style: TextStyle = { size: 13, family: palette.fontBody, colour: palette.inkSoft, leading: 17 };
    const text = look.state === 'rest' ? words.why : look.put;
    if (look.label.width < 140 || look.state !== 'rest') {
      writeLine(context, text, { x: box.x + 12, y: look.height / 2 - 8.5, width: box.width - 24 }, style);
    }
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
