import { describe, expect, test } from 'vitest';
import { crowd, level, mail, person, route } from '../levels.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { lineOf } from './find.ts';

describe('exposed-strangers', () => {
  const two = (sensitivity: number) => level([person('a'), person('b')], { mails: [mail('mail', { sensitivity })] });
  const both = route({ a: 'cc', b: 'cc' });

  test('two strangers in Cc leave 35 of privacy: 51 − 6 × log10(1 + 400)', () => {
    expect(lineOf('exposed-strangers', two(2), both)).toMatchObject({ gauge: 'privacy', points: 65 });
    expect(simulate(two(2), both)).toMatchObject({ privacy: 35, purpose: 100, score: 35, stars: 0, breach: true });
  });

  test('each step of sensitivity weighs ten times as much', () => {
    expect([1, 2, 3].map((sensitivity) => simulate(two(sensitivity), both).privacy)).toEqual([41, 35, 29]);
  });

  test('at sensitivity 0 it is no breach: 100 − 3 × log10(1 + 4)', () => {
    expect(simulate(two(0), both)).toMatchObject({ privacy: 98, stars: 3, breach: false });
  });

  test('addresses alone never leave less than 70, and a breach never less than 3', () => {
    const many = (sensitivity: number) => level([crowd('many', 1_000_000)], { mails: [mail('mail', { sensitivity })] });
    expect(simulate(many(0), route({ many: 'cc' })).privacy).toBe(70);
    expect(simulate(many(3), route({ many: 'cc' })).privacy).toBe(3);
  });

  test('names its beats, the field and the sensitivity', () => {
    const line = lineOf('exposed-strangers', two(2), both);
    expect(line?.beats).toEqual(['disclosed:mail:a:sees', 'disclosed:mail:b:sees']);
    expect(line?.causes).toEqual([
      { type: 'placed', mail: 'mail', contacts: ['a', 'b'], field: 'cc' },
      { type: 'fact', fact: 'sensitivity', contacts: [], mail: 'mail' },
    ]);
  });
});
