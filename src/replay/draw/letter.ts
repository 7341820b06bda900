import { measureText, rightToLeft, wrapText, writeLines, type TextStyle } from '../../stage/canvas-text.ts';
import type { Palette } from '../../stage/palette.ts';
import type { Spot } from '../layout/seat.ts';
import type { LetterLine, LetterText } from '../letter-text.ts';
import type { TextureCache } from './texture-cache.ts';
import { drawSheet } from './paper.ts';
import { drawSign } from './icons.ts';

const MARGIN = 4;
const PAD = 8;
/** More lines would disappear into the envelope. */
const MOST_LINES = 3;

/**
 * Draws the letter that rises from an inbox. If there is room it has this reader's header lines; otherwise it has an
 * icon, which is an open eye when the letter names people whom this reader should not see, and a closed one when not.
 */
export function letterTexture(cache: TextureCache, key: string, at: Spot, reading: LetterText, roomy: boolean): string {
  const { width, height } = at;
  return cache.texture(`letter-${key}`, width + MARGIN * 2, height + MARGIN * 2, (context) => {
    context.translate(MARGIN, MARGIN);
    drawSheet(context, { x: 0, y: 0, width, height }, cache.palette.bright, cache.palette);
    const sign = reading.lines.some(({ seen }) => seen) ? 'open-eye' : 'closed-eye';
    if (roomy) {
      drawLines(context, reading.lines, width, cache.palette);
      return;
    }
    const size = Math.min(width * 0.6, height * 0.72);
    context.translate((width - size) / 2, 2);
    drawSign(context, sign, size, cache.palette);
  });
}

function drawLines(
  context: CanvasRenderingContext2D,
  lines: readonly LetterLine[],
  width: number,
  palette: Palette,
): void {
  const size = Math.max(9.5, Math.min(12.5, width * 0.066));
  const leading = size * 1.35;
  const label: TextStyle = { size, family: palette.fontBody, colour: palette.inkSoft, weight: 700, leading };
  const turned = rightToLeft();
  /** Returns a box with a distance from the edge where lines start. */
  const box = (start: number, across: number, y: number) => ({
    x: turned ? width - start - across : start,
    y,
    width: across,
  });
  const indent = PAD + Math.max(...lines.map(({ label: words }) => measureText(context, words, label))) + 5;
  let y = 6;
  for (const [index, { label: words, text, seen }] of lines.entries()) {
    writeLines(context, [words], box(PAD, indent - PAD, y), label);
    const colour = seen ? palette.seen : palette.ink;
    const style: TextStyle = { ...label, colour, weight: seen ? 700 : 400 };
    const start = words === '' ? PAD : indent;
    const eye = seen ? size * 1.35 : 0;
    const room = width - start - PAD - eye;
    // The last line is the telling one, so it gets the remaining space.
    const most = index === lines.length - 1 ? Math.max(1, MOST_LINES - index) : 1;
    const shown = wrapText(context, text, room, style, most).lines;
    writeLines(context, shown, box(start, room, y), style);
    if (seen) {
      context.save();
      context.translate(box(width - 6 - eye, eye, y).x, y + (leading - eye) / 2 + 1);
      drawSign(context, 'open-eye', eye, palette);
      context.restore();
    }
    y += leading * shown.length;
  }
}
