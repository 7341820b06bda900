import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { WEIGHTS } from '../../../src/engine/level/weights.ts';

const docs = readFileSync(new URL('../../../docs/scoring.md', import.meta.url), 'utf8');
/** The rows of docs/scoring.md that name a weight, such as `stars.two`. */
const rows = [...docs.matchAll(/^\| `([a-zA-Z0-9.]+)` +\| ([0-9., ]+?) +\|/gm)].map(([, name = '', value = '']) => ({
  name,
  value,
}));

/** Every weight by its path, as the docs write it. */
function written(value: unknown, path: string): [string, string][] {
  if (Array.isArray(value)) return [[path, value.join(', ')]];
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, part]) => written(part, path === '' ? name : `${path}.${name}`));
}
const weights = new Map(written(WEIGHTS, ''));

describe('docs/scoring.md and the table of weights', () => {
  test.each(rows)('$name is $value', ({ name, value }) => {
    expect(weights.get(name)).toBe(value);
  });

  test('the docs have a row for each weight, and no other', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...weights.keys()].toSorted());
  });
});
