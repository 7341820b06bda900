import { levelSchema } from '../engine/index.ts';
import { namesAt } from '../levels/schema-walk.ts';
import { pretty } from './json/pretty.ts';
import { prettyText, readText, remember } from './json/read-whole.ts';
import { relayout, type NameOrder } from './json/relayout.ts';
import { withValue, type Json, type Path } from './json/value.ts';
import { verbatim } from './json/verbatim.ts';

const levelNames: NameOrder = (path) => namesAt(levelSchema, path);

/**
 * Changes one value of a file. Everything else stays as it is, to the byte; in a file that prettier had nothing to
 * change in, nothing is left to change.
 * @param text of any state: a file with wrong syntax is written again from what of it could be read
 * @param value undefined removes the field, or the item of a list
 */
export function edit(text: string, path: Path, value: Json | undefined, names: NameOrder = levelNames): string {
  return revise(text, (file) => withValue(file, path, value), names);
}

/**
 * Changes a file as `edit` does, in any number of places at once.
 * @param change returns the new content; what it takes over from the old one keeps its place and its layout
 */
export function revise(text: string, change: (file: Json) => Json, names: NameOrder = levelNames): string {
  const { laidOut, value: old, isPretty } = readText(text);
  const value = change(old);
  if (value === old) return text;
  if (!laidOut) return written(value, names);
  const layout = relayout(laidOut.layout, value, names);
  const changed = { ...laidOut, layout };
  if (!isPretty) return laidOut.byteOrderMark + laidOut.start + verbatim(layout, laidOut.start) + laidOut.end;
  const result = prettyText(changed);
  remember(result, { value, laidOut: changed, isPretty });
  return result;
}

/** Returns the text of a new file, laid out as prettier does, with fields in the order of the format. */
export function written(value: Json, names: NameOrder = levelNames): string {
  return `${pretty(relayout({ kind: 'scalar', value: null, spelling: 'null' }, value, names))}\n`;
}
