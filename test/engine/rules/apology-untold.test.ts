import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { lineOf } from './find.ts';
import { apology, sorry } from './sorry.ts';

describe('apology-untold', () => {
  test('telling nobody leaves 67, and telling some costs in proportion to the people left out', () => {
    expect(simulate(sorry, apology()).ending).toBe(67);
    expect(simulate(sorry, apology('separate')).ending).toBe(78);
    expect(simulate(sorry, apology('separate', 'separate')).ending).toBe(89);
  });

  test('does not change purpose', () => {
    expect(simulate(sorry, apology())).toMatchObject({ purpose: 100, missedDoers: 'none' });
  });

  test('names who was not informed, with the beat of each', () => {
    expect(lineOf('apology-untold', sorry, apology('separate', 'separate'))).toMatchObject({
      gauge: 'ending',
      points: 11,
      contacts: ['c'],
      causes: [{ type: 'placed', mail: 'sorry', contacts: ['c'], field: 'none' }],
      beats: ['omitted:sorry:know'],
    });
  });
});
