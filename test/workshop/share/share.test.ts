import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { check } from 'prettier';
import { afterAll, describe, expect, test } from 'vitest';
import { checkFiles } from '../../../src/cli/check.ts';
import { checkLevelFiles } from '../../../src/levels/check.ts';
import { makeFolder } from '../../../src/lms/package/folder.ts';
import { HOSTED_FILES } from '../../../src/lms/package/page-files.ts';
import { COURSE_FILE, courseFiles, type CourseDraft } from '../../../src/workshop/share/course-file.ts';
import { levelLink } from '../../../src/workshop/share/link.ts';
import { asOneFile, isFileId, withId } from '../../../src/workshop/share/level-file.ts';
import { EVERY_NAME, courseFiles as campaignFiles, levelWith } from '../translation/level-files.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ar', 'ja'];
const folder = mkdtempSync(join(tmpdir(), 'share-'));
afterAll(() => rmSync(folder, { recursive: true }));

const pretty = (text: string) => check(text, { parser: 'json', singleQuote: true, printWidth: 120 });
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (file: Uint8Array | undefined) => new TextDecoder().decode(file);

const draft = (facts: Partial<CourseDraft> = {}): CourseDraft => ({
  title: 'Care & mail',
  id: '',
  language: 'en',
  chapters: [{ title: '', levels: [campaignFiles('cv-to-rivals'), campaignFiles('right-sam')] }],
  passMark: null,
  name: '',
  logo: null,
  accent: '',
  stamp: '',
  ...facts,
});

describe('a level as one file', () => {
  test.each(EVERY_NAME)('%s has everything in it, as prettier lays it out, and says the same', async (name) => {
    const files = campaignFiles(name);
    const one = asOneFile(files);
    expect(one?.name).toBe(`${name}.json`);
    expect(await pretty(one?.text ?? '')).toBe(true);
    const whole = checkLevelFiles({ file: 'x.json', text: one?.text ?? '', translations: [] }, LANGUAGES, () => []);
    const apart = checkLevelFiles(files, LANGUAGES, () => []);
    expect(whole.problems).toEqual([]);
    expect({ ...whole.level, translations: undefined }).toEqual({ ...apart.level, translations: undefined });
  });

  test('is as it was where it has no translation files', () => {
    const files = levelWith({ title: { en: 'A' } });
    expect(asOneFile(files)?.text).toBe(files.text);
    expect(asOneFile({ ...files, text: '{}' })).toBeNull();
  });

  test('can be named otherwise, its translations with it', () => {
    const named = withId(campaignFiles('cv-to-rivals'), 'another');
    expect([named.file, ...named.translations.map(({ file }) => file)]).toContain('another.fr.json');
    expect(asOneFile(named)?.name).toBe('another.json');
  });

  test.each(['a', 'my-level-2', 'coursework'])('may be called %s', (id) => expect(isFileId(id)).toBe(true));
  test.each(['', 'A', 'a b', '-a', 'a.b', '../a', 'constructor', 'course', 'my-course', 'ä', 'x'.repeat(61)])(
    'may not be called %j',
    (id) => expect(isFileId(id)).toBe(false),
  );

  test('has a link on the same site, in whatever folder that is', () => {
    expect(levelLink('https://a.example/mail/?lang=de#/x', 'my-level.json')).toBe(
      'https://a.example/mail/?level=levels/my-level.json',
    );
  });
});

describe('a course', () => {
  test('is written as prettier and the command like it, with its levels', async () => {
    const logo = { ending: 'svg', bytes: bytes('<svg xmlns="http://www.w3.org/2000/svg"/>') };
    const brand = { name: ' Northmoor Police ', accent: '#1f5a8c', stamp: '#a3322b', logo };
    const [first, second] = [campaignFiles('cv-to-rivals'), campaignFiles('right-sam')];
    const chapters = [
      { title: 'One', levels: [first] },
      { title: 'Two', levels: [second] },
    ];
    for (const [index, facts] of [{}, { ...brand, chapters, passMark: 80, id: 'care' }].entries()) {
      const { files, problems } = courseFiles(draft(facts));
      expect(problems).toEqual([]);
      const at = join(folder, String(index));
      for (const [path, content] of files) {
        mkdirSync(dirname(join(at, path)), { recursive: true });
        writeFileSync(join(at, path), content);
      }
      const written = [...files].filter(([path]) => path.endsWith('.json'));
      for (const [, content] of written) expect(await pretty(text(content))).toBe(true);
      expect(checkFiles([join(at, COURSE_FILE)]).problems).toEqual([]);
    }
    expect(JSON.parse(readFileSync(join(folder, '1', COURSE_FILE), 'utf8'))).toEqual({
      $schema: './course.schema.json',
      format: 1,
      id: 'care',
      title: 'Care & mail',
      languages: LANGUAGES,
      chapters: [
        { title: 'One', levels: ['cv-to-rivals.json'] },
        { title: 'Two', levels: ['right-sam.json'] },
      ],
      passMark: 80,
      brand: { name: 'Northmoor Police', logo: 'brand/logo.svg', accent: '#1f5a8c', stamp: '#a3322b' },
    });
  });

  test('offers the languages that all of its levels have', () => {
    const german = levelWith({ id: 'g', title: { de: 'A', en: 'B' } });
    const languages = (levels: CourseDraft['chapters'][number]['levels']) =>
      (
        JSON.parse(
          text(courseFiles(draft({ chapters: [{ title: '', levels }] })).files.get(COURSE_FILE)),
        ) as CourseDraft & {
          readonly languages: readonly string[];
        }
      ).languages;
    expect(languages([campaignFiles('right-sam'), german])).toEqual(['en', 'de']);
    expect(languages([levelWith({})])).toEqual(['en']);
  });

  test('says what is wrong with it in the words of the checker', () => {
    const { problems } = courseFiles(draft({ title: ' ', accent: '#fffff0' }));
    expect(problems.map(({ code }) => code)).toContain('no-text');
    expect(courseFiles(draft({ accent: 'blue' })).problems.map(({ code }) => code)).toEqual(['not-a-colour']);
  });

  test('goes into a folder for a web server with the page, in place of its levels', async () => {
    const page = new Map([
      [HOSTED_FILES, bytes('["index.html", "assets/a.js"]')],
      ['index.html', bytes('<html>')],
      ['assets/a.js', bytes('1')],
      ['levels/level.schema.json', bytes('{}')],
    ]);
    const made = courseFiles(draft()).files;
    const source = (files: ReadonlyMap<string, Uint8Array>) => ({
      pageFile: (path: string) => Promise.resolve(files.get(path) ?? null),
      courseFile: (path: string) => Promise.resolve(made.get(path) ?? null),
      course: COURSE_FILE,
    });
    const packed = await makeFolder(source(page));
    if (!packed.ok) throw new Error(packed.fault.code);
    expect(packed.name).toBe('care-mail.zip');
    const files = unzipSync(packed.zip);
    expect(Object.keys(files)).toEqual(
      [...page.keys(), ...[...made.keys()].map((path) => `levels/${path}`)].toSorted(),
    );
    expect(text(files[`levels/${COURSE_FILE}`])).toBe(text(made.get(COURSE_FILE)));
    page.delete('assets/a.js');
    expect(await makeFolder(source(page))).toMatchObject({ fault: { code: 'no-file', file: 'assets/a.js' } });
    expect(await makeFolder(source(new Map()))).toMatchObject({ fault: { code: 'no-page' } });
  });
});
