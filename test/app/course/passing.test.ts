import { readFileSync } from 'node:fs';
import { fetchCourse, type Sources } from '../../../src/app/course/fetch-course.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NOTHING_LOADED, NO_COURSE, type LoadedCourse } from '../../../src/app/course/loaded-course.ts';
import { checkDue, scoreOf } from '../../../src/app/course/passing.ts';
import { previewCourse } from '../../../src/app/author/preview-course.ts';
import { keepRecordIn, memoryStorage, savePlay } from '../../../src/progress/index.ts';
import { NOTHING_YET } from '../../../src/progress/record.ts';
import { changeProgress } from '../../../src/progress/store.ts';

const FOLDER = 'https://host.example/levels/';
const FILES = ['cv-to-rivals.json', 'survey-mailing.json'];
const text = (name: string) => readFileSync(new URL(`../../course/${name}`, import.meta.url), 'utf8');
const COURSE = JSON.stringify({ format: 1, title: 'Test', languages: ['en'], levels: FILES, passMark: 75 });

async function shelves(level: string | null = null): Promise<LoadedCourse[]> {
  vi.stubGlobal('fetch', (url: URL) => {
    const name = url.href.slice(FOLDER.length);
    return Promise.resolve(new Response(name === 'course.json' ? COURSE : text(name)));
  });
  const sources: Sources = {
    course: { ok: true, url: new URL('course.json', FOLDER) },
    level: level === null ? null : { ok: true, url: new URL(level, FOLDER) },
    levels: null,
    index: async () => null,
  };
  const seen: LoadedCourse[] = [];
  await fetchCourse(sources, (loaded) => seen.push(loaded));
  return seen;
}

/** Stores these scores as the best, in the order of the course. */
function keep(...scores: number[]): void {
  const results = Object.fromEntries(
    scores.map((score, at) => [FILES[at]!.replace('.json', ''), { stars: 2, score, routing: null, at: 0 }]),
  );
  const record = JSON.stringify({ ...NOTHING_YET, results });
  const storage = memoryStorage();
  storage.write(record);
  keepRecordIn(storage);
}

const isPassed = (loaded: LoadedCourse) => scoreOf(loaded).passed;

beforeEach(() => keep());

describe('a course is passed', () => {
  test('when every level is finished and the mean reaches its own pass mark', async () => {
    const full = (await shelves()).at(-1)!;
    expect(isPassed(full)).toBe(false);
    keep(100);
    expect(isPassed(full)).toBe(false);
    keep(100, 49);
    expect(isPassed(full)).toBe(false);
    keep(100, 50);
    expect(isPassed(full)).toBe(true);
  });

  test('not before all its levels have arrived', async () => {
    keep(100, 100);
    expect((await shelves()).map(isPassed)).toEqual([false, false, true]);
    expect(isPassed(NOTHING_LOADED)).toBe(false);
  });

  test('never through a single level, nor through dropped files', async () => {
    keep(100, 100);
    expect(isPassed((await shelves('cv-to-rivals.json')).at(-1)!)).toBe(false);
    const loose = new Map([['course.json', COURSE], ...FILES.map((name) => [name, text(name)] as const)]);
    const previews = previewCourse(loose, NO_COURSE);
    expect(previews.course?.levels).toEqual(FILES);
    expect(isPassed(previews)).toBe(false);
  });
});

describe('the check before and after', () => {
  const whole = async () => (await shelves()).at(-1) as LoadedCourse;
  const withCheck = (loaded: LoadedCourse, check: boolean): LoadedCourse => ({
    ...loaded,
    course: { ...(loaded.course ?? NO_COURSE), check },
  });
  const takenBefore = () =>
    changeProgress((progress) => ({ ...progress, composed: { ...progress.composed, 'check.before': { at: 1 } } }));

  test('is off for a single player, and on by the course or by a link', async () => {
    keep();
    const loaded = await whole();
    expect(checkDue(loaded, '')).toBeNull();
    expect(checkDue(withCheck(loaded, true), '')).toBe('before');
    expect(checkDue(loaded, '?check=1')).toBe('before');
    expect(checkDue(loaded, '?check=2')).toBe('before');
    expect(checkDue(withCheck(loaded, true), '?check=0')).toBeNull();
  });

  test('is due before the first level, and then once all levels are finished', async () => {
    const loaded = await whole();
    keep();
    takenBefore();
    expect(checkDue(loaded, '?check=1')).toBeNull();
    keep(90);
    expect(checkDue(loaded, '?check=1')).toBeNull();
    keep();
    savePlay('cv-to-rivals', [], 'desk');
    expect(checkDue(loaded, '?check=1')).toBeNull();
    keep(90, 50);
    expect(checkDue(loaded, '?check=1')).toBe('after');
    changeProgress((progress) => ({ ...progress, composed: { 'check.after': { at: 1 } } }));
    expect(checkDue(loaded, '?check=1')).toBeNull();
  });

  test('is never due for a single level', async () => {
    keep();
    const alone = (await shelves('cv-to-rivals.json')).at(-1) as LoadedCourse;
    expect(checkDue(alone, '?check=1')).toBeNull();
  });
});
