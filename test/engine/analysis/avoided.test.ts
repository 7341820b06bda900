import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { avoidedDisaster } from '../../../src/engine/analysis/avoided.ts';
import { bestRouting } from '../../../src/engine/analysis/analysis.ts';
import { courseSchema, levelsOf } from '../../../src/engine/level/course.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { campaignLevel, courseLevel } from '../levels.ts';

const course = courseSchema.parse(JSON.parse(readFileSync('levels/course.json', 'utf8')));
const levels = levelsOf(course).map((file) => file.replace('.json', ''));
const CV = courseLevel('cv-to-rivals');

describe('the disaster that a player avoided', () => {
  test.each(levels)('is there after the best play of %s, and tells a story of its own', (name) => {
    const level = campaignLevel(name);
    const best = bestRouting(level);
    const avoided = avoidedDisaster(level, best.outcome);
    expect(avoided?.story.outcome.score).toBeLessThan(best.outcome.score - 15);
    const own = new Set(best.outcome.beats.map(({ kind }) => kind));
    expect(avoided?.story.outcome.beats.some(({ kind }) => !own.has(kind))).toBe(true);
  });

  test('is a breach where any habit leads to one', () => {
    const best = bestRouting(CV);
    expect(avoidedDisaster(CV, best.outcome)?.story.outcome).toMatchObject({ breach: true, stars: 0 });
  });

  test('is kept from a player who has one of their own', () => {
    const shown = simulate(CV, { cv: { northwind: 'cc', southgale: 'cc', referee: 'bcc' } });
    expect(avoidedDisaster(CV, shown)).toBeNull();
  });
});
