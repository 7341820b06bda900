import { expect, test } from 'vitest';
import { detection } from '../../../src/engine/play/detection.ts';

const asked = (hits: number, misses: number, alarms: number, rejections: number) =>
  detection({ protect: { right: hits, wrong: misses }, reach: { right: rejections, wrong: alarms } });

test('d′ and the criterion are those of Stanislaw and Todorov, with the log-linear correction', () => {
  // z((8 + ½) / 11) = 0.747859 and z((2 + ½) / 11) = −0.747859.
  const even = asked(8, 2, 2, 8);
  expect(even.sensitivity).toBeCloseTo(1.495717, 5);
  expect(even.criterion).toBeCloseTo(0, 6);
  // z(20.5 / 26) = 0.801095 and z(10.5 / 26) = −0.243404.
  const other = asked(20, 5, 10, 15);
  expect(other.sensitivity).toBeCloseTo(1.044499, 5);
  expect(other.criterion).toBeCloseTo(-0.278845, 5);
  expect(other).toMatchObject({ hits: 0.8, falseAlarms: 0.4 });
});

test('a perfect row has a finite d′, also in the tails', () => {
  // z(1000.5 / 1001) = 3.290808 and z(0.5 / 1001) = −3.290808.
  expect(asked(1000, 0, 0, 1000).sensitivity).toBeCloseTo(6.58162, 4);
  expect(asked(14, 0, 0, 15).sensitivity).toBeLessThan(5);
});

test('someone who hides everyone has no d′ to speak of, and leans to hiding', () => {
  const { sensitivity, criterion } = asked(15, 0, 15, 0);
  expect(sensitivity).toBeCloseTo(0, 6);
  expect(criterion).toBeLessThan(-1);
  expect(asked(0, 15, 0, 15).criterion).toBeGreaterThan(1);
});

test('without cards of one kind there is neither', () => {
  expect(asked(0, 0, 1, 3)).toEqual({ hits: null, falseAlarms: 0.25, sensitivity: null, criterion: null });
});
