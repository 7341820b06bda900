import { fittedStyle, wrapText, writeLines, type TextStyle } from '../../stage/canvas-text.ts';
import type { Palette } from '../../stage/palette.ts';
import type { Notice } from '../notices.ts';
import type { TextureCache } from './texture-cache.ts';
import { scratch } from './name-label.ts';
import { drawSheet } from './paper.ts';
import { drawSign } from './icons.ts';

const MARGIN = 12;
const PAD = 14;
const MOST_LINES = 7;

export interface Paper {
  readonly key: string;
  readonly width: number;
  readonly height: number;
}

/** Draws a paper with the given width, as high as its words need. */
export function noticeTexture(cache: TextureCache, key: string, notice: Notice, width: number): Paper {
  const { palette } = cache;
  const size = Math.max(12, Math.min(17, width / 17));
  const centred =
    notice.paper === 'news' || notice.paper === 'calm' || (notice.paper === 'note' && notice.text.length < 60);
  const style: TextStyle = {
    size: notice.paper === 'news' ? size * 1.3 : size,
    family: notice.paper === 'news' || notice.paper === 'note' ? palette.fontTitle : palette.fontBody,
    colour: palette.ink,
    weight: notice.paper === 'news' ? 700 : 450,
    align: centred ? 'center' : 'start',
  };
  const beside = notice.paper === 'warning' ? size * 2.6 : 0;
  const { lines } = wrapText(scratch(), notice.text, width - PAD * 2 - beside, style, MOST_LINES);
  const leading = Math.round(style.size * 1.25);
  const head = headHeight(notice, size);
  const foot = notice.stamped === null ? 0 : size * 3.4;
  const height = head + lines.length * leading + foot + PAD * 2;
  const texture = cache.texture(`notice-${key}`, width + MARGIN * 2, height + MARGIN * 2, (context) => {
    context.translate(MARGIN, MARGIN);
    drawSheet(context, { x: 0, y: 0, width, height }, paperColour(notice, palette), palette);
    drawHead(context, notice, width, size, palette);
    const box = { x: PAD + beside, y: PAD + head, width: width - PAD * 2 - beside };
    writeLines(context, lines, box, style);
    if (notice.stamped !== null) drawRubberStamp(context, notice.stamped, width, height, size, palette);
  });
  return { key: texture, width: width + MARGIN * 2, height: height + MARGIN * 2 };
}

/** Draws the same paper on the pile, where it is too small to read: lines for words, and its icon. */
export function slipTexture(cache: TextureCache, notice: Notice, width: number): Paper {
  const { palette } = cache;
  const height = width * 0.62;
  const margin = 4;
  const name = `slip-${notice.paper}-${String(notice.stamped !== null)}-${String(Math.round(width))}`;
  const key = cache.texture(name, width + margin * 2, height + margin * 2, (context) => {
    context.translate(margin, margin);
    drawSheet(context, { x: 0, y: 0, width, height }, paperColour(notice, palette), palette);
    const left = notice.paper === 'warning' ? width * 0.36 : width * 0.12;
    if (notice.paper === 'warning') drawTriangle(context, width * 0.08, height * 0.2, width * 0.22, palette);
    context.strokeStyle = palette.inkSoft;
    context.lineCap = 'round';
    const lines = notice.stamped === null ? [0.24, 0.46, 0.68] : [0.22, 0.4];
    for (const [index, line] of lines.entries()) {
      context.lineWidth = index === 0 && notice.paper === 'news' ? 3.2 : 1.4;
      context.beginPath();
      context.moveTo(left, height * line);
      context.lineTo(width * (index === lines.length - 1 ? 0.62 : 0.88), height * line);
      context.stroke();
    }
    if (notice.stamped === null) return;
    context.strokeStyle = palette.stamp;
    context.lineWidth = 1.6;
    context.strokeRect(width * 0.34, height * 0.58, width * 0.5, height * 0.26);
  });
  return { key, width: width + margin * 2, height: height + margin * 2 };
}

function paperColour({ paper }: Notice, palette: Palette): string {
  if (paper === 'news') return palette.paperShade;
  return paper === 'note' ? palette.note : palette.paper;
}

function headHeight({ paper, head }: Notice, size: number): number {
  if (paper === 'news') return size * 2.2;
  if (paper === 'calm') return size * 3;
  return head === '' ? 0 : size * 1.7;
}

function drawHead(
  context: CanvasRenderingContext2D,
  notice: Notice,
  width: number,
  size: number,
  palette: Palette,
): void {
  const inner = { x: PAD, y: PAD - 4, width: width - PAD * 2 };
  if (notice.paper === 'calm') {
    context.save();
    context.translate(width / 2 - size * 1.25, PAD - 4);
    drawSign(context, 'closed-eye', size * 2.5, palette);
    context.restore();
    return;
  }
  if (notice.paper === 'warning') drawTriangle(context, PAD, PAD, size * 2, palette);
  if (notice.head === '') return;
  const news = notice.paper === 'news';
  const box = notice.paper === 'warning' ? { ...inner, x: PAD + size * 2.6, width: inner.width - size * 2.6 } : inner;
  const wish: TextStyle = {
    size: news ? size * 1.1 : size * 0.85,
    family: news ? palette.fontTitle : palette.fontBody,
    colour: news ? palette.ink : palette.inkSoft,
    weight: 700,
    align: news ? 'center' : 'start',
  };
  const style = fittedStyle(context, notice.head, box.width, wish, 8);
  writeLines(context, wrapText(context, notice.head, box.width, style, 1).lines, box, style);
  context.strokeStyle = news ? palette.ink : palette.line;
  context.lineWidth = 1;
  context.beginPath();
  const y = PAD + size * (news ? 1.55 : 1.1);
  if (notice.paper !== 'warning') context.moveTo(PAD, y);
  if (notice.paper !== 'warning') context.lineTo(width - PAD, y);
  if (news) context.moveTo(PAD, y + 3);
  if (news) context.lineTo(width - PAD, y + 3);
  context.stroke();
}

function drawTriangle(context: CanvasRenderingContext2D, x: number, y: number, size: number, palette: Palette): void {
  context.save();
  context.translate(x, y);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(size / 2, size * 0.06);
  context.lineTo(size, size * 0.92);
  context.lineTo(0, size * 0.92);
  context.closePath();
  context.fillStyle = palette.warn;
  context.fill();
  context.strokeStyle = palette.gold;
  context.lineWidth = 2;
  context.stroke();
  context.beginPath();
  context.moveTo(size / 2, size * 0.36);
  context.lineTo(size / 2, size * 0.6);
  context.moveTo(size / 2, size * 0.76);
  context.lineTo(size / 2, size * 0.765);
  context.lineWidth = size * 0.1;
  context.stroke();
  context.restore();
}

/** The word that an office stamps across it, slightly rotated. */
function drawRubberStamp(
  context: CanvasRenderingContext2D,
  words: string,
  width: number,
  height: number,
  size: number,
  palette: Palette,
): void {
  const wish: TextStyle = {
    size: size * 1.45,
    family: palette.fontTitle,
    colour: palette.stamp,
    weight: 700,
    align: 'center',
  };
  const style = fittedStyle(context, words, width - PAD * 4, wish);
  const { lines } = wrapText(context, words, width - PAD * 4, style, 1);
  const across = Math.min(width - PAD * 2.4, context.measureText(lines[0] ?? '').width + size * 1.8);
  context.save();
  context.translate(width / 2, height - PAD - size * 1.25);
  context.rotate(-0.05);
  context.globalAlpha = 0.92;
  context.strokeStyle = palette.stamp;
  context.lineWidth = 2.4;
  context.beginPath();
  context.roundRect(-across / 2, -size * 1.2, across, size * 2.4, 5);
  context.stroke();
  // The words are in the middle of the stamp, whatever their size.
  writeLines(context, lines, { x: -across / 2, y: -style.size * 0.63, width: across }, style);
  context.restore();
}
