import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueAt, isDue, practised, refresherFor, WAITS, type Practices } from '../../src/progress/refresher.ts';

const DAY = 24 * 60 * 60 * 1000;
const rule = 'list-is-secret';
const play = (practices: Practices, stars: number, now: number, level = 'one') =>
  practised(practices, { rule, level, stars }, now);

describe('a missed rule', () => {
  test('comes back after a day, then a week, then a month, and is then learnt', () => {
    let practices = play({}, 0, 0);
    expect(dueAt(practices[rule]!)).toBe(DAY);
    practices = play(practices, 3, DAY);
    expect(dueAt(practices[rule]!)).toBe(8 * DAY);
    practices = play(practices, 2, 8 * DAY);
    expect(dueAt(practices[rule]!) - 8 * DAY).toBe(WAITS[2]);
    expect(play(practices, 3, 40 * DAY)).toEqual({});
  });

  test('does not come back sooner because it is played again at once', () => {
    const missed = play({}, 1, 0);
    expect(play(missed, 3, DAY - 1)).toEqual(missed);
  });

  test('starts again from the first wait when it is missed again', () => {
    const practices = play(play(play({}, 0, 0), 3, DAY), 0, 8 * DAY, 'two');
    expect(practices).toEqual({ [rule]: { level: 'two', step: 0, since: 8 * DAY } });
  });

  test('comes back at once when its date is in the future, as the clock must have been wrong', () => {
    expect(isDue({ level: 'one', step: 0, since: 100 * DAY }, 5 * DAY)).toBe(true);
  });

  test('a rule that was never missed is not practised', () => {
    expect(play({}, 2, 0)).toEqual({});
  });

  test('whatever is played when, a missed rule comes back after a day, and nothing waits longer than a month', () => {
    const plays = fc.array(fc.record({ stars: fc.integer({ min: 0, max: 3 }), wait: fc.nat(60 * DAY) }));
    fc.assert(
      fc.property(plays, (list) => {
        let now = 0;
        let practices: Practices = {};
        for (const { stars, wait } of list) {
          now += wait;
          practices = play(practices, stars, now);
          const waits = Object.values(practices).map((practice) => dueAt(practice) - now);
          expect(waits.every((time) => time <= WAITS[2]!)).toBe(true);
          expect(stars < 2 ? waits : [DAY]).toEqual([DAY]);
        }
      }),
    );
  });
});

describe('the refresher', () => {
  const levels = [
    { level: 'one', rule, playedAt: 1 },
    { level: 'two', rule, playedAt: 3 },
    { level: 'three', rule, playedAt: 2 },
    { level: 'four', rule: 'separate-mails', playedAt: null },
  ] as const;
  const missed: Practices = { [rule]: { level: 'one', step: 0, since: 0 } };

  test('offers nothing before its time', () => {
    expect(refresherFor(missed, levels, DAY - 1)).toBeNull();
    expect(refresherFor({}, levels, 100 * DAY)).toBeNull();
  });

  test('offers another level that teaches the rule: the one played longest ago', () => {
    expect(refresherFor(missed, levels, DAY)).toEqual({ rule, level: 'three' });
    expect(refresherFor(missed, [...levels, { level: 'new', rule, playedAt: null }], DAY)?.level).toBe('new');
  });

  test('offers the same level when no other teaches the rule', () => {
    expect(refresherFor(missed, levels.slice(0, 1), DAY)).toEqual({ rule, level: 'one' });
  });

  test('skips a rule that no available level teaches, and begins with the one that has been due longest', () => {
    const both: Practices = {
      'count-contexts': { level: 'gone', step: 0, since: 0 },
      [rule]: { level: 'one', step: 0, since: 5 },
      'separate-mails': { level: 'one', step: 0, since: 2 },
    };
    expect(refresherFor(both, levels, 2 * DAY)).toEqual({ rule: 'separate-mails', level: 'four' });
    expect(refresherFor({ 'count-contexts': both['count-contexts']! }, levels, 2 * DAY)).toBeNull();
  });
});
