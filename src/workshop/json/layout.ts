import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { tooDeepAt } from '../../levels/depth.ts';
import { MAX_BYTES } from '../../levels/too-large.ts';
import type { Json } from './value.ts';

/**
 * A JSON text as its author laid it out: every value with its spelling, and the space around it. An edit changes values
 * and keeps the rest.
 */
export type Layout = ScalarLayout | ListLayout | ObjectLayout;

export interface ScalarLayout {
  readonly kind: 'scalar';
  readonly value: Json;
  readonly spelling: string;
}

/** A value in a list or an object, with the space around it; null where none has been chosen yet. */
export interface Part {
  readonly before: string | null;
  readonly layout: Layout;
  /** The space up to the comma; nearly always none. */
  readonly after: string;
}

export interface Member extends Part {
  readonly name: string;
  readonly spelling: string;
  /** The colon and the space around it. */
  readonly colon: string;
}

export interface ListLayout {
  readonly kind: 'list';
  readonly value: Json;
  readonly parts: readonly Part[];
  /** The space before the closing bracket. */
  readonly end: string;
}

export interface ObjectLayout {
  readonly kind: 'object';
  readonly value: Json;
  readonly parts: readonly Member[];
  readonly end: string;
  /** True when its first field is on a line of its own, which prettier takes as a wish to see it so; null for an empty one. */
  readonly open: boolean | null;
}

/** A text whose layout could be read without loss. */
export interface LaidOut {
  readonly byteOrderMark: string;
  readonly start: string;
  readonly layout: Layout;
  readonly end: string;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Reads the layout of a JSON text; null when its syntax is wrong anywhere, or a name is repeated in an object. */
export function layoutOf(text: string): LaidOut | null {
  const byteOrderMark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const body = text.slice(byteOrderMark.length);
  if (body.length > MAX_BYTES || tooDeepAt(body) !== null) return null;
  const errors: ParseError[] = [];
  const root = parseTree(body, errors, { disallowComments: true, allowTrailingComma: false });
  if (!root || errors.length > 0) return null;
  const layout = nodeLayout(root, body);
  if (!layout) return null;
  const end = root.offset + root.length;
  return { byteOrderMark, start: body.slice(0, root.offset), layout, end: body.slice(end) };
}

function nodeLayout(node: Node, text: string): Layout | null {
  if (node.type === 'array') return listLayout(node, text);
  if (node.type === 'object') return objectLayout(node, text);
  const spelling = text.slice(node.offset, node.offset + node.length);
  return { kind: 'scalar', value: node.value as Json, spelling };
}

/** Splits the space between two values at its comma. */
function spaceAround(text: string, from: number, to: number): { readonly after: string; readonly before: string } {
  const space = text.slice(from, to);
  const comma = space.indexOf(',');
  return comma < 0 ? { after: '', before: space } : { after: space.slice(0, comma), before: space.slice(comma + 1) };
}

const endOf = (node: Node) => node.offset + node.length;

/** The space before and after each value of a list or an object, and before its closing bracket. */
function spaces(node: Node, text: string) {
  const children = node.children ?? [];
  const gaps = children.map((child, index) => {
    const last = children[index - 1];
    return spaceAround(text, last ? endOf(last) : node.offset + 1, child.offset);
  });
  const last = children.at(-1);
  const end = text.slice(last ? endOf(last) : node.offset + 1, endOf(node) - 1);
  const around = (index: number) => ({ before: gaps[index]?.before ?? '', after: gaps[index + 1]?.after ?? '' });
  return { children, around, end };
}

function listLayout(node: Node, text: string): ListLayout | null {
  const { children, around, end } = spaces(node, text);
  const parts: Part[] = [];
  for (const [index, child] of children.entries()) {
    const layout = nodeLayout(child, text);
    if (!layout) return null;
    parts.push({ ...around(index), layout });
  }
  return { kind: 'list', value: parts.map(({ layout }) => layout.value), parts, end };
}

function objectLayout(node: Node, text: string): ObjectLayout | null {
  const { children, around, end } = spaces(node, text);
  const parts: Member[] = [];
  for (const [index, { children: pair = [] }] of children.entries()) {
    const [key, content] = pair;
    const layout = content && nodeLayout(content, text);
    if (!key || !layout) return null;
    const spelling = text.slice(key.offset, endOf(key));
    const colon = text.slice(endOf(key), content.offset);
    parts.push({ ...around(index), layout, name: String(key.value), spelling, colon });
  }
  if (new Set(parts.map(({ name }) => name)).size < parts.length) return null;
  const value = Object.fromEntries(parts.map(({ name, layout }) => [name, layout.value]));
  return { kind: 'object', value, parts, end, open: parts[0]?.before?.includes('\n') ?? null };
}
