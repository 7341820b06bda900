import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openCourseLoader } from '../../src/app/course/course-loader.ts';
import { entriesOf, isFull, levelIn, problemsOf, type LoadedCourse } from '../../src/app/course/loaded-course.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { setLanguage, textOf } from '../../src/i18n/index.ts';
import { loadCourseIndex } from '../../src/levels/course-index.ts';
import { courseIndex } from '../../tools/course-index.ts';

const LEVELS = join(import.meta.dirname, '../../levels');
const FOLDER = 'https://host.example/some/where/levels/';
const read = (name: string) => readFileSync(join(LEVELS, name), 'utf8');

/** A folder with a course of these level files. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'blind-copy-index-'));
  const levels = Object.keys(files).filter((name) => !/\.[a-z]{2}\.json$/.test(name));
  const course = JSON.stringify({ format: 1, title: 'Test', languages: ['en', 'fr'], levels });
  for (const [name, text] of Object.entries({ 'course.json': course, ...files }))
    writeFileSync(join(folder, name), text);
  return folder;
}

const TWO = {
  'cv-to-rivals.json': read('cv-to-rivals.json'),
  'cv-to-rivals.fr.json': read('cv-to-rivals.fr.json'),
  'survey-mailing.json': read('survey-mailing.json'),
  'survey-mailing.fr.json': read('survey-mailing.fr.json'),
};

/** A page that was built from one folder, on a server that now has these changes; null is a file that is gone. */
function pageOf(folder: string, changes: Readonly<Record<string, string | null>> = {}) {
  const asked: string[] = [];
  let reachable = true;
  vi.stubGlobal('fetch', async (url: URL) => {
    const name = url.href.slice(FOLDER.length);
    asked.push(name);
    if (!reachable) throw new TypeError('no network');
    const text = name in changes ? changes[name] : readFileSync(join(folder, name), 'utf8');
    return text === null ? new Response('', { status: 404 }) : new Response(text);
  });
  const loader = openCourseLoader({
    course: { ok: true, url: new URL('course.json', FOLDER) },
    level: null,
    levels: null,
    index: async (language) => courseIndex(folder, language),
  });
  const leave = () => {
    reachable = false;
  };
  return { loader, asked, leave };
}

const titles = (loaded: LoadedCourse) => entriesOf(loaded).map(({ level }) => textOf(level.title));
const everything = () => true;

afterEach(() => vi.unstubAllGlobals());

describe('the index of a course', () => {
  test('has in each language of the page what home shows of a level, and nothing else', () => {
    const { course, levels } = courseIndex(LEVELS, 'fr');
    expect(course?.value.title).toBeDefined();
    const { summary, translation } = levels['cv-to-rivals.json']!;
    expect(Object.keys(summary).toSorted()).toEqual(['id', 'lesson', 'minutes', 'stamp', 'summary', 'title']);
    expect(summary.title).toEqual({ fr: (JSON.parse(read('cv-to-rivals.fr.json')) as { title: string }).title });
    expect(translation?.language).toBe('fr');
    expect(courseIndex(LEVELS, 'en').levels['cv-to-rivals.json']?.translation).toBeNull();
  });

  test('exists for each language of the page', async () => {
    for (const { tag } of LANGUAGES) {
      // Development and tests have no build, and so no index.
      expect(await loadCourseIndex(tag)).toBeNull();
      expect(Object.keys(courseIndex(LEVELS, tag).levels)).toEqual(Object.keys(courseIndex(LEVELS, 'en').levels));
    }
  });

  test('leaves out a level with problems, so that the page reads it and reports them', () => {
    const broken = TWO['cv-to-rivals.json'].replace('"format": 2,', '');
    const { course, levels } = courseIndex(folderOf({ ...TWO, 'cv-to-rivals.json': broken }), 'en');
    expect(course).not.toBeNull();
    expect(Object.keys(levels)).toEqual(['survey-mailing.json']);
  });

  test('is empty for a course that cannot be read', () => {
    expect(courseIndex(join(LEVELS, 'nowhere'), 'en')).toEqual({ course: null, levels: {} });
  });
});

describe('a page with an index', () => {
  test('knows all levels from the course file alone', async () => {
    const { loader, asked } = pageOf(folderOf(TWO));
    await loader.load('en');
    expect(asked).toEqual(['course.json']);
    expect(isFull(loader.loaded())).toBe(true);
    expect(titles(loader.loaded())).toHaveLength(2);
    expect(levelIn(loader.loaded(), 'cv-to-rivals.json')).toBeNull();
  });

  test('reads a level when it is needed, and only that one', async () => {
    const { loader, asked } = pageOf(folderOf(TWO));
    await loader.load('fr');
    await loader.read(({ id }) => id === 'cv-to-rivals');
    expect(asked).toEqual(['course.json', 'cv-to-rivals.json', 'cv-to-rivals.fr.json']);
    expect(levelIn(loader.loaded(), 'cv-to-rivals.json')?.contacts.length).toBeGreaterThan(0);
    await loader.read(({ id }) => id === 'cv-to-rivals');
    expect(asked).toHaveLength(3);
  });

  test('reads the level of the address together with the course', async () => {
    const { loader, asked } = pageOf(folderOf(TWO));
    await loader.load('en', ({ id }) => id === 'survey-mailing');
    expect(asked).toEqual(['course.json', 'survey-mailing.json']);
  });

  test('reads a level at once that was added since the build', async () => {
    const added = TWO['cv-to-rivals.json'].replace('"id": "cv-to-rivals"', '"id": "added"');
    const levels = ['cv-to-rivals.json', 'added.json'];
    const course = JSON.stringify({ format: 1, title: 'Test', languages: ['en', 'fr'], levels });
    const { loader } = pageOf(folderOf(TWO), { 'course.json': course, 'added.json': added });
    await loader.load('en');
    expect(entriesOf(loader.loaded()).map(({ level }) => level.id)).toEqual(['cv-to-rivals', 'added']);
    expect(levelIn(loader.loaded(), 'added.json')?.id).toBe('added');
  });

  test.each([
    ['level', 'en', 'cv-to-rivals.json'],
    ['translation', 'fr', 'cv-to-rivals.fr.json'],
  ] as const)(
    'shows a %s that was changed since the build, once it has compared them',
    async (_what, language, name) => {
      await setLanguage(language);
      const changed = TWO[name].replace(/("title": (?:\{[^}]*"en": )?)"[^"]+"/, '$1"Changed on the server"');
      const { loader } = pageOf(folderOf(TWO), { [name]: changed });
      await loader.load(language);
      await loader.compare();
      expect(titles(loader.loaded())[0]).toBe('Changed on the server');
      // The other is unchanged since the build, and is not read.
      expect(levelIn(loader.loaded(), 'survey-mailing.json')).toBeNull();
      await setLanguage('en');
    },
  );

  test('reports what is wrong with a level that was broken since the build', async () => {
    const { loader } = pageOf(folderOf(TWO), { 'cv-to-rivals.json': '{', 'survey-mailing.json': null });
    await loader.load('en');
    await loader.compare();
    expect(problemsOf(loader.loaded(), 'survey-mailing').map(({ code }) => code)).toEqual(['not-found']);
    expect(problemsOf(loader.loaded(), 'cv-to-rivals').length).toBeGreaterThan(0);
    expect(titles(loader.loaded())).toEqual([]);
  });

  test('keeps its content while no server responds', async () => {
    const { loader, leave } = pageOf(folderOf(TWO));
    await loader.load('en');
    leave();
    await loader.compare();
    await loader.read(everything);
    expect(titles(loader.loaded())).toHaveLength(2);
    expect(problemsOf(loader.loaded(), 'cv-to-rivals')).toEqual([]);
  });

  test('changes the language without reading the levels', async () => {
    const { loader, asked } = pageOf(folderOf(TWO));
    await loader.load('en');
    await loader.translate('fr');
    await setLanguage('fr');
    expect(titles(loader.loaded())[0]).toBe('Un CV, deux rivaux');
    expect(asked).toEqual(['course.json']);
    await setLanguage('en');
  });
});
