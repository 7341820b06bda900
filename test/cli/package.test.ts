import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { packageMain } from '../../src/cli/package.ts';
import { NO_OPTIONS } from '../../src/lms/package/options.ts';

const COURSE = join(import.meta.dirname, '../course/course.json');
let folder: string;
let before: string;
let said: string[];
let builds: number;

/** Writes a built page of a few files. */
function build(): Promise<string> {
  builds += 1;
  const page = join(folder, 'page');
  mkdirSync(join(page, 'levels'), { recursive: true });
  writeFileSync(join(page, 'package-page.html'), `<!doctype html>${NO_OPTIONS}`);
  writeFileSync(join(page, 'package-files.json'), '["index.js"]');
  writeFileSync(join(page, 'index.js'), 'play()');
  writeFileSync(join(page, 'levels/course.json'), '{');
  return Promise.resolve(page);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'blind-copy-package-'));
  before = process.cwd();
  process.chdir(folder);
  said = [];
  builds = 0;
  vi.stubEnv('LC_ALL', 'en');
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((line: string) => void said.push(line));
});

afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const run = (...args: readonly string[]) => packageMain(args, build);

test('a package of a trainer’s own course is written, and the command names its file', async () => {
  expect(await run('--scorm12', '--cmi5', '--course', COURSE, '--id', 'our-course', '--lang', 'de')).toBe(0);
  expect(said.map((line) => line.split(':')[0])).toEqual([
    join('packages', 'our-course-scorm12.zip'),
    join('packages', 'our-course-cmi5.zip'),
  ]);
  const files = unzipSync(readFileSync('packages/our-course-scorm12.zip'));
  expect(Object.keys(files)).toContain('course/cv-to-rivals.json');
  expect(new TextDecoder().decode(files['index.html'])).toContain('&quot;language&quot;:&quot;de&quot;');
});

test.each([
  [[], 'Say which package'],
  [['--scorm3'], "Unknown option '--scorm3'"],
  [['--scorm12', '--on-fail', 'never'], '“never”'],
  [['--scorm12', '--lang', 'tlh'], '“tlh”'],
  [['--scorm12', '--course', 'gone.json'], 'gone.json is missing'],
  [['--scorm12', '--course', COURSE, '--id', 'Our Course'], '“Our Course” cannot be an identifier'],
])('%j: what is wrong is said before anything is built', async (args, words) => {
  expect(await run(...args)).toBe(1);
  expect(said.join('\n')).toContain(words);
  expect(builds).toBe(0);
  expect(existsSync('packages')).toBe(false);
});

test('a course or level that cannot be read is named, with its problems', async () => {
  mkdirSync('ours');
  const course = { format: 1, title: 'Ours', languages: ['en'], levels: ['one.json'] };
  writeFileSync('ours/course.json', JSON.stringify(course));
  expect(await run('--scorm12', '--course', 'ours/course.json')).toBe(1);
  expect(said.at(-1)).toContain(`${join('ours', 'one.json')} is missing`);
  writeFileSync('ours/one.json', '{ "format": 2 }');
  expect(await run('--scorm12', '--course', 'ours/course.json')).toBe(1);
  expect(said.at(-1)).toContain(`${join('ours', 'one.json')} has errors`);
  expect(said.at(-1)).toContain('“id”');
  expect(await run('--scorm12')).toBe(1);
  expect(said.at(-1)).toContain('cannot be read as a course');
});

test('no file outside the course’s folder is packed', async () => {
  mkdirSync('ours');
  writeFileSync('secret.json', '{}');
  const course = { format: 1, title: 'Ours', languages: ['en'], levels: ['../secret.json'] };
  writeFileSync('ours/course.json', JSON.stringify(course));
  expect(await run('--scorm12', '--course', 'ours/course.json')).toBe(1);
  expect(existsSync('packages')).toBe(false);
});
