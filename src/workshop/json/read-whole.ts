import { getNodeValue, parseTree } from 'jsonc-parser';
import { tooDeepAt } from '../../levels/depth.ts';
import { MAX_BYTES } from '../../levels/too-large.ts';
import type { Json } from './value.ts';

/**
 * Returns what can be read of a JSON text, whatever is wrong with its syntax: values before and after a slip, and of a
 * repeated name the last value, as JSON.parse would.
 * @returns an empty object where there is nothing to read
 */
export function readWhole(text: string): Json {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.length > MAX_BYTES || tooDeepAt(body) !== null) return {};
  const root = parseTree(body, [], { allowTrailingComma: true });
  return root ? (getNodeValue(root) as Json) : {};
}
