import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { crowd, level, mail, route } from '../levels.ts';

describe('how the public reacts to a breach', () => {
  const kinds = (people: number) =>
    simulate(level([crowd('many', people)]), route({ many: 'to' })).beats.map(({ kind }) => kind);

  test('from ten people exposed on, someone complains', () => {
    expect(kinds(9)).not.toContain('complaint');
    expect(kinds(10)).toContain('complaint');
  });

  test('from a hundred on, it is news', () => {
    expect(kinds(99)).not.toContain('press');
    expect(kinds(100)).toContain('press');
  });
});

describe('a recall', () => {
  const recalled = (people: number, outside: boolean) => {
    const some = level([crowd('many', people, { outside })], {
      mails: [mail('mail'), mail('recall', { when: 'breach', after: 'PT1H', recalls: 'mail' })],
    });
    const told = simulate(some, { mail: { many: 'to' }, recall: { many: 'separate' } }).beats;
    return told.flatMap((one) => (one.kind === 'recalled' ? [one.numbers.recalled] : []));
  };

  test('brings back three in four inside the organisation, in whole mails', () => {
    expect(recalled(8, false)).toEqual([6]);
    expect(recalled(9, false)).toEqual([6]);
  });

  test('brings back 3 of 56 outside', () => {
    expect(recalled(56, true)).toEqual([3]);
    expect(recalled(18, true)).toEqual([0]);
  });
});
