import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkLanguages } from '../../src/engine/level/check-languages.ts';
import type { Level } from '../../src/engine/level/level.ts';
import { LEVEL_TEXTS, textPlaces } from '../../src/engine/level/text-shape.ts';
import { foreignTag, setLanguage, textOf } from '../../src/i18n/index.ts';
import {
  loadLevel,
  loadTranslation,
  readLevel,
  translatedFile,
  translationFile,
  withTranslations,
  type LevelResult,
} from '../../src/levels/index.ts';

type Json = Record<string, unknown>;

const GOOD = readFileSync(new URL('../course/cv-to-rivals.json', import.meta.url), 'utf8');

function read(text: string): Level {
  const result = readLevel(text, 'levels/cv.json');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.level;
}

const level = read(GOOD);
const side = (texts: Json) => ({
  language: 'fr',
  file: 'levels/cv.fr.json',
  text: JSON.stringify({ format: 1, ...texts }, null, 1),
});
const FRENCH = side({
  title: 'Un CV, deux rivaux',
  contacts: [{ id: 'manager', name: 'Kim Adler, votre chef' }],
  lesson: { realCase: { source: { title: 'Information Commissioner’s Office' } } },
});

afterEach(() => vi.unstubAllGlobals());

describe('a translation beside a level', () => {
  test('adds its texts at the ids, and changes nothing else', () => {
    const { level: translated, problems } = withTranslations(level, [FRENCH]);
    expect(problems).toEqual([]);
    expect(translated.title).toEqual({ ...(level.title as Json), fr: 'Un CV, deux rivaux' });
    expect(translated.contacts[3]?.name).toMatchObject({ fr: 'Kim Adler, votre chef' });
    expect(translated.lesson.realCase?.source.title).toMatchObject({ fr: 'Information Commissioner’s Office' });
    const withoutFrench: unknown = JSON.parse(
      JSON.stringify(translated, (name, value: unknown) => (name === 'fr' ? undefined : value)),
    );
    expect(withoutFrench).toEqual(level);
  });

  test('keeps the words of a level without a language for all other languages', async () => {
    const plain = { ...level, title: 'One CV' };
    const translated = withTranslations(plain, [FRENCH]).level;
    await setLanguage('de');
    expect(textOf(translated.title)).toBe('One CV');
    expect((translated.title as Json)['fr']).toBe('Un CV, deux rivaux');
  });

  test('covers every text that a level has, and nothing else', () => {
    const texts = (shape: Level) => textPlaces(LEVEL_TEXTS, shape).map(({ path }) => path.join('.'));
    expect(texts(level)).toEqual([
      'title',
      'summary',
      'briefing',
      'sender.name',
      'sender.role',
      ...[0, 1, 2, 3].flatMap((index) => [`contacts.${String(index)}.name`, `contacts.${String(index)}.about`]),
      'circles.0.about',
      'circles.1.about',
      'circles.2.about',
      'mails.0.subject',
      'mails.0.body',
      'beats.0.text',
      'beats.1.text',
      'beats.2.text',
      'beats.3.text',
      'lesson.why',
      'lesson.realCase.text',
      'lesson.realCase.source.title',
    ]);
  });

  test('reports in its own lines what its level does not have', () => {
    const text = side({
      contacts: [{ id: 'manger', name: 'Kim' }, { id: 'manager' }, { id: 'manager' }],
      regulator: { name: 'CNIL' },
    });
    const { level: translated, problems } = withTranslations(level, [text]);
    expect(problems).toMatchObject([
      {
        file: 'levels/cv.fr.json',
        line: 5,
        column: 10,
        severity: 'error',
        code: 'translation-unknown-id',
        text: '"manger"',
      },
      { line: 12, column: 10, severity: 'error', code: 'duplicate-id' },
      { line: 15, column: 15, severity: 'warning', code: 'translation-of-nothing', params: { name: 'regulator' } },
    ]);
    expect(translated).toBe(level);
  });

  test.each([
    ['a fact', { minutes: 3 }, 'unknown-field'],
    ['texts in several languages', { title: { fr: 'Un' } }, 'expected-text'],
    ['a text too long for its place', { title: 'x'.repeat(61) }, 'too-long'],
    ['a part without an id', { contacts: [{ name: 'Kim' }] }, 'missing-field'],
  ])('that has %s is refused', (_, texts, code) => {
    expect(withTranslations(level, [side(texts)]).problems.map((problem) => problem.code)).toEqual([code]);
  });

  test('is found by its name', () => {
    expect(translationFile('levels/my.level.json', 'pt-BR')).toBe('levels/my.level.pt-BR.json');
    expect(translatedFile('levels/my-level.pt-BR.json')).toEqual({ level: 'levels/my-level.json', language: 'pt-BR' });
    expect(translatedFile('levels/my-level.json')).toBeNull();
  });
});

describe('loading a level with translations beside it', () => {
  const files: Record<string, string> = {
    'cv.json': GOOD.replace(/"translations": \[.*\]/, '"translations": ["fr", "es"]'),
    'cv.fr.json': FRENCH.text,
    'cv.es.json': FRENCH.text.replace('Un CV, deux', 'Un CV, dos'),
  };

  async function load(languages?: readonly string[]): Promise<{ asked: string[]; result: LevelResult }> {
    const asked: string[] = [];
    vi.stubGlobal('fetch', (url: URL) => {
      const name = url.pathname.split('/').at(-1) ?? '';
      asked.push(name);
      return Promise.resolve(new Response(files[name] ?? '', { status: files[name] === undefined ? 404 : 200 }));
    });
    const result = await loadLevel(new URL('https://host.example/sub/levels/cv.json'), languages);
    return { asked, result };
  }

  test('requests those that the level names, and only the wanted ones', async () => {
    const all = await load();
    expect(all.asked.toSorted()).toEqual(['cv.es.json', 'cv.fr.json', 'cv.json']);
    expect(all.result).toMatchObject({
      ok: true,
      problems: [],
      level: { title: { en: 'One CV, two rivals', fr: 'Un CV, deux rivaux', es: 'Un CV, dos rivaux' } },
    });
    expect((await load(['es', 'de'])).asked).toEqual(['cv.json', 'cv.es.json']);
    expect((await load(['en'])).asked).toEqual(['cv.json']);
  });

  test('can be played without a missing one, and says so', async () => {
    delete files['cv.es.json'];
    const { result } = await load();
    expect(result).toMatchObject({
      ok: true,
      problems: [{ file: 'levels/cv.es.json', code: 'not-found' }],
      level: { title: { fr: 'Un CV, deux rivaux' } },
    });
  });
});

describe('the languages of a course', () => {
  const faults = (some: Level, languages: readonly string[]) =>
    checkLanguages(some, languages).map(
      ({ code, path, params }) => `${code} ${path.join('.')} ${params['language'] ?? ''}`,
    );

  test('are all covered, or the texts that lack one are listed', () => {
    expect(faults(level, ['en', 'de'])).toEqual([]);
    expect(faults(level, ['en', 'fr'])).toEqual(['language-missing title fr']);
    expect(faults({ ...level, summary: { de: 'Nur deutsch' } }, ['de', 'en'])).toEqual(['text-missing summary en']);
  });

  test('are not required of a text without a language, unless every text has none', () => {
    expect(faults({ ...level, summary: 'Robin' }, ['en', 'de'])).toEqual([]);
    const plain = read(JSON.stringify(JSON.parse(GOOD, (_, value: unknown) => english(value))));
    expect(faults(plain, ['en'])).toEqual([]);
    expect(faults(plain, ['en', 'de'])).toEqual(['texts-without-language title ']);
  });

  function english(value: unknown): unknown {
    return typeof value === 'object' && value !== null && 'en' in value ? value.en : value;
  }
});

describe('tags with a region', () => {
  const REGIONS = { 'en-GB': 'The level', 'de-DE': 'Der Level' };
  const regional = read(
    GOOD.replace(/"translations": \[.*\]/, '"translations": ["de-AT"]').replace(/"de": "[^"]*"/g, '"en-GB": "x"'),
  );

  test("find their language in a text, which then counts as the page's", async () => {
    await setLanguage('de');
    expect(textOf(REGIONS)).toBe('Der Level');
    expect(foreignTag(REGIONS)).toBeNull();
    await setLanguage('fr');
    expect(textOf(REGIONS)).toBe('The level');
    expect(foreignTag(REGIONS)).toBe('en-GB');
    await setLanguage('en');
  });

  test('find the translation file', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (url: URL) => {
      asked.push(url.pathname);
      return new Response(JSON.stringify({ format: 1, title: 'Ein Lebenslauf' }));
    });
    const translated = await loadTranslation(regional, new URL('https://host.example/levels/cv.json'), 'de');
    expect(asked).toEqual(['/levels/cv.de-AT.json']);
    await setLanguage('de');
    expect(textOf(translated.title)).toBe('Ein Lebenslauf');
    await setLanguage('en');
  });

  test('are not fetched if the level has the language itself', async () => {
    const both = { ...regional, title: { de: 'Ein Lebenslauf' } };
    expect(await loadTranslation(both, new URL('https://host.example/levels/cv.json'), 'de')).toBe(both);
  });

  test('cover a language that the course offers', () => {
    expect(checkLanguages({ ...level, title: REGIONS }, ['en', 'de'])).toEqual([]);
    expect(checkLanguages(level, ['en-GB', 'de-DE'])).toEqual([]);
    expect(checkLanguages({ ...level, title: REGIONS }, ['en', 'fr']).map(({ code }) => code)).toEqual([
      'language-missing',
    ]);
  });
});
