import { expect, test } from 'vitest';
import { leftToTell } from '../../../src/app/play/replay-end.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { levelSchema } from '../../../src/engine/level/level.ts';
import cv from '../../course/cv-to-rivals.json' with { type: 'json' };
import survey from '../../course/survey-mailing.json' with { type: 'json' };

const own = simulate(levelSchema.parse(cv), { cv: { northwind: 'separate', southgale: 'separate' } });
const seen = simulate(levelSchema.parse(cv), { cv: { northwind: 'cc', southgale: 'cc' } });

const kindAt = (outcome: typeof own, kind: string) => outcome.beats.findIndex((beat) => beat.kind === kind);

test('that nobody was exposed is not said again at the end, when it was read out as it came', () => {
  const calm = kindAt(own, 'nobody-exposed');
  expect(calm).toBeGreaterThanOrEqual(0);
  expect(leftToTell(own, new Set([0, calm]))).toBeNull();
});

test('a replay that was skipped says at its end how many were exposed', () => {
  expect(leftToTell(own, new Set([0]))).toBe('count');
  expect(leftToTell(seen, new Set([0, 1]))).toBe('count');
});

test('the verdict of a regulator is said at the end, unless it was heard', () => {
  const level = levelSchema.parse(survey);
  const inCc = Object.fromEntries(
    level.mails.map(({ id }, index) => [id, { [`batch-${String(index + 1)}`]: 'cc' as const }]),
  );
  const outcome = simulate(level, { ...inCc, apology: { 'batch-1': 'separate' } });
  const decided = kindAt(outcome, 'decided');
  expect(decided).toBeGreaterThan(0);
  expect(leftToTell(outcome, new Set([0]))).toBe(decided);
  expect(leftToTell(outcome, new Set([0, decided]))).toBeNull();
});
