import {
  leftToRight,
  measureText,
  rightToLeft,
  wrapText,
  writeLine,
  writeLines,
  type TextStyle,
} from '../../stage/canvas-text.ts';
import { dimness, shadow, type Palette } from '../../stage/palette.ts';
import { drawPortrait, PORTRAIT_RATIO } from '../../stage/portrait.ts';
import { t } from '../../i18n/index.ts';
import type { CardMark } from '../marks.ts';
import type { CardWords } from '../texts.ts';
import { drawPaper } from './paper.ts';

/** Space around a card in its texture, for its shadow and for the cards below it in a pile. In units of drawing. */
export const CARD_PAD = 12;

export interface CardLook {
  /** In units of drawing. */
  readonly width: number;
  readonly height: number;
  readonly selected: boolean;
}

interface Column {
  readonly x: number;
  readonly width: number;
}

/** More cards below the card, slightly rotated, because a crowd is a pile. */
function pile(context: CanvasRenderingContext2D, palette: Palette, width: number, height: number): void {
  for (const [x, y, turn] of [
    [5, 5, 0.008],
    [2.5, 3, -0.006],
  ] as const) {
    context.save();
    context.translate(width / 2 + x, height / 2 + y);
    context.rotate(turn);
    context.translate(-width / 2, -height / 2);
    context.shadowColor = shadow(palette, 0.28);
    context.shadowBlur = 5;
    context.shadowOffsetY = 1;
    context.fillStyle = palette.paperShade;
    drawPaper(context, palette, width, height);
    context.restore();
  }
}

function tick(context: CanvasRenderingContext2D, palette: Palette, width: number): void {
  const x = rightToLeft() ? 3 : width - 3;
  context.fillStyle = palette.ink;
  context.strokeStyle = palette.paper;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, 3, 9.5, 0, Math.PI * 2);
  context.fill();
  context.stroke();
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(x - 4, 3.5);
  context.lineTo(x - 1, 6.5);
  context.lineTo(x + 4.4, -0.4);
  context.stroke();
}

/**
 * A round icon on the corner of a stamp: an arrow pointing out, or one pointing back, as mail programs mark external
 * people and replies.
 */
function markBadge(context: CanvasRenderingContext2D, palette: Palette, mark: CardMark, x: number, y: number): void {
  const turn = rightToLeft() ? -1 : 1;
  context.save();
  context.translate(x, y);
  context.scale(turn, 1);
  context.fillStyle = mark === 'outside' ? palette.gold : palette.hidden;
  context.strokeStyle = palette.paper;
  context.lineWidth = 1.7;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.arc(0, 0, 8.5, 0, Math.PI * 2);
  context.fill();
  context.stroke();
  context.beginPath();
  if (mark === 'outside') {
    context.moveTo(-3, 3);
    context.lineTo(3, -3);
    context.moveTo(-2, -3);
    context.lineTo(3, -3);
    context.lineTo(3, 2);
  } else {
    context.moveTo(-1, -4.5);
    context.lineTo(-4.5, -1.5);
    context.lineTo(-1, 1.5);
    context.moveTo(-4, -1.5);
    context.lineTo(1, -1.5);
    context.quadraticCurveTo(4, -1, 4, 3.5);
  }
  context.stroke();
  context.restore();
}

interface Line {
  readonly text: string;
  readonly style: TextStyle;
}

/**
 * Writes an address on as few lines as possible, broken before the "@" as people read it.
 * @param whole omits it if it would be cut
 */
function addressLines(
  context: CanvasRenderingContext2D,
  address: string,
  width: number,
  style: TextStyle,
  most: number,
  whole: boolean,
): string[] {
  if (most <= 0) return [];
  const at = address.lastIndexOf('@');
  const fits = (line: string) => measureText(context, line, style) <= width;
  if (at < 0 || fits(address)) return [leftToRight(address)];
  const lines = (most === 1 ? [address] : [address.slice(0, at), address.slice(at)]).map(leftToRight);
  return whole && !lines.every(fits) ? [] : lines;
}

/** Writes a card's words from its name down, as far as they fit. */
function linesFor(
  context: CanvasRenderingContext2D,
  palette: Palette,
  words: CardWords,
  column: Column,
  height: number,
): Line[] {
  const large = height >= 90 && column.width >= 180;
  const name: TextStyle = {
    size: large ? 16 : height >= 60 ? 14.5 : 13.5,
    weight: 650,
    family: palette.fontBody,
    colour: palette.ink,
    leading: large ? 20 : height >= 60 ? 17 : 16,
  };
  const mono: TextStyle = { size: 11.5, family: palette.fontMono, colour: palette.inkSoft, leading: 15 };
  const crowd: TextStyle = {
    size: large ? 14 : 12.5,
    weight: 650,
    family: palette.fontBody,
    colour: palette.gold,
    leading: large ? 18 : 16,
  };
  const body: TextStyle = { size: 13, family: palette.fontBody, colour: palette.inkSoft, leading: 16.5 };

  let left = height - (height >= 60 ? 12 : 7);
  const lines: Line[] = [];
  const add = (texts: readonly string[], style: TextStyle) => {
    for (const text of texts) {
      const leading = style.leading ?? style.size;
      if (leading > left + 0.5) return;
      lines.push({ text, style });
      left -= leading;
    }
  };
  const second = words.people === null ? mono : crowd;
  const full = wrapText(context, words.name, column.width, name, 2).lines;
  const room = left + 0.5 - full.length * (name.leading ?? 0) >= (second.leading ?? 0);
  // A name matters more than an address, and the number of people more than the end of a name.
  const crammed = height < 50 && column.width <= 110 && words.people === null;
  add(room || crammed ? full : wrapText(context, words.name, column.width, name, 1).lines, name);
  if (words.people !== null) {
    add([measureText(context, words.people, crowd) <= column.width ? words.people : words.number], crowd);
  }
  const addressRoom = large ? 1 : Math.floor(left / 15);
  if (column.width >= 84) {
    // The pattern of a crowd's addresses is useless when it is cut.
    const address = addressLines(
      context,
      words.address,
      column.width,
      mono,
      Math.min(2, addressRoom),
      words.people !== null,
    );
    add(address, mono);
  }
  if (large && words.about !== '') {
    const most = Math.floor((left - 2) / 16.5);
    if (most > 0) add(wrapText(context, words.about, column.width, body, most).lines, body);
  }
  return lines;
}

/**
 * Draws a card: paper, the contact's stamp, name, number of people, address and, if it fits, what is known. The upper
 * left corner of the card is at 0, 0; shadow, pile and tick extend beyond it by less than CARD_PAD.
 */
export function drawCard(context: CanvasRenderingContext2D, palette: Palette, words: CardWords, look: CardLook): void {
  const { width, height, selected } = look;
  if (words.people !== null) pile(context, palette, width, height);
  context.save();
  context.shadowColor = shadow(palette, 0.32);
  context.shadowBlur = 6;
  context.shadowOffsetY = 2;
  const sheen = context.createLinearGradient(0, 0, width * 0.5, height);
  sheen.addColorStop(0, palette.bright);
  sheen.addColorStop(1, palette.paper);
  context.fillStyle = sheen;
  drawPaper(context, palette, width, height);
  context.restore();

  const margin = height >= 60 ? 7 : 4;
  // On a narrow card, the words come before the picture.
  const share = width < 115 ? 0.22 : width < 220 ? 0.27 : 0.34;
  const size = Math.min(height - margin * 2, 96, (width * share) / PORTRAIT_RATIO);
  const stampWidth = size * PORTRAIT_RATIO;
  const gap = height >= 60 ? 10 : 7;
  const textWidth = width - margin - stampWidth - gap - 6;
  const turned = rightToLeft();
  const column: Column = { x: turned ? 6 : margin + stampWidth + gap, width: textWidth };
  const stampLeft = turned ? width - margin - stampWidth : margin;
  drawPortrait(
    context,
    words.contact,
    stampLeft - (size - stampWidth) / 2,
    (height - size) / 2,
    size,
    dimness(palette),
  );

  const lines = linesFor(context, palette, words, column, height);
  const total = lines.reduce((sum, { style }) => sum + (style.leading ?? 0), 0);
  let y = (height - total) / 2;
  for (const { text, style } of lines) {
    y = writeLine(context, text, { x: column.x, y, width: column.width }, style);
  }
  const corner = { x: stampLeft + stampWidth / 2, y: (height + size) / 2 - 5 };
  for (const [place, mark] of words.marks.entries()) {
    // The first at the corner beside the name, the next at the other one.
    const side = (place === 0) === turned ? -1 : 1;
    markBadge(context, palette, mark, corner.x + side * (stampWidth / 2 - 3), corner.y);
  }
  if (!selected) return;
  context.strokeStyle = palette.ink;
  context.lineWidth = 2.5;
  context.beginPath();
  context.roundRect(-1, -1, width + 2, height + 2, 5);
  context.stroke();
  tick(context, palette, width);
}

/** Draws the note of the current card, in a box at 0, 0. @returns false when it had to be cut short */
export function drawNote(
  context: CanvasRenderingContext2D,
  palette: Palette,
  words: CardWords,
  width: number,
  height: number,
): boolean {
  const name: TextStyle = { size: 14.5, weight: 650, family: palette.fontBody, colour: palette.ink, leading: 18 };
  const mono: TextStyle = { size: 12, family: palette.fontMono, colour: palette.inkSoft, leading: 16 };
  const body: TextStyle = { size: 13, family: palette.fontBody, colour: palette.ink, leading: 16 };
  const marks = words.marks.map((mark) => t(`mark.${mark}`));
  const title = [words.name, ...(words.people === null ? [] : [words.people]), ...marks].join(' · ');
  const roomy = height >= 90;
  let y = roomy ? 6 : 3;
  // On a phone the card itself may cut the address, so the note has it whenever it fits beside the name.
  const address = leftToRight(words.address);
  const beside =
    !roomy &&
    words.about !== '' &&
    measureText(context, title, name) + 12 + measureText(context, address, mono) <= width;
  if (beside) writeLine(context, address, { x: 0, y: y + 2, width }, { ...mono, align: 'end' });
  y = writeLine(context, title, { x: 0, y, width }, name);
  if (roomy) y = writeLine(context, address, { x: 0, y, width }, mono) + 2;
  if (words.about === '') {
    if (!roomy) writeLine(context, address, { x: 0, y, width }, mono);
    return true;
  }
  const { lines, cut } = wrapText(context, words.about, width, body, Math.max(1, Math.floor((height - y + 1) / 16)));
  writeLines(context, lines, { x: 0, y, width }, body);
  return !cut;
}
