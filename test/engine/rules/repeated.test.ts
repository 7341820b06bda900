import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { lineOf } from './find.ts';
import { apology, sorry } from './sorry.ts';

describe('repeated', () => {
  test('an apology that exposes people again leaves 67', () => {
    expect(lineOf('repeated', sorry, apology('cc', 'cc', 'cc'))).toMatchObject({
      gauge: 'ending',
      points: 33,
      contacts: ['a', 'b', 'c'],
      beats: ['apology-repeats:sorry'],
      causes: [{ type: 'placed', mail: 'sorry', contacts: ['a', 'b', 'c'], field: 'cc' }],
    });
    expect(simulate(sorry, apology('cc', 'cc', 'cc')).ending).toBe(67);
  });

  test('an apology as separate mails costs nothing', () => {
    expect(simulate(sorry, apology('separate', 'separate', 'separate')).ending).toBe(100);
  });
});
