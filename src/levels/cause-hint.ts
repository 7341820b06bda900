import { type Reason, isRecord } from '../engine/index.ts';
import type { Json, Path } from './json.ts';
import type { Hint } from './problem.ts';

/** Names the facts that cause a fault by their places in the file; else those that the file would need to state. */
export function causeHint(json: Json, because: readonly Reason[]): Hint | null {
  const stated = because.filter(({ effect }) => effect !== 'missing');
  if (stated.length > 0) {
    return { code: 'because-of', params: { facts: stated.map(({ fact }) => placeName(json, fact.path)).join(', ') } };
  }
  if (because.length === 0) return null;
  const facts = because.map(({ fact }) => `${placeName(json, fact.path)}: ${fact.value || 'true'}`);
  return { code: 'agrees-with', params: { facts: facts.join(', ') } };
}

/** Returns a place in a file with the ids of list items: `contacts.ana.mustBeSeen`. */
function placeName(json: Json, path: Path): string {
  return path
    .map((part, index) => {
      const item = typeof part === 'number' ? json.valueAt(path.slice(0, index + 1)) : undefined;
      return isRecord(item) && typeof item['id'] === 'string' ? item['id'] : String(part);
    })
    .join('.');
}
