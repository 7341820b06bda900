import { beforeEach, describe, expect, test } from 'vitest';
import { SCORING } from '../../../src/engine/index.ts';
import { rescore } from '../../../src/app/course/rescore.ts';
import {
  acceptDamage,
  concern,
  keepRecordIn,
  levelsToRescore,
  loadProgress,
  memoryStorage,
} from '../../../src/progress/index.ts';
import { changeProgress } from '../../../src/progress/store.ts';
import { courseLevel } from '../../engine/levels.ts';

const cv = courseLevel('cv-to-rivals');

function keep(fields: Readonly<Record<string, 'to' | 'separate'>>, scoring?: number): void {
  const old = { stars: 2, score: 71, routing: { cv: fields }, at: null };
  changeProgress((progress) => ({ ...progress, results: { 'cv-to-rivals': { ...old, scoring } } }));
}

describe('a result of earlier rules', () => {
  beforeEach(() => keepRecordIn(memoryStorage()));

  test('is scored again from its routing, once, and the player is informed', () => {
    keep({ northwind: 'separate', southgale: 'separate', referee: 'separate' });
    expect(levelsToRescore()).toEqual(['cv-to-rivals']);
    rescore([cv]);
    expect(loadProgress().results['cv-to-rivals']).toMatchObject({ stars: 3, score: 100, scoring: SCORING });
    expect(concern()).toBe('rescored');
    acceptDamage();
    rescore([cv]);
    expect(concern()).toBeNull();
  });

  test('may score less than before', () => {
    keep({ northwind: 'to' });
    rescore([cv]);
    expect(loadProgress().results['cv-to-rivals']?.stars).toBe(0);
  });

  test("stays when it has today's rules, or when the routing no longer fits the level", () => {
    keep({ northwind: 'to' }, SCORING);
    rescore([cv]);
    expect(loadProgress().results['cv-to-rivals']?.score).toBe(71);
    keep({ stranger: 'to' });
    rescore([cv]);
    expect(loadProgress().results['cv-to-rivals']?.score).toBe(71);
    expect(concern()).toBeNull();
  });
});
