import { describe, expect, test } from 'vitest';
import type { Field } from '../../../src/engine/level/level.ts';
import { crowd, level, mail, route } from '../levels.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { lineOf } from './find.ts';

describe('reply-storm', () => {
  const staff = (people: number) =>
    level([crowd('staff', people, { habits: ['replies-all'] })], {
      circles: [{ id: 'staff', members: ['staff'], bond: 'context' }],
      mails: [mail('mail', { sensitivity: 0 })],
    });
  const purpose = (people: number) => simulate(staff(people), route({ staff: 'to' })).purpose;

  test('a storm begins at 1,000 mails: 499 people make 998, 500 people 1,000', () => {
    expect(purpose(499)).toBe(100);
    expect(purpose(500)).toBe(95);
  });

  test('ten times as many mails cost as much again, and none leaves less than 80', () => {
    expect(purpose(3_333)).toBe(90);
    expect(purpose(1_000_000)).toBe(80);
  });

  test('names its beat, the field and the habit', () => {
    const line = lineOf('reply-storm', staff(500), route({ staff: 'to' }));
    expect(line).toMatchObject({
      gauge: 'purpose',
      points: 5,
      beats: ['replied-all:mail:staff'],
      numbers: { mails: 1000 },
    });
    expect(line?.causes).toEqual([
      { type: 'placed', mail: 'mail', contacts: ['staff'], field: 'to' },
      { type: 'fact', fact: 'replies-all', contacts: ['staff'] },
    ]);
  });

  test('counts the replies of all cards together, including those from Bcc', () => {
    const two = (fields: Readonly<Record<string, Field>>) =>
      simulate(
        level([crowd('one', 250, { habits: ['replies-all'] }), crowd('two', 250, { habits: ['replies-all'] })], {
          circles: [{ id: 'staff', members: ['one', 'two'], bond: 'context' }],
          mails: [mail('mail', { sensitivity: 0 })],
        }),
        route(fields),
      ).purpose;
    expect(two({ one: 'to', two: 'to' })).toBe(95);
    // 2 × (249 + the sender) from To and 2 × (250 + the sender) from Bcc make 1,002.
    expect(two({ one: 'to', two: 'bcc' })).toBe(95);
    expect(two({ one: 'to', two: 'separate' })).toBe(100);
  });
});
