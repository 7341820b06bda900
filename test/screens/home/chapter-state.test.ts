import { describe, expect, test } from 'vitest';
import { summaryOf } from '../../../src/levels/index.ts';
import { chapterStates, playedIn, type HomeChapter } from '../../../src/screens/home/chapter-state.ts';
import { firstLetter, type Letter, type OpenLetter } from '../../../src/screens/home/first-letter.ts';
import { level } from '../../engine/levels.ts';

const letter = (id: string, facts: Partial<Pick<OpenLetter, 'result' | 'begun'>> = {}): OpenLetter => ({
  kind: 'level',
  file: `${id}.json`,
  level: summaryOf(level([], { id })),
  address: `#/level/${id}`,
  result: null,
  resultAddress: null,
  begun: false,
  ...facts,
});
const played = (id: string) => letter(id, { result: { stars: 2, score: 80 } });
const broken: Letter = { kind: 'broken', file: 'y.json', problems: [] };
const chapter = (...letters: Letter[]): HomeChapter => ({ title: 'A chapter', letters });
const states = (...chapters: HomeChapter[]) =>
  chapterStates(chapters, firstLetter(chapters.flatMap(({ letters }) => letters)));

describe('the chapters on the home page', () => {
  test('open one after the other', () => {
    expect(states(chapter(letter('a')), chapter(letter('b')), chapter(letter('c')))).toEqual(['now', 'later', 'later']);
    expect(states(chapter(played('a')), chapter(letter('b')), chapter(letter('c')))).toEqual(['done', 'now', 'later']);
  });

  test('stay open where a player has gone ahead', () => {
    const ahead = states(chapter(letter('a')), chapter(letter('b')), chapter(played('c'), letter('d')));
    expect(ahead).toEqual(['now', 'later', 'now']);
    expect(states(chapter(letter('a')), chapter(letter('b', { begun: true })))).toEqual(['now', 'now']);
  });

  test('are all open once everything was played', () => {
    expect(states(chapter(played('a')), chapter(played('b')))).toEqual(['now', 'now']);
  });

  test('are not held up by a file that cannot be opened', () => {
    expect(states(chapter(played('a'), broken), chapter(letter('b')))).toEqual(['done', 'now']);
  });

  test('without a title are never folded', () => {
    expect(states({ title: null, letters: [letter('a')] }, { title: null, letters: [letter('b')] })).toEqual([
      'now',
      'now',
    ]);
  });

  test('count what was played', () => {
    expect(playedIn(chapter(played('a'), letter('b'), broken))).toBe(1);
  });
});
