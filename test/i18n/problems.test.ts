import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ADVICE_CODES } from '../../src/engine/analysis/advice.ts';
import { COURSE_FAULT_CODES } from '../../src/engine/level/check-course.ts';
import { checkLanguages, LANGUAGE_FAULT_CODES } from '../../src/engine/level/check-languages.ts';
import { LEVEL_FAULT_CODES } from '../../src/engine/level/check.ts';
import { TRANSLATION_FAULT_CODES } from '../../src/engine/level/translation.ts';
import { setLanguage, textWith } from '../../src/i18n/index.ts';
import {
  decode,
  loadLevel,
  notAmongFiles,
  readCourse,
  readLevel,
  readLooseFiles,
  siteFile,
  strayTranslation,
  withTranslations,
  type LooseFile,
  type Problem,
} from '../../src/levels/index.ts';
import { readJson } from '../../src/levels/json.ts';
import { READER_CODES, type ProblemCode } from '../../src/levels/problem.ts';

const SOURCE = new URL('../../src/', import.meta.url);
const LANGUAGES = ['en', 'de', 'fr', 'es', 'ar', 'ja'] as const;

const textsOf = (language: string) => {
  const file = readFileSync(new URL(`i18n/${language}.json`, SOURCE), 'utf8');
  return (JSON.parse(file) as { problem: Record<string, string> }).problem;
};

const GOOD = readFileSync(new URL('../course/cv-to-rivals.json', import.meta.url), 'utf8');
type Json = Record<string, unknown>;

/** The problems of a good level after a change of its data. */
function spoilt(spoil: (level: Json & { contacts: Json[]; mails: Json[]; beats: Json[]; circles: Json[] }) => void) {
  const level = JSON.parse(GOOD) as Parameters<typeof spoil>[0];
  spoil(level);
  return readLevel(JSON.stringify(level), 'levels/my.json').problems;
}

const written = (text: string) => readLevel(text, 'levels/my.json').problems;

const course = (facts: Json) =>
  readCourse(JSON.stringify({ format: 1, title: 'T', languages: ['en'], ...facts }), 'levels/course.json').problems;

const decoded = (...bytes: number[]) => {
  const result = decode(new Uint8Array(bytes), 'levels/my.json');
  return result.ok ? [] : [result.problem];
};

function offered(language: string, text = GOOD) {
  const result = readLevel(text, 'levels/my.json');
  if (!result.ok) throw new Error('The level does not play.');
  const json = readJson(text, 'levels/my.json');
  return checkLanguages(result.level, ['en', language]).map(({ path, ...fault }) => json.problemAt(path, fault));
}

function beside(texts: Json) {
  const result = readLevel(GOOD, 'levels/my.json');
  if (!result.ok) throw new Error('The good level does not play.');
  const file = { language: 'fr', file: 'levels/my.fr.json', text: JSON.stringify({ format: 1, ...texts }) };
  return withTranslations(result.level, [file]).problems;
}

function answered(response: Response | Error) {
  vi.stubGlobal('fetch', () => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response)));
  return loadLevel(new URL('https://host.example/levels/my.json')).then(({ problems }) => problems);
}

async function loose(facts: Partial<LooseFile>) {
  const file = { name: 'my.json', size: 2, folder: false, bytes: () => Promise.resolve(new Uint8Array()), ...facts };
  return (await readLooseFiles([file])).problems;
}

function asked(path: string) {
  const file = siteFile(path, new URL('https://host.example/game/'));
  return file.ok ? [] : [file.problem];
}

/** A file, or a server's answer, with each problem. */
const PROVOKED: Readonly<Record<string, () => readonly Problem[] | Promise<readonly Problem[]>>> = {
  'not-found': () => answered(new Response('', { status: 404 })),
  refused: () => answered(new Response('', { status: 403 })),
  unreachable: () => answered(new TypeError('Failed to fetch')),
  'other-site': () => asked('https://other.example/levels/my.json'),
  'not-a-json-file': () => asked('levels/my.txt'),
  'a-folder': () => loose({ folder: true }),
  unreadable: () => loose({ bytes: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }),
  'translation-alone': () => [strayTranslation('my.fr.json', '{ "format": 1 }')].filter((problem) => problem !== null),
  'not-among-files': () => [notAmongFiles('my.json')],
  'too-large': () => written('x'.repeat(2 ** 20 + 1)),
  empty: () => written(' \n'),
  'page-instead': () => written('<!doctype html>'),
  'json-comment': () => written('{ // here\n"format": 1 }'),
  'json-name-expected': () => written('{ 5: 1 }'),
  'json-value-expected': () => written('{ "format": }'),
  'json-colon-expected': () => written('{ "format" 1 }'),
  'json-comma-expected': () => written('{ "format": 1 "id": 2 }'),
  'json-brace-expected': () => written('{ "format": 1'),
  'json-bracket-expected': () => written('[ 1'),
  'json-quote-expected': () => written('{ "format": "x\n}'),
  'json-character': () => written('{ "format": "a\tb" }'),
  'json-escape': () => written(String.raw`{ "format": "a\qb" }`),
  'json-symbol': () => written('{ "format": yes }'),
  'json-end-expected': () => written('{} {}'),
  'json-trailing-comma': () => written('{ "format": 1, }'),
  'json-duplicate-name': () => written('{ "format": 1, "format": 1 }'),
  'wrong-encoding': () => decoded(0xff, 0xfe, 0x7b, 0x00),
  'too-deep': () => written('['.repeat(50)),
  'unknown-field': () => spoilt((level) => (level['colour'] = 'red')),
  'missing-field': () => spoilt((level) => delete level['title']),
  'expected-text': () => spoilt((level) => (level['id'] = 5)),
  'expected-texts': () => spoilt((level) => (level['title'] = 5)),
  'expected-number': () => spoilt((level) => (level['minutes'] = 'two')),
  'expected-whole-number': () => spoilt((level) => (level['minutes'] = 2.5)),
  'expected-list': () => spoilt((level) => (level['mails'] = {} as never)),
  'expected-group': () => spoilt((level) => (level['sender'] = 'me')),
  'expected-true-or-false': () => spoilt(({ contacts: [first] }) => (first!['mustBeSeen'] = 'yes')),
  'not-one-of': () => spoilt(({ contacts: [first] }) => (first!['needs'] = 'love')),
  'unknown-format': () => spoilt((level) => (level['format'] = 3)),
  'too-short': () => spoilt(({ contacts: [first] }) => (first!['address'] = 'a')),
  'too-long': () => spoilt((level) => (level['title'] = 'x'.repeat(61))),
  'too-few': () => spoilt((level) => (level['contacts'] = [])),
  'too-many': () =>
    spoilt(({ circles: [first] }) => (first!['members'] = Array.from({ length: 101 }, () => 'manager'))),
  'too-small': () => spoilt((level) => (level['minutes'] = 0)),
  'too-big': () => spoilt((level) => (level['minutes'] = 61)),
  'no-text': () => spoilt((level) => (level['title'] = '')),
  'not-an-id': () => spoilt((level) => (level['id'] = 'My level')),
  'not-a-language': () => spoilt((level) => (level['translations'] = ['French'])),
  'not-a-duration': () => spoilt(({ beats: [first] }) => (first!['after'] = '2 hours')),
  'not-a-link': () =>
    spoilt((level) => {
      level['lesson'] = { ...(level['lesson'] as Json), realCase: { text: 'T', source: { title: 'S', url: 'ico' } } };
    }),
  'not-a-colour': () => course({ levels: ['a.json'], brand: { accent: 'red' } }),
  'not-a-file': () => course({ levels: ['../a.json'] }),
  'wrong-shape': () => spoilt(({ beats: [first] }) => (first!['when'] = { colour: 'red' })),
  'more-problems': () => spoilt(({ beats }) => beats.push(...Array.from({ length: 50 }, () => ({})))),
  'texts-without-language': () =>
    offered(
      'de',
      JSON.stringify(
        JSON.parse(GOOD, (_, value: unknown) => ((value as Json | null)?.['en'] === undefined ? value : 'Text')),
      ),
    ),
  'language-missing': () => offered('fr'),
  'text-missing': () => offered('de', GOOD.replace('"de": "Du bewirbst dich"', '"fr": "Vous cherchez"')),
  'translation-unknown-id': () => beside({ contacts: [{ id: 'nobody', name: 'N' }] }),
  'translation-of-nothing': () => beside({ regulator: { name: 'R' } }),
  'duplicate-id': () => spoilt(({ contacts }) => (contacts[1]!['id'] = contacts[0]!['id'])),
  'unknown-contact': () => spoilt(({ circles: [first] }) => (first!['members'] = ['nobody'])),
  'unknown-mail': () => spoilt(({ mails: [first] }) => (first!['recalls'] = 'nothing')),
  'list-without-members': () => spoilt(({ contacts: [first] }) => (first!['kind'] = 'list')),
  'members-without-list': () => spoilt(({ contacts: [first] }) => (first!['members'] = ['manager'])),
  'forwards-to-nobody': () => spoilt(({ contacts: [first] }) => (first!['habits'] = ['forwards'])),
  'number-without-crowd': () => spoilt(({ mails: [first] }) => (first!['replyTo'] = 'desk-{n}@mail.example')),
  'crowd-without-number': () => spoilt(({ contacts: [first] }) => (first!['people'] = 20)),
  'too-many-people': () =>
    spoilt(({ contacts }) => {
      for (const contact of contacts) Object.assign(contact, { people: 10_000_000, address: 'a-{n}@mail.example' });
    }),
  'address-malformed': () => spoilt(({ contacts: [first] }) => (first!['address'] = 'nobody at home')),
  'address-not-reserved': () => spoilt(({ contacts: [first] }) => (first!['address'] = 'ana@mail.com')),
  'field-not-offered': () =>
    spoilt(({ mails: [first] }) => Object.assign(first!, { fields: ['to'], prefilled: { manager: 'bcc' } })),
  'needs-of-list': () =>
    spoilt(({ contacts: [first], mails: [mail] }) => {
      Object.assign(first!, { kind: 'list', members: ['manager'] });
      mail!['needs'] = { [String(first!['id'])]: 'know' };
    }),
  'id-of-a-mail': () =>
    spoilt((level) => {
      level['received'] = [{ id: level.mails[0]!['id'], from: 'manager', subject: 'S', body: 'B', sensitivity: 0 }];
    }),
  'instead-half-said': () =>
    spoilt(({ mails: [first] }) => {
      first!['instead'] = { name: 'By phone', reaches: true };
    }),
  'cc-on-separate-not-offered': () =>
    spoilt(({ mails: [first] }) => Object.assign(first!, { ccOnSeparate: true, fields: ['to', 'separate'] })),
  'affected-without-breach': () => spoilt(({ mails: [first] }) => (first!['affected'] = true)),
  'first-mail-conditional': () => spoilt(({ mails: [first] }) => (first!['when'] = 'breach')),
  'no-levels': () => course({}),
  'levels-and-chapters': () => course({ levels: ['a.json'], chapters: [{ title: 'One', levels: ['b.json'] }] }),
  'duplicate-level': () => course({ levels: ['a.json', 'a.json'] }),
  'duplicate-language': () => course({ levels: ['a.json'], languages: ['en', 'en'] }),
  'low-contrast': () => course({ levels: ['a.json'], brand: { accent: '#ffaa00' } }),
  'logo-without-name': () => course({ levels: ['a.json'], brand: { logo: 'logo.svg' } }),
  'beat-before-first': () => spoilt(({ beats: [first] }) => (first!['after'] = 'PT0S')),
};

/** Problems that the parsers could report in future, with sample values. */
const FALLBACKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'json-number': { text: '1.' },
  'json-syntax': { text: '§' },
  // For a level so large that the search gives up (test/engine/advice.test.ts).
  'no-way-found': { score: '86' },
  'wrong-value': { name: 'title' },
};

/** The codes of the broken files, whose sentences are tested with them (test/cli/broken.test.ts). */
const FOLDER = new URL('../levels/broken/', import.meta.url);
const BROKEN = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.problems.txt'))
  .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').match(/(?<=(?:error|warning) )\S+/g) ?? []);

afterEach(() => vi.unstubAllGlobals());

describe('the problems of a level file', () => {
  const codes = [
    ...new Set([
      ...READER_CODES,
      ...LEVEL_FAULT_CODES,
      ...COURSE_FAULT_CODES,
      ...TRANSLATION_FAULT_CODES,
      ...LANGUAGE_FAULT_CODES,
      ...ADVICE_CODES,
    ]),
  ];

  test.each(LANGUAGES)('each have a text, and no text is left over: %s', (language) => {
    expect(Object.keys(textsOf(language)).toSorted()).toEqual(codes.toSorted());
  });

  test('are all tested here or by a broken file', () => {
    expect([...new Set([...Object.keys({ ...PROVOKED, ...FALLBACKS }), ...BROKEN])].toSorted()).toEqual(
      codes.toSorted(),
    );
  });

  test.each(Object.entries(PROVOKED))(
    '%s has the values that its text needs, in every language',
    async (code, provoke) => {
      const problem = (await provoke()).find((found) => found.code === code);
      expect(problem, `the file does not have the problem ${code}`).toBeDefined();
      for (const language of LANGUAGES) {
        await setLanguage(language);
        expect(textWith(`problem.${code as ProblemCode}`, problem!.params)).not.toMatch(/\{\{|^problem\./);
      }
    },
  );

  test.each(Object.entries(FALLBACKS))(
    '%s has the values that its text needs, in every language',
    async (code, params) => {
      for (const language of LANGUAGES) {
        await setLanguage(language);
        expect(textWith(`problem.${code as ProblemCode}`, params)).not.toMatch(/\{\{|^problem\./);
      }
    },
  );
});
