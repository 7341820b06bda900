import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, Placement } from '../../src/engine/index.ts';
import type { RoomResult } from '../../src/room/result.ts';
import {
  addResult,
  countedPlacements,
  playOfPlacement,
  predictionsOf,
  roomOutcome,
  roomPlacement,
  resultsOf,
  spreadOf,
  type Results,
} from '../../src/room/tally.ts';
import { courseLevel } from '../engine/levels.ts';

const cv = courseLevel('cv-to-rivals');
const BOTH_CC: Placement = { northwind: 'cc', southgale: 'cc' };
const SEPARATE: Placement = { northwind: 'separate', southgale: 'separate' };

const result = (participant: number, placement: Placement, facts: Partial<RoomResult> = {}): RoomResult => ({
  level: cv.id,
  participant: `P${String(participant)}`,
  placement,
  prediction: null,
  ...facts,
});
const room = (...placements: Placement[]): Results => placements.map((placement, index) => result(index, placement));

describe('the results of a room', () => {
  it('count each participant once per level, by their last result', () => {
    let results = addResult([], result(1, BOTH_CC));
    results = addResult(results, result(2, BOTH_CC));
    results = addResult(results, result(1, SEPARATE));
    results = addResult(results, result(1, {}, { level: 'other' }));
    expect(resultsOf(results, cv)).toEqual([result(2, BOTH_CC), result(1, SEPARATE)]);
    expect(results).toHaveLength(3);
  });

  it('count a participant once who sends a result and also shows its code with the short id', () => {
    const live = result(1, BOTH_CC, { participant: '4TRZ0123456789AB' });
    expect(addResult([live], result(1, BOTH_CC, { participant: '4TRZ' }))).toHaveLength(1);
    expect(addResult([live], result(1, BOTH_CC, { participant: '4TRY' }))).toHaveLength(2);
  });

  it('do not depend on their order, or on how often each arrives', () => {
    const some = fc.array(
      fc.record({ participant: fc.nat(8), field: fc.constantFrom<Field>('to', 'cc', 'bcc', 'separate') }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(some, fc.nat(), (list, seed) => {
        const unique = new Map(
          list.map(({ participant, field }) => [participant, result(participant, { northwind: field })]),
        );
        const once = [...unique.values()];
        const turned = once.toSorted(
          (one, other) =>
            ((Number(one.participant.slice(1)) * seed) % 7) - ((Number(other.participant.slice(1)) * seed) % 7),
        );
        const twice = [...turned, ...once].reduce(addResult, [] as Results);
        expect(roomOutcome(cv, twice)).toMatchObject({ results: once.length });
        expect(spreadOf(cv, twice)).toEqual(spreadOf(cv, once));
      }),
      { numRuns: 30 },
    );
  });

  it('are spread over the trays card by card', () => {
    const spread = spreadOf(cv, room(BOTH_CC, BOTH_CC, SEPARATE));
    const northwind = spread.find(({ contact }) => contact === 'northwind');
    expect(northwind?.counts.filter(({ count }) => count > 0)).toEqual([
      { field: 'cc', count: 2 },
      { field: 'separate', count: 1 },
    ]);
    for (const { counts } of spread) expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  it('make a placement of the room, with each card where most people put it', () => {
    expect(roomPlacement(cv, room(BOTH_CC, SEPARATE, SEPARATE))).toEqual(SEPARATE);
    expect(roomPlacement(cv, [])).toBeNull();
  });

  it('count equal placements together, in any order of their cards', () => {
    const turned = { southgale: 'cc', northwind: 'cc' } as const;
    expect(countedPlacements(room(SEPARATE, BOTH_CC, turned)).map(({ count }) => count)).toEqual([2, 1]);
  });

  it('name the leak that most of them have, with a placement that shows it', () => {
    const outcome = roomOutcome(cv, room(BOTH_CC, BOTH_CC, SEPARATE));
    expect(outcome?.leak?.count).toBe(2);
    expect(new Set([outcome?.leak?.viewer, outcome?.leak?.subject])).toEqual(new Set(['northwind', 'southgale']));
    const replayed = playOfPlacement(cv, outcome?.leak?.placement ?? {});
    expect(replayed?.outcome.exposures.some(({ viewer }) => viewer === outcome?.leak?.viewer)).toBe(true);
    expect(roomOutcome(cv, room(SEPARATE))?.leak).toBeNull();
  });

  it('have mean gauges, and a count for each number of stars', () => {
    const cc = playOfPlacement(cv, BOTH_CC)?.outcome;
    const separate = playOfPlacement(cv, SEPARATE)?.outcome;
    const outcome = roomOutcome(cv, room(BOTH_CC, SEPARATE, SEPARATE));
    expect(outcome?.privacy).toBe(Math.round(((cc?.privacy ?? 0) + 2 * (separate?.privacy ?? 0)) / 3));
    expect(outcome?.purpose).toBe(Math.round(((cc?.purpose ?? 0) + 2 * (separate?.purpose ?? 0)) / 3));
    expect(outcome?.stars.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(outcome?.stars[separate?.stars ?? 0]).toBeGreaterThanOrEqual(2);
  });

  it('count only in the spread when every card was left out', () => {
    expect(roomOutcome(cv, room({}))).toBeNull();
    expect(playOfPlacement(cv, {})).toBeNull();
  });

  it('count the predictions, with their stamps', () => {
    const expecting = (participant: number, said: string | null, stake: 1 | 2 | 3) =>
      result(participant, BOTH_CC, { prediction: { said, stake } });
    const results = [expecting(1, null, 3), expecting(2, 'northwind', 1), expecting(3, 'northwind', 2), result(4, {})];
    // Two said that Northwind, in Cc beside its rival, would see too much; one said that nobody would.
    expect(roomOutcome(cv, results)).toMatchObject({ predicted: 3, foreseen: 2 });
    expect(predictionsOf(results)).toEqual([
      { said: 'northwind', count: 2, stamps: 3 },
      { said: null, count: 1, stamps: 3 },
    ]);
  });
});
