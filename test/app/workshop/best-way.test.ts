import { expect, test } from 'vitest';
import { bestWay } from '../../../src/app/workshop/best-way.ts';
import type { LevelInWork } from '../../../src/app/workshop/level-in-work.ts';
import { bestRouting, type Level, type Routing } from '../../../src/engine/index.ts';
import type { PlayedLevel } from '../../../src/workshop/analysis/analyse.ts';
import { courseLevel } from '../../engine/levels.ts';

const LEVEL = courseLevel('cv-to-rivals');
const ROUTING: Routing = { cv: { northwind: 'separate' } };
const PLAYED: PlayedLevel = {
  best: { routing: ROUTING, score: 100, stars: 3, privacy: 100, purpose: 100, exact: true },
  habits: [],
  advice: [],
  stopped: false,
};

function opened() {
  const state: { level: Level | null; analysis: PlayedLevel | null; isAnalysing: boolean } = {
    level: LEVEL,
    analysis: null,
    isAnalysing: true,
  };
  const work: Pick<LevelInWork, 'level' | 'analysis' | 'isAnalysing'> = {
    level: () => state.level,
    analysis: () => state.analysis,
    isAnalysing: () => state.isAnalysing,
  };
  const laid: Routing[] = [];
  const best = bestWay(
    () => work,
    (routing) => laid.push(routing),
  );
  return { state, laid, best };
}

test('the best way is on the desk as soon as it is known', () => {
  const { state, laid, best } = opened();
  best.ask();
  best.follow();
  expect([best.isAwaited(), laid]).toEqual([true, []]);
  Object.assign(state, { analysis: PLAYED, isAnalysing: false });
  best.follow();
  best.follow();
  expect([best.isAwaited(), laid]).toEqual([false, [ROUTING]]);
});

test('where the worker fails, the page finds the best way itself', () => {
  const { state, laid, best } = opened();
  best.ask();
  state.isAnalysing = false;
  best.follow();
  expect([best.isAwaited(), laid]).toEqual([false, [bestRouting(LEVEL).routing]]);
});

test('no card moves later once the level cannot be played', () => {
  const { state, laid, best } = opened();
  best.ask();
  state.level = null;
  best.follow();
  Object.assign(state, { level: LEVEL, analysis: PLAYED });
  best.follow();
  expect([best.isAwaited(), laid]).toEqual([false, []]);
});
