import { beforeEach, describe, expect, test } from 'vitest';
import { NOTHING_ASKED } from '../../src/engine/index.ts';
import {
  dropRound,
  loadCheck,
  loadDaily,
  loadRound,
  saveCheck,
  saveDaily,
  saveRound,
} from '../../src/progress/composed.ts';
import type { CheckResult } from '../../src/progress/check-result.ts';
import { concern, keepRecordIn, memoryStorage, type RecordStorage } from '../../src/progress/index.ts';
import { keptNow } from '../../src/progress/kept.ts';
import { mergeProgress } from '../../src/progress/merge.ts';
import { NOTHING_YET } from '../../src/progress/record.ts';

let storage: RecordStorage;
beforeEach(() => {
  storage = memoryStorage();
  keepRecordIn(storage);
});

const stored = (record: object) => {
  storage.write(JSON.stringify({ ...NOTHING_YET, composed: undefined, ...record }));
  keepRecordIn(storage);
};
const round = { seed: 'a day', facts: 'f', recorded: 0, plays: [{ log: [], stage: 'desk' as const }] };
const daily = { date: '2026-12-01', score: 90, stars: 2, discernment: NOTHING_ASKED };
const check: CheckResult = {
  form: 'a',
  at: 5,
  skipped: false,
  finished: 0,
  facts: 'f',
  discernment: { protect: { right: 20, wrong: 7 }, reach: { right: 25, wrong: 2 } },
  emails: [],
};

describe('the record of an earlier version', () => {
  test('keeps its email of the day and its streak', () => {
    stored({ daily: { ...daily, streak: 4 } });
    expect(loadDaily()).toEqual({ ...daily, streak: 4 });
    expect(concern()).toBeNull();
    saveDaily({ ...daily, date: '2026-12-02' }, 1);
    expect(loadDaily()?.streak).toBe(5);
  });

  test('without composed emails opens as before', () => {
    stored({});
    expect([loadDaily(), loadRound('day'), loadCheck('before')]).toEqual([null, null, null]);
    expect(concern()).toBeNull();
  });
});

describe('a round', () => {
  test('is there again after a reload, until it is dropped', () => {
    saveRound('day', { ...round, clock: 1500, rule: 'list-is-secret' }, 7);
    keepRecordIn(storage);
    expect(loadRound('day')).toMatchObject({ ...round, clock: 1500, rule: 'list-is-secret' });
    dropRound('day');
    expect(loadRound('day')).toBeNull();
  });

  test('in the format of another version is left alone', () => {
    stored({ composed: { 'round.day': { at: 1, version: 2, ...round } } });
    expect(loadRound('day')).toBeNull();
    expect(concern()).toBeNull();
  });

  test('of the later tab wins', () => {
    const of = (at: number) => ({ ...NOTHING_YET, composed: { 'round.day': { at, seed: String(at) } } });
    for (const merged of [mergeProgress(of(1), of(2)), mergeProgress(of(2), of(1))])
      expect(merged.composed).toEqual(of(2).composed);
  });
});

test('the email of a day counts once', () => {
  saveDaily(daily, 1);
  saveDaily({ ...daily, score: 100 }, 2);
  expect(loadDaily()).toEqual({ ...daily, streak: 1 });
});

test('the first result of a check stays', () => {
  saveCheck('before', check);
  saveCheck('before', { ...check, form: 'b' });
  expect(loadCheck('before')).toMatchObject(check);
  expect(loadCheck('after')).toBeNull();
});

test('the privacy page counts rounds and checks', () => {
  saveDaily(daily, 1);
  saveRound('day', round, 1);
  saveRound('today', round, 1);
  saveCheck('before', check);
  const kept = Object.fromEntries(keptNow().map(({ part, entries }) => [part, entries]));
  expect(kept).toMatchObject({ daily: 1, rounds: 2, checks: 1 });
});
