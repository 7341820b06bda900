import { describe, expect, test } from 'vitest';
import { kindsOf } from '../../../src/screens/play/people.ts';
import { crowd, person } from '../../engine/levels.ts';

describe('the people of a briefing', () => {
  test('are grouped when the level says the same about them', () => {
    const about = 'Victims.';
    const kinds = kindsOf([
      crowd('a', 3, { about }),
      person('ana', { about: 'A colleague.' }),
      crowd('b', 4, { about }),
      person('ben'),
      person('cem'),
    ]);
    expect(kinds.map((contacts) => contacts.map(({ id }) => id))).toEqual([['a', 'b'], ['ana'], ['ben'], ['cem']]);
  });
});
