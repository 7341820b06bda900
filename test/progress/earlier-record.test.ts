import { beforeEach, describe, expect, test } from 'vitest';
import { takeOverEarlierRecord } from '../../src/progress/earlier-record.ts';
import { keepRecordIn, loadProgress, memoryStorage, settings } from '../../src/progress/index.ts';

const result = (stars: number, score: number) => ({ stars, score, routing: null, at: 5 });
const EARLIER = {
  version: 2,
  settings: { language: 'de', sound: false },
  results: { cv: result(3, 96), survey: result(2, 80), theirs: result(3, 100) },
  plays: { survey: { log: [{ type: 'undo' }], stage: 'desk' }, theirs: { log: [], stage: 'desk' } },
  practices: {
    'list-is-secret': { level: 'survey', step: 0, since: 5 },
    'separate-mails': { level: 'theirs', step: 1, since: 5 },
  },
  name: 'Ana',
};

let earlier = memoryStorage();
beforeEach(() => {
  earlier = memoryStorage();
  earlier.write(JSON.stringify(EARLIER));
  keepRecordIn(memoryStorage());
});
const left = () => JSON.parse(earlier.read() ?? 'null') as typeof EARLIER | null;
const takeOver = (...levels: string[]) => takeOverEarlierRecord(earlier, new Set(levels));

describe('the record of an earlier version, which all pages of the origin shared', () => {
  test('is taken over for the levels of the course', () => {
    expect(takeOver('cv', 'survey', 'new')).toBe(true);
    expect(loadProgress().results).toEqual({ cv: EARLIER.results.cv, survey: EARLIER.results.survey });
    expect(Object.keys(loadProgress().plays)).toEqual(['survey']);
    expect(Object.keys(loadProgress().practices)).toEqual(['list-is-secret']);
    expect(settings.get()).toMatchObject({ language: 'de', sound: false });
    expect(loadProgress().name).toBe('Ana');
  });

  test('is not taken over twice: a second course with levels of the same names begins with nothing', () => {
    takeOver('cv', 'survey');
    keepRecordIn(memoryStorage());
    expect(takeOver('cv', 'survey')).toBe(false);
    expect(loadProgress()).toMatchObject({ results: {}, plays: {}, name: null });
  });

  test('keeps the data of other courses for them, without the name', () => {
    takeOver('cv', 'survey');
    expect(Object.keys(left()?.results ?? {})).toEqual(['theirs']);
    expect(Object.keys(left()?.practices ?? {})).toEqual(['separate-mails']);
    expect(left()?.name).toBeNull();
    keepRecordIn(memoryStorage());
    expect(takeOver('theirs')).toBe(true);
    expect(loadProgress().results).toEqual({ theirs: EARLIER.results.theirs });
    expect(earlier.read()).toBeNull();
  });

  test('is left alone by a course that has none of its levels', () => {
    expect(takeOver('other')).toBe(false);
    expect(takeOver()).toBe(false);
    expect(left()).toEqual(EARLIER);
    expect(settings.get().language).toBeNull();
  });

  test('never lowers a newer result, nor changes newer settings', () => {
    settings.set({ language: 'fr' });
    takeOver('cv');
    expect(settings.get()).toMatchObject({ language: 'fr', sound: true });
    expect(loadProgress().results['cv']?.stars).toBe(3);
  });

  test('with settings alone goes to the first course', () => {
    earlier.write(JSON.stringify({ version: 2, settings: { language: 'ja' } }));
    expect(takeOver('anything')).toBe(true);
    expect(settings.get().language).toBe('ja');
    expect(earlier.read()).toBeNull();
  });

  test('stays in place while the new one cannot be saved', () => {
    keepRecordIn({
      ...memoryStorage(),
      write() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(takeOver('cv')).toBe(true);
    expect(loadProgress().results).toHaveProperty('cv');
    expect(left()).toEqual(EARLIER);
  });

  test.each(['nonsense', '{"version":99,"results":{}}'])('%j is left as it is', (text) => {
    earlier.write(text);
    expect(takeOver('cv')).toBe(false);
    expect(earlier.read()).toBe(text);
  });
});
