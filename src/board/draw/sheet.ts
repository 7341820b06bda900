import { pixelsPerUnit } from '../../stage/texture.ts';
import {
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
import type { ThreadWords } from '../thread-words.ts';
import { drawPageButton } from './page-button.ts';
import { drawPaper } from './paper.ts';

/** Space around the sheet in its texture, for its shadow and the sheets below it. In units of drawing. */
export const SHEET_PAD = 22;

export interface SheetLook {
  readonly width: number;
  readonly height: number;
  /** Everything is measured from the sheet's corner, in units of drawing. */
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
    context.shadowBlur = (below === 0 ? 7 : 2.5) * pixelsPerUnit(context);
    context.shadowOffsetY = (below === 0 ? 2.5 : 1) * pixelsPerUnit(context);
    context.fillStyle = below === 0 ? palette.paper : palette.paperShade;
    drawPaper(context, palette, width, height);
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

/** A printed square for the stamp, as on envelopes, with the number of mails if there are several. */
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

/** Height of the line about the quoted mail, on a wide desk. */
const STRIP = 24;

/** Says which mail this one follows and what it quotes, with the bar that mail programs draw beside a quotation. */
function threadStrip(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { kind, below }: ThreadWords,
  box: Box,
  style: TextStyle,
): void {
  const turned = rightToLeft();
  context.fillStyle = palette.hidden;
  context.fillRect(turned ? box.x + box.width - 3 : box.x, box.y + 1, 3, box.height - 2);
  const head: TextStyle = { ...style, weight: 650, colour: palette.ink };
  const width = box.width - 12;
  const room = Math.min(width, measureText(context, kind, head) + 8);
  const y = box.y + (box.height - (style.leading ?? 18)) / 2;
  const start = turned ? box.x : box.x + 12;
  writeLine(context, kind, { x: turned ? start + width - room : start, y, width: room }, head);
  const rest = width - room;
  if (below === '' || rest < 60) return;
  writeLine(context, below, { x: turned ? start : start + room, y, width: rest }, style);
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
    const strip = words.thread === null ? 0 : STRIP;
    const most = Math.max(1, Math.floor((body.height - 10 - strip) / 22));
    const { lines } = wrapText(context, words.body.replaceAll('\n\n', '\n'), Math.min(body.width, 660), text, most);
    writeLines(
      context,
      lines,
      { x: rightToLeft() ? body.x + body.width - 660 : body.x, y: body.y + 9, width: Math.min(body.width, 660) },
      text,
    );
    if (words.thread) {
      const at = { ...body, y: body.y + body.height - STRIP, height: STRIP };
      threadStrip(context, palette, words.thread, at, { ...text, size: 13.5, leading: 19 });
    }
  } else {
    writeLine(context, words.mails > 1 ? `${String(words.mails)}× ${words.subject}` : words.subject, subject, title);
    const rows = Math.max(1, Math.round(body.height / 18));
    const own = words.thread === null ? rows : rows - 1;
    if (own > 0) {
      const { lines } = wrapText(context, words.body.replaceAll(/\n+/g, ' '), body.width, text, own);
      writeLines(context, lines, body, text);
    }
    if (words.thread) {
      threadStrip(context, palette, words.thread, { ...body, y: body.y + own * 18, height: 18 }, text);
    }
  }
  drawPageButton(context, palette, look.read, look.labels.read);
}
