import type { Layout, Member, Part } from './layout.ts';
import { pretty } from './pretty.ts';

/* Writes a text that prettier would lay out differently: what has not changed stays to the byte, and what is new takes
   its place in the manner of what is beside it. */

export function verbatim(layout: Layout, start: string): string {
  const lineBreak = start.includes('\r\n') || hasCarriageReturn(layout) ? '\r\n' : '\n';
  let text = start;

  const write = (one: Layout) => {
    if (one.kind === 'scalar') text += one.spelling;
    else {
      const [open, close] = one.kind === 'list' ? '[]' : '{}';
      const outer = lastIndent(text);
      const known = one.parts.find((part): part is Part & { before: string } => part.before !== null);
      text += open ?? '';
      one.parts.forEach((part: Part | Member, index) => {
        const { before } = part;
        const beside = one.parts.slice(index === 0 ? 0 : 1).find((other) => other.before !== null)?.before;
        text += before ?? beside ?? known?.before ?? `${lineBreak}${outer}  `;
        if ('spelling' in part) text += part.spelling + part.colon;
        if (isNew(part.layout)) text += inLines(part.layout);
        else write(part.layout);
        text += part.after + (index < one.parts.length - 1 ? ',' : '');
      });
      const broken = one.parts.length > 0 && known === undefined;
      text += broken ? lineBreak + outer : one.end;
      text += close ?? '';
    }
  };
  const inLines = (one: Layout) => {
    const indent = lastIndent(text).length;
    const column = text.length - (text.lastIndexOf('\n') + 1);
    return pretty(one, indent, column).replaceAll('\n', lineBreak);
  };
  write(layout);
  return text.slice(start.length);
}

/** True for what the author of the file has not laid out yet. */
function isNew(layout: Layout): boolean {
  return layout.kind !== 'scalar' && layout.parts.length > 0 && layout.parts.every(({ before }) => before === null);
}

/** The space at the start of the last line. */
function lastIndent(text: string): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n') + 1))?.[0] ?? '';
}

function hasCarriageReturn(layout: Layout): boolean {
  if (layout.kind === 'scalar') return false;
  return layout.parts.some(({ before }) => before?.includes('\r\n') ?? false);
}
