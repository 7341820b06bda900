import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deskOf, routeDesk } from '../../src/engine/play/desk.ts';
import { FIELDS, type Level } from '../../src/engine/level/level.ts';
import { simulate } from '../../src/engine/play/simulate.ts';
import type { Routing } from '../../src/engine/mail/routing.ts';
import { setLanguage, textWith } from '../../src/i18n/index.ts';
import { readLevel } from '../../src/levels/index.ts';
import { mutated, slipped } from './mutate.ts';
import { tries } from '../tries.ts';

/** More desks than any level has: a play that does not end by then hangs. */
const MOST_DESKS = 60;

/** Plays a level to its end, with the fields chosen by numbers. */
function playThrough(level: Level, dice: readonly number[]): void {
  let routing: Routing = {};
  let outcome = simulate(level, routing);
  let desks = 0;
  for (let desk = deskOf(level, outcome); desk; desk = deskOf(level, outcome)) {
    const { fields } = desk;
    const placement = Object.fromEntries(
      desk.contacts.map((contact, index) => [
        contact,
        fields[(dice[index % dice.length] ?? 0) % fields.length] ?? 'none',
      ]),
    );
    routing = { ...routing, ...routeDesk(level, outcome, desk, placement) };
    outcome = simulate(level, routing);
    desks += 1;
    expect(desks).toBeLessThan(MOST_DESKS);
  }
  expect(outcome.score).toBeGreaterThanOrEqual(0);
  expect(outcome.score).toBeLessThanOrEqual(100);
  expect(outcome.beats.every(({ at }) => Number.isFinite(at))).toBe(true);
}

/** Requires that a file can be played, or has problems with a place and a sentence. */
function problemOrPlay(text: string, dice: readonly number[]): 'plays' | 'refused' {
  const result = readLevel(text, 'levels/my.json');
  if (result.ok) {
    playThrough(result.level, dice);
    return 'plays';
  }
  expect(result.problems.length).toBeGreaterThan(0);
  const lines = text.split(/\r\n|\r|\n/);
  for (const { line, column, code, params, severity } of result.problems) {
    const sentence = textWith(`problem.${code}`, params);
    expect(sentence.length).toBeGreaterThan(10);
    expect(sentence).not.toMatch(/^problem\.|\{\{/);
    expect(severity).toBe('error');
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
  }
  return 'refused';
}

const MANY = tries(4000, 600);
const FEWER = tries(1200, 240);
const dice = fc.array(fc.nat({ max: FIELDS.length * 7 }), { minLength: 1, maxLength: 8 });

describe('a good level that was changed at random has a clear problem or can be played', () => {
  test('in its data', async () => {
    await setLanguage('en');
    const ends = { plays: 0, refused: 0 };
    fc.assert(
      fc.property(mutated, dice, (level, rolls) => {
        ends[problemOrPlay(JSON.stringify(level), rolls)] += 1;
      }),
      MANY,
    );
    expect(ends.plays).toBeGreaterThan(MANY.numRuns / 10);
    expect(ends.refused).toBeGreaterThan(MANY.numRuns / 3);
  });

  test('in its text', async () => {
    await setLanguage('en');
    const ends = { plays: 0, refused: 0 };
    fc.assert(
      fc.property(slipped, dice, (text, rolls) => {
        ends[problemOrPlay(text, rolls)] += 1;
      }),
      FEWER,
    );
    expect(ends.plays).toBeGreaterThan(FEWER.numRuns / 12);
    expect(ends.refused).toBeGreaterThan(FEWER.numRuns / 2);
  });
});
