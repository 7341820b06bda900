import { describe, expect, test } from 'vitest';
import { isAsGood, mergeProgress } from '../../src/progress/merge.ts';
import { NOTHING_YET, type Progress, type Result } from '../../src/progress/record.ts';
import { NOTHING_ASKED } from '../../src/engine/play/discernment.ts';

const result = (stars: number, score: number, at = 0): Result => ({ stars, score, routing: null, at });

describe('of two results of a level', () => {
  test('stars count before points, since a breach with many points is no success', () => {
    expect(isAsGood(result(2, 60), result(1, 90))).toBe(true);
    expect(isAsGood(result(1, 90), result(2, 60))).toBe(false);
    expect(isAsGood(result(2, 80), result(2, 79))).toBe(true);
    expect(isAsGood(result(2, 79), result(2, 80))).toBe(false);
  });

  test('the one that was there first is as good as its equal', () => {
    expect(isAsGood(result(2, 80, 1), result(2, 80, 2))).toBe(true);
  });
});

describe('two records of one player become one', () => {
  const record = (change: Partial<Progress>): Progress => ({ ...NOTHING_YET, ...change });
  const latest = (at: number) => ({ stars: 1, at, discernment: NOTHING_ASKED });
  const practice = (since: number) => ({ level: 'cv', step: 0, since });

  test('with the better result and the later play of each level, whichever tab has it', () => {
    const mine = record({ results: { a: result(3, 90), b: result(1, 20) }, latest: { a: latest(1), b: latest(9) } });
    const theirs = record({ results: { a: result(2, 99), c: result(2, 70) }, latest: { a: latest(5), b: latest(2) } });
    for (const merged of [mergeProgress(mine, theirs), mergeProgress(theirs, mine)]) {
      expect(merged.results).toEqual({ a: result(3, 90), b: result(1, 20), c: result(2, 70) });
      expect(merged.latest).toEqual({ a: latest(5), b: latest(9) });
    }
  });

  test('with the later state of each rule', () => {
    const mine = record({ practices: { 'list-is-secret': practice(1) } });
    const theirs = record({ practices: { 'list-is-secret': practice(2) } });
    expect(mergeProgress(mine, theirs).practices).toEqual({ 'list-is-secret': practice(2) });
  });

  test('with the settings and the half-played levels of this tab, and those that only the other has begun', () => {
    const play = (contact: string) =>
      ({ log: [{ type: 'place', contacts: [contact], field: 'to' }], stage: 'desk' }) as const;
    const mine = record({ plays: { a: play('ana') }, settings: { ...NOTHING_YET.settings, sound: false } });
    const theirs = record({ plays: { a: play('ben'), b: play('cleo') }, name: 'Ada' });
    const merged = mergeProgress(mine, theirs);
    expect(merged.plays).toEqual({ a: play('ana'), b: play('cleo') });
    expect(merged.settings.sound).toBe(false);
    expect(merged.name).toBe('Ada');
    expect(mergeProgress(record({ name: 'Bea' }), theirs).name).toBe('Bea');
  });
});
