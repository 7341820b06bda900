import { describe, expect, test } from 'vitest';
import {
  firstLetter,
  firstThing,
  invitation,
  type Letter,
  type OpenLetter,
} from '../../../src/screens/home/first-letter.ts';
import { summaryOf } from '../../../src/levels/index.ts';
import { level } from '../../engine/levels.ts';

const open = (id: string, facts: Partial<Pick<OpenLetter, 'result' | 'begun'>> = {}): OpenLetter => ({
  kind: 'level',
  file: `${id}.json`,
  level: summaryOf(level([], { id })),
  address: `#/level/${id}`,
  result: null,
  resultAddress: null,
  begun: false,
  ...facts,
});
const stars = (count: number) => ({ result: { stars: count, score: count * 33 } });
const loading: Letter = { kind: 'loading', file: 'x.json' };
const broken: Letter = { kind: 'broken', file: 'y.json', problems: [] };

const first = (...letters: Letter[]) => firstLetter(letters)?.level.id ?? null;

describe('the level to play first', () => {
  test('is the one in progress', () => {
    expect(first(open('a'), open('b', { begun: true }))).toBe('b');
    expect(first(loading, open('b', { begun: true }))).toBe('b');
  });

  test('otherwise is the first not played yet, skipping broken ones', () => {
    expect(first(broken, open('a', stars(0)), open('b'), open('c'))).toBe('b');
  });

  test('waits for levels that are loading, so that it does not jump', () => {
    expect(first(open('a', stars(3)), loading, open('c'))).toBeNull();
  });

  test('is the first that can be improved when all were played, or simply the first', () => {
    expect(first(open('a', stars(3)), open('b', stars(2)))).toBe('b');
    expect(first(open('a', stars(3)), open('b', stars(3)))).toBe('a');
    expect(first(broken)).toBeNull();
    expect(first()).toBeNull();
  });
});

describe('the first thing to do', () => {
  const [done, better] = [open('a', stars(3)), open('b', stars(2))];

  test('is the certificate of a course that is passed', () => {
    expect(firstThing([done, better], true)).toBe('certificate');
    expect(firstThing([broken, done], true)).toBe('certificate');
  });

  test('is a level until the course is passed, even when all were played', () => {
    expect(firstThing([done, better], false)).toBe(better);
  });

  test('is a level while one is in progress, not played yet or loading', () => {
    const begun = open('b', { begun: true, ...stars(2) });
    const fresh = open('c');
    expect(firstThing([done, begun], true)).toBe(begun);
    expect(firstThing([done, fresh], true)).toBe(fresh);
    expect(firstThing([done, loading], true)).toBeNull();
    expect(firstThing([], true)).toBeNull();
  });
});

describe('the invitation of a level', () => {
  test('depends on its own state and on that of the others', () => {
    const [a, b] = [open('a'), open('b')];
    expect(invitation(a, [a, b])).toBe('start');
    expect(invitation(b, [a, b])).toBe('play');
    const done = open('a', stars(1));
    expect(invitation(done, [done, b])).toBe('again');
    expect(invitation(b, [done, b])).toBe('next');
    const begun = open('b', { begun: true, ...stars(1) });
    expect(invitation(begun, [a, begun])).toBe('continue');
  });
});
