import { readFileSync } from 'node:fs';
import { fetchCourse, type Sources } from '../../../src/app/course/fetch-course.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  NOTHING_LOADED,
  findLevel,
  isFull,
  isInFirstChapter,
  levelAfter,
  playable,
  problemsOf,
  type LoadedCourse,
} from '../../../src/app/course/loaded-course.ts';
import { loadNamedLevel } from '../../../src/levels/index.ts';

const file = (name: string) => readFileSync(new URL(`../../course/${name}`, import.meta.url), 'utf8');
const course = (...levels: string[]) => JSON.stringify({ format: 1, title: 'Test', languages: ['en'], levels });
const URL_OF_COURSE = new URL('https://host.example/some/where/levels/course.json');

/** A server that has these files; everything else is missing. */
function host(files: Readonly<Record<string, string>>): void {
  vi.stubGlobal('fetch', (url: URL) => {
    const name = url.href.slice(new URL('.', URL_OF_COURSE).href.length);
    const body = files[name];
    return Promise.resolve(body === undefined ? new Response('', { status: 404 }) : new Response(body));
  });
}

const COURSE_ALONE: Sources = {
  course: { ok: true, url: URL_OF_COURSE },
  level: null,
  levels: null,
  index: async () => null,
};

async function filled(files: Readonly<Record<string, string>>, sources = COURSE_ALONE): Promise<LoadedCourse[]> {
  host(files);
  const seen: LoadedCourse[] = [];
  await fetchCourse(sources, (loaded) => seen.push(loaded));
  return seen;
}

afterEach(() => vi.unstubAllGlobals());

describe('the loaded course', () => {
  test('shows the course at once, and each level as it arrives', async () => {
    const seen = await filled({
      'course.json': course('cv-to-rivals.json', 'survey-mailing.json'),
      'cv-to-rivals.json': file('cv-to-rivals.json'),
      'survey-mailing.json': file('survey-mailing.json'),
    });
    expect(seen.map((loaded) => loaded.levels.size)).toEqual([0, 1, 2]);
    expect(seen.map(isFull)).toEqual([false, false, true]);
    expect(findLevel(seen[0]!, 'cv-to-rivals')).toBeUndefined();
    expect(findLevel(seen[2]!, 'cv-to-rivals')?.level.id).toBe('cv-to-rivals');
    expect(findLevel(seen[2]!, 'nothing')).toBeNull();
  });

  test('keeps the rest of the course playable when one level is missing and one is broken', async () => {
    const last = (
      await filled({
        'course.json': course('broken.json', 'cv-to-rivals.json', 'missing.json', 'survey-mailing.json'),
        'broken.json': '{ "format": 1, }',
        'cv-to-rivals.json': file('cv-to-rivals.json'),
        'survey-mailing.json': file('survey-mailing.json'),
      })
    ).at(-1)!;
    expect(playable(last).map(({ id }) => id)).toEqual(['cv-to-rivals', 'survey-mailing']);
    expect(levelAfter(last, 'cv-to-rivals')?.id).toBe('survey-mailing');
    expect(levelAfter(last, 'survey-mailing')).toBeNull();
    expect(problemsOf(last, 'missing').map(({ code }) => code)).toEqual(['not-found']);
    expect(problemsOf(last, 'broken').map(({ code, line }) => [code, line])).toContainEqual(['json-trailing-comma', 1]);
    expect(problemsOf(last, 'cv-to-rivals')).toEqual([]);
  });

  test('says why the course itself cannot be read', async () => {
    const last = (await filled({})).at(-1)!;
    expect(last.problems?.map(({ code }) => code)).toEqual(['not-found']);
    expect(isFull(last)).toBe(true);
    expect(findLevel(last, 'cv-to-rivals')).toBeNull();
    expect(problemsOf(last, 'cv-to-rivals')).toEqual(last.problems);
  });

  test('uses the first of two levels with the same id', () => {
    const level = { ok: true, problems: [], level: JSON.parse(file('cv-to-rivals.json')) as never } as const;
    const loaded: LoadedCourse = {
      ...NOTHING_LOADED,
      course: { format: 1, title: 'Test', languages: ['en'], passMark: 70, levels: ['a.json', 'b.json'] },
      problems: null,
      levels: new Map([
        ['a.json', level],
        ['b.json', level],
      ]),
    };
    expect(playable(loaded)).toHaveLength(1);
  });

  describe('of a link', () => {
    const renamed = file('cv-to-rivals.json').replace('"id": "cv-to-rivals"', '"id": "other-id"');
    const FILES = {
      'course.json': course('cv.json', 'survey-mailing.json'),
      'cv.json': renamed,
      'survey-mailing.json': file('survey-mailing.json'),
    };
    const linked = (...levels: string[]) => filled(FILES, { ...COURSE_ALONE, levels });

    test('are found by their ids, whatever the names of their files', async () => {
      const last = (await linked('other-id')).at(-1)!;
      expect(playable(last).map(({ id }) => id)).toEqual(['other-id']);
      expect(last.course?.levels).toEqual(['cv.json']);
      expect(isFull(last)).toBe(true);
    });

    test('only read the files that they need when those are named by id', async () => {
      const seen = await linked('survey-mailing');
      expect([...seen.at(-1)!.levels.keys()]).toEqual(['survey-mailing.json']);
      expect(seen.at(-1)!.unknown).toEqual([]);
    });

    test('report levels that the course does not have', async () => {
      const last = (await linked('survey-mailing', 'cv', 'gone')).at(-1)!;
      expect(last.unknown).toEqual(['cv', 'gone']);
      expect(playable(last).map(({ id }) => id)).toEqual(['survey-mailing']);
      const none = (await linked('gone')).at(-1)!;
      expect(none.unknown).toEqual(['gone']);
      expect(playable(none)).toHaveLength(2);
    });

    test('show nothing else until it is known which they are', async () => {
      expect((await linked('other-id')).every((loaded) => loaded.course?.levels.length === 1)).toBe(true);
    });
  });

  test('do not request files outside the folder', async () => {
    const asked: string[] = [];
    const outside = [' /secret.json', '../x.json', '//evil.example/x.json'];
    vi.stubGlobal('fetch', async (url: URL) => {
      asked.push(url.href);
      return new Response('', { status: 404 });
    });
    const results = await Promise.all(outside.map((name) => loadNamedLevel(name, URL_OF_COURSE)));
    expect(results.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(
      outside.map(() => 'not-a-file'),
    );
    expect(asked).toEqual([]);
  });

  test('shows neither all levels nor an error before the course has arrived', () => {
    expect(isFull(NOTHING_LOADED)).toBe(false);
    expect(findLevel(NOTHING_LOADED, 'any')).toBeUndefined();
  });
});

describe('the first chapter', () => {
  const inChapters = JSON.stringify({
    format: 1,
    title: 'Test',
    languages: ['en'],
    chapters: [
      { title: 'One', levels: ['cv-to-rivals.json'] },
      { title: 'Two', levels: ['survey-mailing.json'] },
    ],
  });
  const files = {
    'course.json': inChapters,
    'cv-to-rivals.json': file('cv-to-rivals.json'),
    'survey-mailing.json': file('survey-mailing.json'),
  };

  test('is that of the whole course, though a link asks for a later one alone', async () => {
    const loaded = (await filled(files, { ...COURSE_ALONE, levels: ['survey-mailing'] })).at(-1) ?? NOTHING_LOADED;
    expect(loaded.course?.chapters).toEqual([{ title: 'Two', levels: ['survey-mailing.json'] }]);
    expect(isInFirstChapter(loaded, 'survey-mailing.json')).toBe(false);
    expect(isInFirstChapter(loaded, 'cv-to-rivals.json')).toBe(true);
  });

  test('is every level of a course without chapters', async () => {
    const flat = { ...files, 'course.json': course('cv-to-rivals.json') };
    const loaded = (await filled(flat)).at(-1) ?? NOTHING_LOADED;
    expect(isInFirstChapter(loaded, 'cv-to-rivals.json')).toBe(true);
  });
});
