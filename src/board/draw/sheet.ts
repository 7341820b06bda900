import {
  fittedStyle,
  leftToRight,
  measureText,
  rightToLeft,
  wrapText,
  writeLine,
  writeLines,
  type TextStyle,
} from '../../stage/canvas-text.ts';
import { shadow, type Palette } from '../../stage/palette.ts';
import { stampOutline } from '../../stage/stamp.ts';
import type { Box } from '../layout/box.ts';
import type { DeskWords } from '../texts.ts';

/** Room around the sheet in its texture, for its shadow and the sheets below it. In units of drawing. */
export const SHEET_PAD = 22;

export interface SheetLook {
  readonly width: number;
  readonly height: number;
  /** All from the sheet's corner, in units of drawing. */
  readonly from: Box | null;
  readonly subject: Box;
  readonly body: Box;
  readonly read: Box;
  readonly labels: { readonly from: string; readonly subject: string; readonly read: string; readonly mails: string };
}

export function drawSheetPaper(
  context: CanvasRenderingContext2D,
  palette: Palette,
  width: number,
  height: number,
  mails: number,
): void {
  for (let below = Math.min(3, mails - 1); below >= 0; below--) {
    context.save();
    context.translate(width / 2 + below * 3, height / 2 + below * 3);
    context.rotate(below % 2 === 0 ? below * 0.002 : -below * 0.003);
    context.translate(-width / 2, -height / 2);
    context.shadowColor = shadow(palette, 0.34);
    context.shadowBlur = below === 0 ? 14 : 5;
    context.shadowOffsetY = below === 0 ? 5 : 2;
    context.fillStyle = below === 0 ? palette.paper : palette.paperShade;
    context.beginPath();
    context.roundRect(0, 0, width, height, 4);
    context.fill();
    context.shadowColor = 'transparent';
    context.strokeStyle = palette.paperEdge;
    context.lineWidth = 1;
    context.stroke();
    context.restore();
  }
  // The folds of the letter.
  for (const at of [1 / 3, 2 / 3]) {
    const fold = context.createLinearGradient(0, height * at - 5, 0, height * at + 5);
    fold.addColorStop(0, shadow(palette, 0));
    fold.addColorStop(0.5, shadow(palette, 0.09));
    fold.addColorStop(0.5, palette.sheen);
    fold.addColorStop(1, 'rgb(255 255 255 / 0)');
    context.fillStyle = fold;
    context.fillRect(1, height * at - 5, width - 2, 10);
  }
}

/** A place for the stamp, as printed on envelopes, with the number of mails where there are several. */
function stampPlace(context: CanvasRenderingContext2D, palette: Palette, look: SheetLook, mails: number): void {
  const size = { width: 36, height: 42 };
  const x = rightToLeft() ? 22 : look.width - size.width - 22;
  context.save();
  context.translate(x, 8);
  context.strokeStyle = palette.line;
  context.lineWidth = 1.2;
  context.stroke(stampOutline(size.width, size.height, 6));
  context.globalAlpha = 0.5;
  context.strokeRect(4.5, 4.5, size.width - 9, size.height - 9);
  context.globalAlpha = 1;
  if (mails > 1) {
    const style: TextStyle = {
      size: 17,
      weight: 640,
      family: palette.fontTitle,
      colour: palette.gold,
      align: 'center',
      leading: 20,
    };
    writeLine(context, `×${String(mails)}`, { x: 0, y: 11, width: size.width }, style);
  }
  context.restore();
}

function readButton(context: CanvasRenderingContext2D, palette: Palette, look: SheetLook): void {
  const { x, y, width, height } = look.read;
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
  const style = fittedStyle(context, look.labels.read, width - 44, wish);
  const textWidth = roomy ? Math.min(width - 44, measureText(context, look.labels.read, style)) : 0;
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
  if (roomy)
    writeLine(
      context,
      look.labels.read,
      { x: turned ? left : left + 23, y: middle - 8.5, width: textWidth + 1 },
      style,
    );
}

function labelled(
  context: CanvasRenderingContext2D,
  palette: Palette,
  label: string,
  text: string,
  box: Box,
  value: TextStyle,
): void {
  const style: TextStyle = {
    size: 13,
    family: palette.fontBody,
    colour: palette.inkSoft,
    leading: value.leading ?? 20,
  };
  const width = measureText(context, label, style) + 12;
  const turned = rightToLeft();
  writeLine(
    context,
    label,
    { x: turned ? box.x + box.width - width : box.x, y: box.y + (box.height - (value.leading ?? 20)) / 2, width },
    style,
  );
  writeLine(
    context,
    text,
    {
      x: turned ? box.x : box.x + width,
      y: box.y + (box.height - (value.leading ?? 20)) / 2,
      width: box.width - width,
    },
    value,
  );
}

/** Draws the letter on its sheet. The sheet's corner is at 0, 0. */
export function drawSheet(
  context: CanvasRenderingContext2D,
  palette: Palette,
  words: DeskWords,
  look: SheetLook,
): void {
  drawSheetPaper(context, palette, look.width, look.height, words.mails);
  const { from, subject, body } = look;
  const large = from !== null;
  const title: TextStyle = {
    size: large ? 18 : 15.5,
    weight: 600,
    family: palette.fontTitle,
    colour: palette.ink,
    leading: large ? 24 : 21,
  };
  const text: TextStyle = {
    size: large ? 15 : 13,
    family: palette.fontBody,
    colour: large ? palette.ink : palette.inkSoft,
    leading: large ? 22 : 18,
  };
  if (from) {
    stampPlace(context, palette, look, words.mails);
    labelled(context, palette, look.labels.from, `${words.from}  ${leftToRight(`‹${words.fromAddress}›`)}`, from, {
      size: 14,
      weight: 560,
      family: palette.fontBody,
      colour: palette.ink,
      leading: 20,
    });
    labelled(context, palette, look.labels.subject, words.subject, subject, title);
    context.strokeStyle = palette.line;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(body.x, body.y + 1);
    context.lineTo(body.x + body.width, body.y + 1);
    context.stroke();
    const most = Math.max(1, Math.floor((body.height - 10) / 22));
    const { lines } = wrapText(context, words.body.replaceAll('\n\n', '\n'), Math.min(body.width, 660), text, most);
    writeLines(
      context,
      lines,
      { x: rightToLeft() ? body.x + body.width - 660 : body.x, y: body.y + 9, width: Math.min(body.width, 660) },
      text,
    );
  } else {
    writeLine(context, words.mails > 1 ? `${String(words.mails)}× ${words.subject}` : words.subject, subject, title);
    const { lines } = wrapText(
      context,
      words.body.replaceAll(/\n+/g, ' '),
      body.width,
      text,
      Math.max(1, Math.round(body.height / 18)),
    );
    writeLines(context, lines, body, text);
  }
  readButton(context, palette, look);
}
