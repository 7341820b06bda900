import { getNodeValue, parseTree } from 'jsonc-parser';
import { tooDeepAt } from '../../levels/depth.ts';
import { MAX_BYTES } from '../../levels/too-large.ts';
import { layoutOf, type LaidOut } from './layout.ts';
import { pretty } from './pretty.ts';
import type { Json } from './value.ts';

/** A text, read once. */
export interface Reading {
  readonly value: Json;
  /** Null for a text with wrong syntax. */
  readonly laidOut: LaidOut | null;
  /** True when prettier would not change the text. */
  readonly isPretty: boolean;
}

/**
 * The texts that were read or written last, since a form reads the same files for each of its fields. More than a level
 * and its translations are not at hand.
 */
const known = new Map<string, Reading>();
const MOST_KNOWN = 16;

/**
 * Reads a text of any state. Of wrong syntax it reads the values before and after a slip, and of a repeated name the last
 * value, as JSON.parse would; an empty object where there is nothing to read.
 */
export function readText(text: string): Reading {
  const before = known.get(text);
  if (before) return before;
  const laidOut = layoutOf(text);
  const value = laidOut ? laidOut.layout.value : slippedValue(text);
  const isPretty = laidOut !== null && prettyText(laidOut) === text;
  return remember(text, { value, laidOut, isPretty });
}

/** Returns the value of a text of any state. */
export function readWhole(text: string): Json {
  return readText(text).value;
}

/** Remembers a text that was just written, of which the layout is known. */
export function remember(text: string, reading: Reading): Reading {
  known.set(text, reading);
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KNOWN) break;
    known.delete(oldest);
  }
  return reading;
}

/** Returns the text of a layout as prettier writes it. */
export function prettyText({ byteOrderMark, layout }: LaidOut): string {
  return `${byteOrderMark}${pretty(layout)}\n`;
}

function slippedValue(text: string): Json {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.length > MAX_BYTES || tooDeepAt(body) !== null) return {};
  const root = parseTree(body, [], { allowTrailingComma: true });
  return root ? (getNodeValue(root) as Json) : {};
}
