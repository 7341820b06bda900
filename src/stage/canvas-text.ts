import { piecesOf } from './line-breaks.ts';
import { noteWritten } from './written.ts';

/**
 * Draws text with the 2D canvas: it wraps and shortens lines, and starts them on the side of the language's direction.
 */

const ELLIPSIS = '…';

/** Made when it is first needed: it takes a slow phone 100 ms. */
let segmenter: Intl.Segmenter | null = null;

/** Latin letters and punctuation, without marks that combine: each character is a grapheme (Unicode, UAX #29). */
const PLAIN = /^[ -~\u00A0-\u02FF\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]*$/;

/** Returns the graphemes of a text, so that an accent or an emoji is never split. */
export function lettersOf(text: string): string[] {
  if (PLAIN.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface TextStyle {
  readonly size: number;
  readonly family: string;
  readonly colour: string;
  readonly weight?: number;
  /** Distance between lines; 1.25 of the size if not given. */
  readonly leading?: number;
  readonly align?: 'start' | 'center' | 'end';
}

export function rightToLeft(): boolean {
  return document.documentElement.dir === 'rtl';
}

/** Isolates a text that is read from left to right in every language, such as an address, within other text. */
export function leftToRight(text: string): string {
  return `\u2066${text}\u2069`;
}

function apply(context: CanvasRenderingContext2D, style: TextStyle): void {
  context.font = `${String(style.weight ?? 400)} ${String(style.size)}px ${style.family}`;
  context.fillStyle = style.colour;
  context.direction = rightToLeft() ? 'rtl' : 'ltr';
}

/** Returns the width of a line in this style. */
export function measureText(context: CanvasRenderingContext2D, text: string, style: TextStyle): number {
  apply(context, style);
  return context.measureText(text).width;
}

/**
 * Returns the style with the size reduced until a line fits, because the game's own words must not be cut while they
 * would be readable.
 * @param least the smallest size
 */
export function fittedStyle(
  context: CanvasRenderingContext2D,
  text: string,
  width: number,
  style: TextStyle,
  least = 10,
): TextStyle {
  let fitted = style;
  // More than once, because a font with optical sizes has wider letters in small sizes.
  for (let needed = measureText(context, text, fitted); needed > width; needed = measureText(context, text, fitted)) {
    if (fitted.size <= least) return fitted;
    const size = Math.min(fitted.size - 0.25, Math.floor((fitted.size * width * 4) / needed) / 4);
    fitted = { ...style, size: Math.max(least, size) };
  }
  return fitted;
}

function shorten(context: CanvasRenderingContext2D, text: string, width: number): string {
  const letters = lettersOf(text);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const candidate = letters.slice(0, middle).join('').trimEnd() + ELLIPSIS;
    if (context.measureText(candidate).width <= width) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join('').trimEnd() + ELLIPSIS;
}

/** Returns the longest start of a word that fits, for words that are longer than a line. */
function breakWord(context: CanvasRenderingContext2D, word: string, width: number): [string, string] {
  const letters = lettersOf(word);
  let count = 1;
  while (count < letters.length && context.measureText(letters.slice(0, count + 1).join('')).width <= width) count++;
  return [letters.slice(0, count).join(''), letters.slice(count).join('')];
}

/**
 * Breaks a text into lines.
 * @param maxLines if there is more text, the last of these lines ends in "…"
 */
export function wrapText(
  context: CanvasRenderingContext2D,
  text: string,
  width: number,
  style: TextStyle,
  maxLines = Infinity,
): { readonly lines: readonly string[]; readonly cut: boolean } {
  apply(context, style);
  const lines: Line[] = text.split('\n').flatMap((paragraph) => linesOf(context, paragraph, width));
  const shown = lines.map((line) => line.text.trim());
  if (lines.length <= maxLines) return { lines: shown, cut: false };
  const kept = shown.slice(0, Math.max(1, maxLines));
  const last = kept.pop() ?? '';
  // The last line is filled with whatever fits, unless a new paragraph starts there.
  const cutLine = lines[kept.length];
  const next = cutLine?.ends ? '' : (lines[kept.length + 1]?.text ?? '');
  const joined = `${last}${/\s$/.test(cutLine?.text ?? '') ? ' ' : ''}${next}`.trim();
  const withMore = joined.replace(/[.…。]+$/, '') + ELLIPSIS;
  kept.push(context.measureText(withMore).width <= width ? withMore : shorten(context, joined, width));
  return { lines: kept, cut: true };
}

/** A line, without the spaces at which it was broken. */
interface Line {
  readonly text: string;
  /** The paragraph is at its end. */
  readonly ends: boolean;
}

function linesOf(context: CanvasRenderingContext2D, paragraph: string, width: number): Line[] {
  const lines: string[] = [];
  let left = piecesOf(paragraph);
  while (left.length > 0) {
    const count = fitting(context, left, width);
    const [longer = '', ...others] = left;
    if (count > 0) {
      lines.push(left.slice(0, count).join(''));
      left = left.slice(count);
    } else {
      const [head, tail] = breakWord(context, longer, width);
      lines.push(head);
      left = tail === '' ? others : [tail, ...others];
    }
  }
  if (lines.length === 0) lines.push('');
  return lines.map((text, index) => ({ text, ends: index === lines.length - 1 }));
}

/**
 * Returns how many of the pieces fit on a line. It starts with a guess by the length of the text, because measuring is
 * most of the work.
 */
function fitting(context: CanvasRenderingContext2D, pieces: readonly string[], width: number): number {
  const widthOf = (count: number) => context.measureText(pieces.slice(0, count).join('').trimEnd()).width;
  const whole = widthOf(pieces.length);
  if (whole <= width) return pieces.length;
  let letters = (pieces.join('').length * width) / whole;
  let count = pieces.findIndex((piece) => (letters -= piece.length) < 0);
  while (count > 0 && widthOf(count) > width) count -= 1;
  while (count < pieces.length - 1 && widthOf(count + 1) <= width) count += 1;
  return Math.max(0, count);
}

/**
 * Writes lines below each other.
 * @param box where they go; `y` is the top of the first line
 * @returns the y below the last line
 */
export function writeLines(
  context: CanvasRenderingContext2D,
  lines: readonly string[],
  box: TextBox,
  style: TextStyle,
): number {
  apply(context, style);
  const leading = style.leading ?? Math.round(style.size * 1.25);
  const align = style.align ?? 'start';
  const startSide = rightToLeft() ? box.x + box.width : box.x;
  const endSide = rightToLeft() ? box.x : box.x + box.width;
  const x = align === 'center' ? box.x + box.width / 2 : align === 'start' ? startSide : endSide;
  context.textAlign = align;
  let y = box.y;
  for (const line of lines) {
    const baseline = y + (leading + style.size * 0.7) / 2;
    context.fillText(line, x, baseline);
    noteWritten(context, line, x, baseline);
    y += leading;
  }
  return y;
}

/** Writes one line, shortened to the width of the box; returns the y below it. */
export function writeLine(context: CanvasRenderingContext2D, text: string, box: TextBox, style: TextStyle): number {
  apply(context, style);
  const fits = context.measureText(text).width <= box.width;
  return writeLines(context, [fits ? text : shorten(context, text, box.width)], box, style);
}
