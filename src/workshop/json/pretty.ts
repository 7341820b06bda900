import type { Layout, ListLayout, Member, ObjectLayout, Part } from './layout.ts';
import { textWidth } from './text-width.ts';

/* Lays a file out exactly as prettier does with this project's settings, so that what the page writes passes the format
   check of a course. A test compares the two. */

const PRINT_WIDTH = 120;
const INDENT = 2;

/** Returns the text of a value as prettier writes it. @param indent the columns before its closing bracket */
export function pretty(layout: Layout, indent = 0, column = indent, after = 0): string {
  if (layout.kind === 'scalar') return layout.spelling;
  const flat = flatText(layout);
  if (flat !== null && column + textWidth(flat) + after <= PRINT_WIDTH) return flat;
  if (layout.kind === 'list' && isNumbers(layout)) return filled(layout, indent);
  const inner = indent + INDENT;
  const [open, close] = layout.kind === 'list' ? '[]' : '{}';
  const last = layout.parts.length - 1;
  const lines = layout.parts.map((part, index) => {
    const start = ' '.repeat(inner) + nameOf(part);
    const comma = index < last ? ',' : '';
    const blank = hasBlankLine(part) && index > 0 ? '\n' : '';
    return blank + start + pretty(part.layout, inner, textWidth(start), comma.length) + comma;
  });
  return `${open}\n${lines.join('\n')}\n${' '.repeat(indent)}${close}`;
}

const nameOf = (part: Part | Member) => ('spelling' in part ? `${part.spelling}: ` : '');

/** True when the author left a line empty before this part, which prettier keeps. */
function hasBlankLine({ before }: Part): boolean {
  return before !== null && (before.match(/\n/g)?.length ?? 0) > 1;
}

/** Returns the text on a single line; null when prettier breaks it wherever it fits. */
function flatText(layout: Layout): string | null {
  if (layout.kind === 'scalar') return layout.spelling;
  if (layout.parts.length === 0) return layout.kind === 'list' ? '[]' : '{}';
  if (layout.kind === 'object' ? !fitsOnALine(layout) : isTable(layout)) return null;
  if (layout.kind === 'list' && isNumbers(layout) && layout.parts.slice(1).some(hasBlankLine)) return null;
  const texts: string[] = [];
  for (const part of layout.parts) {
    const text = flatText(part.layout);
    if (text === null) return null;
    texts.push(nameOf(part) + text);
  }
  return layout.kind === 'list' ? `[${texts.join(', ')}]` : `{ ${texts.join(', ')} }`;
}

function fitsOnALine({ open, parts }: ObjectLayout): boolean {
  return open === false && !parts.slice(1).some(hasBlankLine);
}

/** A list of lists, or of objects, of two or more each: prettier puts every row on a line. */
function isTable({ parts }: ListLayout): boolean {
  const kind = parts[0]?.layout.kind;
  return (
    parts.length > 1 &&
    parts.every(({ layout }) => layout.kind !== 'scalar' && layout.kind === kind && layout.parts.length > 1)
  );
}

function isNumbers({ parts }: ListLayout): boolean {
  return parts.every(({ layout }) => layout.kind === 'scalar' && typeof layout.value === 'number');
}

/** Numbers share their lines. */
function filled({ parts }: ListLayout, indent: number): string {
  const start = ' '.repeat(indent + INDENT);
  let text = '';
  let line = start;
  for (const [index, part] of parts.entries()) {
    const number = pretty(part.layout) + (index < parts.length - 1 ? ',' : '');
    if (line === start) line += number;
    else if (!hasBlankLine(part) && line.length + 1 + number.length <= PRINT_WIDTH) line += ` ${number}`;
    else {
      text += `${line}\n${hasBlankLine(part) ? '\n' : ''}`;
      line = start + number;
    }
  }
  return `[\n${text}${line}\n${' '.repeat(indent)}]`;
}
