import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { COURSE_FAULT_CODES } from '../../src/engine/check-course.ts';
import { LEVEL_FAULT_CODES } from '../../src/engine/check.ts';
import { setLanguage, t } from '../../src/i18n/index.ts';
import { loadLevel, readCourse, readLevel, type Problem } from '../../src/levels/index.ts';

const SOURCE = new URL('../../src/', import.meta.url);
const LANGUAGES = ['en', 'de'] as const;

const textsOf = (language: string) => {
  const file = readFileSync(new URL(`i18n/${language}.json`, SOURCE), 'utf8');
  return (JSON.parse(file) as { problem: Record<string, string> }).problem;
};

/** Every code that the level reader names, read off its source, so that a new one cannot be forgotten here. */
function codesOfReader(): string[] {
  const folder = new URL('levels/', SOURCE);
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const literals = sources.flatMap((source) => [...source.matchAll(/['`]([a-z]+(?:-[a-z]+)*)['`]/g)]);
  const notCodes = new Set(['no-cache', 'jsonc-parser']);
  const words = new Set(['empty', 'refused', 'unreachable']);
  return [...new Set(literals.map(([, code]) => String(code)))].filter(
    (code) => (code.includes('-') || words.has(code)) && !notCodes.has(code),
  );
}

const GOOD = readFileSync(new URL('../../levels/cv-to-rivals.json', import.meta.url), 'utf8');
type Json = Record<string, unknown>;

/** The problems of a good level after something was done to its data. */
function spoilt(spoil: (level: Json & { contacts: Json[]; mails: Json[]; beats: Json[]; circles: Json[] }) => void) {
  const level = JSON.parse(GOOD) as Parameters<typeof spoil>[0];
  spoil(level);
  return readLevel(JSON.stringify(level), 'levels/my.json').problems;
}

const written = (text: string) => readLevel(text, 'levels/my.json').problems;

const course = (facts: Json) =>
  readCourse(JSON.stringify({ format: 1, title: 'T', languages: ['en'], ...facts }), 'levels/course.json').problems;

function answered(response: Response | Error) {
  vi.stubGlobal('fetch', () => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response)));
  return loadLevel(new URL('https://host.example/levels/my.json')).then(({ problems }) => problems);
}

/** A file, or an answer of a server, that has each problem. */
const PROVOKED: Readonly<Record<string, () => readonly Problem[] | Promise<readonly Problem[]>>> = {
  'not-found': () => answered(new Response('', { status: 404 })),
  refused: () => answered(new Response('', { status: 403 })),
  unreachable: () => answered(new TypeError('Failed to fetch')),
  'too-large': () => written('x'.repeat(2 ** 20 + 1)),
  empty: () => written(' \n'),
  'page-instead': () => written('<!doctype html>'),
  'json-comment': () => written('{ // here\n"format": 1 }'),
  'json-name-expected': () => written('{ format: 1 }'),
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
  'unknown-field': () => spoilt((level) => (level['colour'] = 'red')),
  'missing-field': () => spoilt((level) => delete level['title']),
  'wrong-type': () => spoilt((level) => (level['minutes'] = 'two')),
  'not-one-of': () => spoilt(({ contacts: [first] }) => (first!['needs'] = 'love')),
  'too-short': () => spoilt((level) => (level['contacts'] = [])),
  'too-long': () => spoilt((level) => (level['title'] = 'x'.repeat(61))),
  'too-small': () => spoilt((level) => (level['minutes'] = 0)),
  'too-big': () => spoilt((level) => (level['minutes'] = 61)),
  'wrong-pattern': () => spoilt((level) => (level['id'] = 'My level')),
  'wrong-shape': () => spoilt((level) => (level['title'] = 5)),
  'duplicate-id': () => spoilt(({ contacts }) => (contacts[1]!['id'] = contacts[0]!['id'])),
  'unknown-contact': () => spoilt(({ circles: [first] }) => (first!['members'] = ['nobody'])),
  'unknown-mail': () => spoilt(({ mails: [first] }) => (first!['recalls'] = 'nothing')),
  'list-without-members': () => spoilt(({ contacts: [first] }) => (first!['kind'] = 'list')),
  'members-without-list': () => spoilt(({ contacts: [first] }) => (first!['members'] = ['manager'])),
  'forwards-to-nobody': () => spoilt(({ contacts: [first] }) => (first!['habits'] = ['forwards'])),
  'crowd-without-number': () => spoilt(({ contacts: [first] }) => (first!['people'] = 20)),
  'too-many-people': () =>
    spoilt(({ contacts }) => {
      for (const contact of contacts) Object.assign(contact, { people: 10_000_000, address: 'a-{n}@mail.example' });
    }),
  'address-malformed': () => spoilt(({ contacts: [first] }) => (first!['address'] = 'nobody at home')),
  'address-not-reserved': () => spoilt(({ contacts: [first] }) => (first!['address'] = 'ana@mail.com')),
  'field-not-offered': () =>
    spoilt(({ mails: [first] }) => Object.assign(first!, { fields: ['to'], prefilled: { manager: 'bcc' } })),
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

/** The reader keeps these for what its parsers may come to report; with what they would say. */
const FALLBACKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'json-number': { text: '1.' },
  'json-syntax': { text: '§' },
  'wrong-value': { name: 'title' },
};

afterEach(() => vi.unstubAllGlobals());

describe('the problems of a level file', () => {
  const codes = [...codesOfReader(), ...LEVEL_FAULT_CODES, ...COURSE_FAULT_CODES];

  test.each(LANGUAGES)('have a text each, and no text is left over: %s', (language) => {
    expect(Object.keys(textsOf(language)).toSorted()).toEqual(codes.toSorted());
  });

  test('are all tried here', () => {
    expect(Object.keys({ ...PROVOKED, ...FALLBACKS }).toSorted()).toEqual(codes.toSorted());
  });

  test.each(Object.entries(PROVOKED))('%s names what its text needs, in every language', async (code, provoke) => {
    const problem = (await provoke()).find((found) => found.code === code);
    expect(problem, `the file does not have the problem ${code}`).toBeDefined();
    for (const language of LANGUAGES) {
      await setLanguage(language);
      expect(t(`problem.${code}`, problem!.params)).not.toMatch(/\{\{|^problem\./);
    }
  });

  test.each(Object.entries(FALLBACKS))('%s names what its text needs, in every language', async (code, params) => {
    for (const language of LANGUAGES) {
      await setLanguage(language);
      expect(t(`problem.${code}`, params)).not.toMatch(/\{\{|^problem\./);
    }
  });
});
