import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCensus } from './census.ts';
import { FIELDS } from '../../src/engine/level/level.ts';
import { simulate } from '../../src/engine/play/simulate.ts';
import { level, person, route } from './levels.ts';

const OFFERED = FIELDS.filter((field) => field !== 'instead');
const people = fc.array(
  fc.record({ field: fc.integer({ min: 0, max: OFFERED.length - 1 }), circle: fc.integer({ min: 0, max: 4 }) }),
  { maxLength: 20 },
);

describe('people who are routed one by one', () => {
  test('are counted as `simulate` counts contacts of one person each', () => {
    fc.assert(
      fc.property(people, (each) => {
        const contacts = each.map((_, index) => person(`p${String(index)}`));
        const circles = [1, 2, 3, 4].map((number) => ({
          id: `c${String(number)}`,
          members: contacts.filter((_, index) => each[index]?.circle === number).map(({ id }) => id),
          bond: 'context' as const,
        }));
        const fields = Object.fromEntries(
          contacts.map(({ id }, index) => [id, OFFERED[each[index]?.field ?? 0] ?? ('none' as const)]),
        );
        const outcome = simulate(level(contacts, { circles }), route(fields));
        const count = countCensus({
          field: Uint8Array.from(each, ({ field }) => FIELDS.indexOf(OFFERED[field] ?? 'none')),
          circle: Uint16Array.from(each, ({ circle }) => circle),
          circles: 4,
        });
        expect(count.disclosures).toBe(outcome.disclosures);
        const viewers = new Map(outcome.exposed.map((exposed) => [exposed.contact, exposed.viewersEach]));
        for (const [index, { id }] of contacts.entries()) expect(count.viewersOf(index)).toBe(viewers.get(id) ?? 0);
      }),
      { numRuns: 1000 },
    );
  });

  test('a million strangers in Cc see each other', () => {
    const field = new Uint8Array(1_000_000).fill(FIELDS.indexOf('cc'));
    const count = countCensus({ field, circle: new Uint16Array(1_000_000), circles: 0 });
    expect(count.disclosures).toBe(1_000_000 * 999_999);
    expect(count.viewersOf(5)).toBe(999_999);
  });

  test.each([
    ['columns of different length', { field: new Uint8Array(2), circle: new Uint16Array(3), circles: 0 }],
    ['a circle that there is not', { field: new Uint8Array(1), circle: Uint16Array.of(2), circles: 1 }],
    ['a field that there is not', { field: Uint8Array.of(9), circle: new Uint16Array(1), circles: 1 }],
  ])('refuses %s', (_, census) => {
    expect(() => countCensus(census)).toThrow(RangeError);
  });
});
