import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { lineOf } from './find.ts';
import { apology, sorry } from './sorry.ts';

describe('apology-by-bcc', () => {
  test('an apology that depends on Bcc leaves 90', () => {
    expect(lineOf('apology-by-bcc', sorry, apology('bcc', 'bcc', 'bcc'))).toMatchObject({
      gauge: 'ending',
      points: 10,
      contacts: ['a', 'b', 'c'],
      causes: [{ type: 'placed', mail: 'sorry', contacts: ['a', 'b', 'c'], field: 'bcc' }],
    });
    expect(simulate(sorry, apology('bcc', 'bcc', 'bcc')).ending).toBe(90);
  });
});
