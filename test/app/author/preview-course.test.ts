import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NO_COURSE, playable, problemsIn } from '../../../src/app/course/loaded-course.ts';
import { previewCourse } from '../../../src/app/author/preview-course.ts';

const file = (name: string) => readFileSync(new URL(`../../course/${name}`, import.meta.url), 'utf8');
const course = (...levels: string[]) => JSON.stringify({ format: 1, title: 'Test', languages: ['en', 'de'], levels });
const loaded = (files: Readonly<Record<string, string>>) => previewCourse(new Map(Object.entries(files)), NO_COURSE);
const ids = (files: Readonly<Record<string, string>>) => playable(loaded(files)).map(({ id }) => id);

const CV = { 'cv-to-rivals.json': file('cv-to-rivals.json') };
const SURVEY = { 'survey-mailing.json': file('survey-mailing.json') };

describe('the levels that were dropped on the page', () => {
  test('can be played without a course', () => {
    expect(ids({ ...SURVEY, ...CV })).toEqual(['cv-to-rivals', 'survey-mailing']);
  });

  test('follow the order of a course that was dropped with them, then come the others', () => {
    const given = course('below/survey-mailing.json');
    expect(ids({ ...CV, 'any-name.json': given, ...SURVEY })).toEqual(['survey-mailing', 'cv-to-rivals']);
  });

  test('say so when the course names a level that was not dropped', () => {
    const files = { 'course.json': course('cv-to-rivals.json', 'gone.json'), ...CV };
    expect(ids(files)).toEqual(['cv-to-rivals']);
    const found = loaded(files).levels.get('gone.json');
    expect(found?.problems.map(({ code }) => code)).toEqual(['not-among-files']);
  });

  test('can be played even if a translation or the course is broken', () => {
    const files = { 'course.json': '{ "levels": [ }', 'broken.json': '{ "format": 1, }', ...CV };
    expect(ids(files)).toEqual(['cv-to-rivals']);
    const wrong = problemsIn(loaded(files), new Set(['course.json', 'broken.json', 'cv-to-rivals.json']));
    expect(new Set(wrong.map((problem) => problem.file))).toEqual(new Set(['course.json', 'broken.json']));
    expect(problemsIn(loaded(files), new Set(['cv-to-rivals.json']))).toEqual([]);
  });

  test('use the translations beside them, and a translation without its level is a problem', () => {
    const french = JSON.stringify({ format: 1, title: 'Un CV' });
    const [entry] = playable(loaded({ ...CV, 'cv-to-rivals.fr.json': french }));
    expect(entry?.title).toMatchObject({ fr: 'Un CV' });
    const alone = loaded({ 'cv-to-rivals.fr.json': french });
    expect(alone.levels.get('cv-to-rivals.fr.json')?.problems).toMatchObject([
      { code: 'translation-alone', params: { level: 'cv-to-rivals.json' } },
    ]);
    const broken = loaded({ ...CV, 'cv-to-rivals.fr.json': '{ "format": 1, }' });
    expect(problemsIn(broken, new Set(['cv-to-rivals.fr.json']))).toMatchObject([{ code: 'json-trailing-comma' }]);
    expect(playable(broken)).toHaveLength(1);
  });

  test('are found even if their names are composed differently, or end in capitals', () => {
    const given = { 'course.json': course('\u00FCbung.json', 'survey-mailing.json') };
    const dropped = loaded({
      ...given,
      'u\u0308bung.json': file('cv-to-rivals.json'),
      'u\u0308bung.fr.json': JSON.stringify({ format: 1, title: 'Un CV' }),
      'survey-mailing.JSON': file('survey-mailing.json'),
    });
    expect(playable(dropped).map(({ id }) => id)).toEqual(['cv-to-rivals', 'survey-mailing']);
    expect(playable(dropped)[0]?.title).toMatchObject({ fr: 'Un CV' });
    expect(dropped.course?.levels).toEqual(['\u00FCbung.json', 'survey-mailing.json']);
  });

  test.each(['null', '[]', '3', '"levels"', '{}', ''])('a file that says %j is a level with problems', (text) => {
    const { levels, problems } = loaded({ 'x.json': text });
    expect(problems).toBeNull();
    expect(levels.get('x.json')?.problems).not.toEqual([]);
  });
});
