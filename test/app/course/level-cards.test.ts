import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { previewCourse } from '../../../src/app/author/preview-course.ts';
import { courseGauges } from '../../../src/app/course/course-gauges.ts';
import { chaptersOf, previewCards } from '../../../src/app/course/level-cards.ts';
import { NO_COURSE, NOTHING_LOADED, type LoadedCourse } from '../../../src/app/course/loaded-course.ts';
import { certifiedAt } from '../../../src/app/course/passing.ts';
import { previewMemory } from '../../../src/app/play/play-memory.ts';
import { keepRecordIn, memoryStorage, savePlay } from '../../../src/progress/index.ts';
import { NOTHING_YET, type Result } from '../../../src/progress/record.ts';

const FILES = ['cv-to-rivals.json', 'survey-mailing.json'];
const text = (name: string) => readFileSync(new URL(`../../course/${name}`, import.meta.url), 'utf8');

/** The course of two levels, read in full. */
const course = (): LoadedCourse => ({
  ...previewCourse(new Map(FILES.map((name) => [name, text(name)])), NO_COURSE),
  whole: true,
});

function keep(results: Readonly<Record<string, Partial<Result>>>): void {
  const full = Object.entries(results).map(([level, result]) => [
    level,
    { stars: 2, score: 80, routing: null, at: null, ...result },
  ]);
  const storage = memoryStorage();
  storage.write(JSON.stringify({ ...NOTHING_YET, results: Object.fromEntries(full) as Progress }));
  keepRecordIn(storage);
}
type Progress = Readonly<Record<string, Result>>;

beforeEach(() => keepRecordIn(memoryStorage()));

describe('the letters of a course', () => {
  const letters = () => (chaptersOf(course()) ?? []).flatMap(({ letters: all }) => all);

  test('lead to their levels, and to a result only where its routing was kept', () => {
    keep({ 'cv-to-rivals': { routing: { mail: { northwind: 'bcc' } } }, 'survey-mailing': {} });
    expect(letters()).toMatchObject([
      { kind: 'level', address: '#/level/cv-to-rivals', resultAddress: '#/level/cv-to-rivals/result' },
      { kind: 'level', address: '#/level/survey-mailing', resultAddress: null, result: { stars: 2 } },
    ]);
  });

  test('say which level is begun', () => {
    savePlay('survey-mailing', [{ type: 'place', contacts: ['priya'], field: 'to' }], 'desk');
    expect(letters()).toMatchObject([{ begun: false }, { begun: true }]);
  });

  test('are on their way until the course is there, and none where it cannot be read', () => {
    expect(chaptersOf(NOTHING_LOADED)).toBeNull();
    expect(chaptersOf({ ...NOTHING_LOADED, problems: [] })).toEqual([]);
  });
});

test('the letters of previews lead to previews, and have no results', () => {
  keep({ 'cv-to-rivals': { routing: {} } });
  expect(previewCards(course(), previewMemory)).toMatchObject([
    { address: '#/preview/cv-to-rivals', result: null, resultAddress: null },
    { address: '#/preview/survey-mailing', result: null, resultAddress: null },
  ]);
});

describe('the certificate', () => {
  test('has the day of the last result of the course', () => {
    keep({ 'cv-to-rivals': { at: 5000 }, 'survey-mailing': { at: 3000 }, 'other-course': { at: 9000 } });
    expect(certifiedAt(course())).toBe(5000);
  });

  test('has none where an older version kept no day', () => {
    keep({ 'cv-to-rivals': {} });
    expect(certifiedAt(course())).toBeNull();
  });
});

describe('the gauges of a course', () => {
  test('are the mean of its best plays, and unknown while the level of one has not been read', () => {
    expect(courseGauges(course())).toBeNull();
    const desk = JSON.parse(text('cv-to-rivals.json')) as { mails: { id: string }[] };
    const routing = { [desk.mails[0]?.id ?? '']: { northwind: 'separate', southgale: 'separate' } } as const;
    keep({ 'cv-to-rivals': { routing } });
    const alone = courseGauges(course());
    expect(alone?.privacy).toBeGreaterThan(0);
    keep({ 'cv-to-rivals': { routing }, 'survey-mailing': { routing: {} } });
    const { levels, ...rest } = course();
    const indexed = new Map([['survey-mailing.json', { id: 'survey-mailing' }]]) as unknown;
    const half = new Map([...levels].filter(([file]) => file === 'cv-to-rivals.json'));
    const summaries = indexed as LoadedCourse['summaries'];
    expect(courseGauges({ ...rest, levels: half, summaries })).toBeNull();
  });
});
