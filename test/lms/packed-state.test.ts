import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  laterState,
  levelCode,
  packState,
  STATE_MAX,
  unpackState,
  type LearnerState,
  type LevelState,
} from '../../src/lms/packed-state.ts';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `a-level-with-a-long-name-${String(index)}`);
const minute = fc.integer({ min: 0, max: 60_000_000 }).map((minutes) => minutes * 60_000);
const count = fc.integer({ min: 0, max: 1295 });
const percent = fc.integer({ min: 0, max: 100 });
const stars = fc.integer({ min: 0, max: 3 });

const levelState = (level: string): fc.Arbitrary<LevelState> =>
  fc.record({
    level: fc.constant(level),
    best: fc.record({ stars, score: percent, privacy: percent, purpose: percent, at: minute }),
    latest: fc.option(fc.record({ stars, at: minute })),
    discernment: fc.option(fc.tuple(count, count, count, count)),
  });

const learnerState = (levels: readonly string[]): fc.Arbitrary<LearnerState> =>
  fc.record({
    counter: fc.nat(),
    course: fc.stringMatching(/^[a-z0-9]{0,8}$/),
    settings: fc.stringMatching(/^[a-z0-9]{0,20}$/),
    levels: fc.tuple(...levels.map(levelState)),
    practice: fc.stringMatching(/^[a-z0-9,]{0,60}$/),
    play: fc.stringMatching(/^[ -~]{0,200}$/),
  });

test('a packed state is read back unchanged', () => {
  fc.assert(
    fc.property(learnerState(ids(14)), (state) => {
      expect(unpackState(packState(state), ids(14))).toEqual(state);
    }),
    { numRuns: 1000 },
  );
});

describe('the length of it', () => {
  const full = (levels: number, play: string): LearnerState => ({
    counter: 1_000_000,
    course: 'abcdefgh',
    settings: 'de1010',
    practice: '',
    play,
    levels: ids(levels).map((level) => ({
      level,
      best: { stars: 3, score: 100, privacy: 100, purpose: 100, at: 1.8e12 },
      latest: { stars: 3, at: 1.8e12 },
      discernment: [99, 99, 99, 99],
    })),
  });

  it('is at most 1,000 characters for 12 levels and 4,000 for 30, with a play', () => {
    expect(packState(full(12, 'x'.repeat(400))).length).toBeLessThanOrEqual(1000);
    expect(packState(full(30, 'x'.repeat(2500))).length).toBeLessThanOrEqual(STATE_MAX);
  });

  it('never exceeds 4,000: the play goes first, then discernment, never a result', () => {
    const withPlay = packState(full(30, 'x'.repeat(5000)));
    expect(withPlay.length).toBeLessThanOrEqual(STATE_MAX);
    expect(unpackState(withPlay, ids(30))).toMatchObject({ play: '' });
    expect(unpackState(withPlay, ids(30))?.levels[0]?.discernment).toEqual([99, 99, 99, 99]);
    const many = packState(full(130, 'x'));
    expect(many.length).toBeLessThanOrEqual(STATE_MAX);
    expect(unpackState(many, ids(130))?.levels).toHaveLength(130);
    expect(unpackState(many, ids(130))?.levels[0]?.discernment).toBeNull();
  });

  it('is the same in bytes and characters, as everything is ASCII', () => {
    expect(packState({ ...full(1, '"名前"') })).toMatch(/^[ -~]*$/);
    expect(unpackState(packState({ ...full(1, '"名前"') }), ids(1))?.play).toBe(String.raw`"\u540d\u524d"`);
  });
});

describe('a foreign or damaged state', () => {
  test.each(['', 'nonsense', '2|1|x|y||', '{"version":2}', '1'])('%s is ignored', (text) => {
    expect(unpackState(text, ids(3))).toBeNull();
  });

  it('is read up to the damage', () => {
    const state = unpackState(`1|a|c|s|${levelCode('known')}3282s2s00000,broken,${levelCode('gone')}3282s2s00000||`, [
      'known',
    ]);
    expect(state?.levels.map(({ level }) => level)).toEqual(['known']);
    expect(state?.levels[0]?.best).toMatchObject({ stars: 3, score: 80, privacy: 100, purpose: 100 });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => unpackState(text, ids(3))).not.toThrow();
      }),
    );
  });
});

test('the copy with the higher counter is the later one', () => {
  const state = (counter: number): LearnerState => ({
    counter,
    course: '',
    settings: '',
    levels: [],
    practice: '',
    play: '',
  });
  expect(laterState(state(3), state(2))?.counter).toBe(3);
  expect(laterState(state(2), state(3))?.counter).toBe(3);
  expect(laterState(null, state(1))?.counter).toBe(1);
  expect(laterState(null, null)).toBeNull();
});
