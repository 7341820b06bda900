import { describe, expect, test } from 'vitest';
import { ruleStates } from '../../src/progress/rules.ts';

const DAY = 24 * 60 * 60 * 1000;
const levels = [
  { id: 'one', rule: 'list-is-secret' },
  { id: 'two', rule: 'list-is-secret' },
  { id: 'three', rule: 'reply-decides' },
] as const;
const result = (stars: number) => ({ stars, score: 50, routing: null, at: null });
const states = (progress: Parameters<typeof ruleStates>[1], now = 0) =>
  ruleStates(levels, progress, now).map(({ rule, state, backAt }) => [rule, state, backAt]);

describe('the rules of a course', () => {
  test('are listed once each, and are new until a level that teaches them was finished', () => {
    expect(states({ results: {}, practices: {} })).toEqual([
      ['list-is-secret', 'new', null],
      ['reply-decides', 'new', null],
    ]);
  });

  test('are learnt when one of their levels went well, and otherwise due for practice', () => {
    expect(states({ results: { one: result(0), two: result(2), three: result(1) }, practices: {} })).toEqual([
      ['list-is-secret', 'learnt', null],
      ['reply-decides', 'practise', null],
    ]);
  });

  test('come back at their time, and can be played then', () => {
    const progress = {
      results: { one: result(3) },
      practices: { 'list-is-secret': { level: 'one', step: 0, since: 0 } },
    };
    expect(states(progress, DAY - 1)[0]).toEqual(['list-is-secret', 'practise', DAY]);
    expect(states(progress, DAY)[0]).toEqual(['list-is-secret', 'practise', null]);
  });
});
