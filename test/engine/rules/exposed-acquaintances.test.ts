import { describe, expect, test } from 'vitest';
import { level, person, route } from '../levels.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { lineOf } from './find.ts';

describe('exposed-acquaintances', () => {
  const known = level([person('a'), person('b')], {
    circles: [{ id: 'street', members: ['a', 'b'], bond: 'acquaintance' }],
  });
  const both = route({ a: 'cc', b: 'cc' });

  test('recognition weighs five times as much: 51 − 6 × log10(1 + 2,000)', () => {
    expect(lineOf('exposed-acquaintances', known, both)).toMatchObject({ gauge: 'privacy', points: 69 });
    expect(simulate(known, both).exposures.reduce((sum, { harm }) => sum + harm, 0)).toBe(2000);
  });

  test('names the circle among its causes, and the beats of recognition', () => {
    const line = lineOf('exposed-acquaintances', known, both);
    expect(line?.causes).toContainEqual({ type: 'circle', circle: 'street' });
    expect(line?.beats).toContain('recognised:mail:street');
    expect(lineOf('exposed-strangers', known, both)).toBeUndefined();
  });

  test('shares the cost of a breach with strangers, in proportion to their harm', () => {
    const mixed = level([person('a'), person('b'), person('c')], {
      circles: [{ id: 'street', members: ['a', 'b'], bond: 'acquaintance' }],
    });
    const all = route({ a: 'cc', b: 'cc', c: 'cc' });
    expect(simulate(mixed, all).privacy).toBe(30);
    expect(lineOf('exposed-acquaintances', mixed, all)?.points).toBe(50);
    expect(lineOf('exposed-strangers', mixed, all)?.points).toBe(20);
  });
});
