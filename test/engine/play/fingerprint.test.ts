import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../../src/engine/play/fingerprint.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { anyCase } from '../arbitrary.ts';
import { crowd, level, person, route } from '../levels.ts';

describe('a fingerprint', () => {
  test('is the same for the same data, in any program and any year', () => {
    expect(fingerprint({ a: [1, 'ü', null] })).toBe('0352739b19e2f2');
    const outcome = simulate(level([crowd('many', 119), person('a')]), route({ many: 'cc', a: 'to' }));
    expect(fingerprint([outcome.disclosures, outcome.score])).toBe(fingerprint([14_280, outcome.score]));
  });

  test('differs when a letter, an order or a type differs', () => {
    const alike = [{ a: 1, b: 2 }, { b: 2, a: 1 }, { a: '1', b: 2 }, [1, 2], [2, 1], 'ab', 'ba', '', null, 0];
    expect(new Set(alike.map(fingerprint)).size).toBe(alike.length);
  });

  test('is equal for two outcomes exactly when they are equal', () => {
    fc.assert(
      fc.property(anyCase, anyCase, (one, other) => {
        const [first, second] = [simulate(one.level, one.routing), simulate(other.level, other.routing)];
        expect(fingerprint(first)).toBe(
          fingerprint(simulate(structuredClone(one.level), structuredClone(one.routing))),
        );
        expect(fingerprint(first) === fingerprint(second)).toBe(JSON.stringify(first) === JSON.stringify(second));
      }),
      { numRuns: 200 },
    );
  });
});
