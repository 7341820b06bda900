import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { lineOf } from './find.ts';
import { apology, sorry } from './sorry.ts';

describe('apology-untold', () => {
  test('telling nobody leaves 67, and leaving anybody out the same: each of them is owed it', () => {
    expect(simulate(sorry, apology()).ending).toBe(67);
    expect(simulate(sorry, apology('separate', 'separate')).ending).toBe(67);
    expect(simulate(sorry, apology('separate', 'separate', 'separate')).ending).toBe(100);
  });

  test('nobody is owed a mail that they must not get', () => {
    const contacts = sorry.contacts.map((one) => (one.id === 'c' ? { ...one, needs: 'nothing' as const } : one));
    const told = simulate({ ...sorry, contacts }, apology('separate', 'separate', 'none'));
    expect(told.ending).toBe(100);
  });

  test('does not change purpose', () => {
    expect(simulate(sorry, apology())).toMatchObject({ purpose: 100, missedDoers: 'none' });
  });

  test('names who was not informed, with the beat of each', () => {
    expect(lineOf('apology-untold', sorry, apology('separate', 'separate'))).toMatchObject({
      gauge: 'ending',
      points: 33,
      contacts: ['c'],
      causes: [{ type: 'placed', mail: 'sorry', contacts: ['c'], field: 'none' }],
      beats: ['omitted:sorry:know'],
    });
  });
});
