import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LESSON_RULES, replayLog, SCORING, type Command } from '../../src/engine/index.ts';
import { recordOf, stateOf } from '../../src/lms/learner-record.ts';
import { nameInOrder } from '../../src/lms/learner-name.ts';
import { packState, STATE_MAX, unpackState } from '../../src/lms/packed-state.ts';
import { courseLevel } from '../engine/levels.ts';
import {
  MOTIONS,
  NOTHING_YET,
  TAKE_BACK_TIMES,
  THEME_CHOICES,
  type Progress,
  type SavedPlay,
} from '../../src/progress/record.ts';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `a-level-with-a-long-name-${String(index)}`);
const MINUTE = 60_000;
const at = fc.integer({ min: 0, max: 40_000_000 }).map((minutes) => minutes * MINUTE);
const counts = fc.record({ right: fc.nat(1295), wrong: fc.nat(1295) });

/** Generates records as a package keeps them: without routings, and with times to the minute. */
const record = (levels: readonly string[]): fc.Arbitrary<Progress> =>
  fc
    .record({
      results: fc.tuple(
        ...levels.map(() => fc.record({ stars: fc.integer({ min: 0, max: 3 }), score: fc.nat(100), at })),
      ),
      latest: fc.tuple(
        ...levels.map(() =>
          fc.record({
            stars: fc.integer({ min: 0, max: 3 }),
            at,
            discernment: fc.record({ protect: counts, reach: counts }),
          }),
        ),
      ),
      settings: fc.record({
        language: fc.constantFrom(null, 'de', 'pt-BR'),
        sound: fc.boolean(),
        motion: fc.constantFrom(...MOTIONS),
        theme: fc.constantFrom(...THEME_CHOICES),
        takeBack: fc.constantFrom(...TAKE_BACK_TIMES),
        singleKeys: fc.boolean(),
        fieldSigns: fc.boolean(),
        presenter: fc.boolean(),
        predictions: fc.boolean(),
      }),
      rules: fc.uniqueArray(fc.constantFrom(...LESSON_RULES)),
      step: fc.integer({ min: 0, max: 2 }),
      since: at,
    })
    .map(({ results, latest, settings, rules, step, since }) => ({
      ...NOTHING_YET,
      settings,
      results: Object.fromEntries(
        levels.map((id, index) => {
          const { stars = 0, score = 0, at: when = 0 } = results[index] ?? {};
          return [id, { stars, score, at: when, routing: null, scoring: SCORING }];
        }),
      ),
      latest: Object.fromEntries(levels.flatMap((id, index) => (latest[index] ? [[id, latest[index]]] : []))),
      practices: Object.fromEntries(rules.map((rule) => [rule, { level: levels[0] ?? '', step, since }])),
    }));

const facts = { counter: 3, course: 'course', gauges: {}, place: null };

test('a record comes back from the platform unchanged', () => {
  fc.assert(
    fc.property(record(ids(5)), (progress) => {
      const packed = packState(stateOf(progress, facts));
      const state = unpackState(packed, ids(5));
      expect(state && recordOf(state, ids(5)).progress).toEqual(progress);
    }),
    { numRuns: 200 },
  );
});

describe('the length of the state of real records', () => {
  it.each([
    [12, 1000],
    [30, STATE_MAX],
  ])('of %i levels it is at most %i characters', (count, most) => {
    fc.assert(
      fc.property(record(ids(count)), (progress) => {
        expect(packState(stateOf(progress, facts)).length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 100 },
    );
  });
});

test('the state has the play of the last level, and no other play', () => {
  const log = [{ type: 'place' as const, contacts: ['ana'], field: 'bcc' as const }, { type: 'send' as const }];
  const progress: Progress = {
    ...NOTHING_YET,
    plays: { one: { log, stage: 'replay' }, two: { log: [], stage: 'desk' } },
  };
  const state = unpackState(packState(stateOf(progress, { ...facts, place: 'one' })), ['one', 'two']);
  expect(state && recordOf(state, ['one', 'two']).progress.plays).toEqual({ one: { log, stage: 'replay' } });
});

describe('the level in progress comes back to its desk', () => {
  const level = courseLevel('survey-mailing');
  const wishes = level.contacts.map(({ id }, index): Command => ({
    type: 'place',
    contacts: [id],
    field: index % 2 === 0 ? 'bcc' : 'separate',
  }));
  const back = (log: readonly Command[], predictions?: SavedPlay['predictions']) => {
    const { log: kept } = replayLog(level, log);
    const saved: SavedPlay = predictions
      ? { log: kept, stage: 'replay', predictions }
      : { log: kept, stage: kept.some(({ type }) => type === 'send') ? 'replay' : 'desk' };
    // Thirty finished levels leave the least room.
    const [full] = fc.sample(record(ids(30)), { numRuns: 1, seed: 1 });
    const progress: Progress = { ...(full ?? NOTHING_YET), plays: { [level.id]: saved } };
    const packed = packState(stateOf(progress, { ...facts, place: level.id }));
    expect(packed.length).toBeLessThanOrEqual(STATE_MAX);
    const state = unpackState(packed, [...ids(30), level.id]);
    const play = state && recordOf(state, [...ids(30), level.id]).progress.plays[level.id];
    return { saved, play: play ?? null };
  };

  it('with every card where it was, and every step to undo', () => {
    const { saved, play } = back(wishes);
    expect(play).toEqual(saved);
  });

  it('even if the learner has moved the cards so often that the log is too long', () => {
    const hesitating = Array.from({ length: 40 }, (_, turn) =>
      level.contacts.map(({ id }): Command => ({ type: 'place', contacts: [id], field: turn % 2 === 0 ? 'to' : 'cc' })),
    ).flat();
    const { play } = back([...hesitating, ...wishes]);
    const now = replayLog(level, play?.log ?? []);
    expect(play?.stage).toBe('desk');
    expect(now.placement).toEqual(replayLog(level, wishes).placement);
  });

  it('with what the learner has sent and predicted', () => {
    const predictions = { one: { said: null, stake: 2 as const } };
    const { saved, play } = back([...wishes, { type: 'send' }], predictions);
    expect(play).toEqual(saved);
  });
});

test('a state with levels, rules and settings of another version is read without them', () => {
  const state = unpackState('1|1|abcd|xx.9999|0000323200000|zzzz0000100000|zzzz1[]', ['one']);
  expect(state && recordOf(state, ['one']).progress).toMatchObject({ results: {}, practices: {}, plays: {} });
});

test('a damaged play is left out', () => {
  const broken = stateOf({ ...NOTHING_YET, plays: { one: { log: [], stage: 'desk' } } }, { ...facts, place: 'one' });
  expect(recordOf({ ...broken, play: broken.play.slice(0, 6) }, ['one']).progress.plays).toEqual({});
});

test.each([
  ['Okoro, Sam', 'Sam Okoro'],
  ['Sam Okoro', 'Sam Okoro'],
  ['  Okoro ,Sam  ', 'Sam Okoro'],
  ['Okoro,', 'Okoro,'],
  ['A, B, C', 'A, B, C'],
  ['', ''],
])('a learner called "%s" is "%s" on the certificate', (given, shown) => {
  expect(nameInOrder(given)).toBe(shown);
});
