import { expect, test } from 'vitest';
import { WEIGHTS } from '../../src/engine/level/weights.ts';
import { leakCosts } from '../../src/workshop/leak-costs.ts';

test('a slip costs more at each step of sensitivity, as the weights of the score say', () => {
  const costs = leakCosts();
  expect(costs.map(({ sensitivity }) => sensitivity)).toEqual([0, 1, 2, 3]);
  expect(costs.map(({ hiddenByBcc }) => hiddenByBcc)).toEqual([...WEIGHTS.privacy.fragile]);
  const leaked = costs.map((cost) => cost.leaked);
  expect(leaked).toEqual([...leaked].toSorted((one, other) => other - one));
  expect(leaked[0]).toBeGreaterThanOrEqual(WEIGHTS.privacy.slight.least);
  expect(leaked[1]).toBeLessThanOrEqual(WEIGHTS.privacy.breach.most);
});
