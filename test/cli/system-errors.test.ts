import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/cli/check.ts';
import { readText, writeText } from '../../src/cli/files.ts';
import { main } from '../../src/cli/main.ts';
import { problemLines } from '../../src/cli/print.ts';
import { isSystemError, systemSentence } from '../../src/cli/system-errors.ts';
import { setLanguage } from '../../src/i18n/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'system-'));
const at = (name: string) => join(folder, name);
mkdirSync(at('below.json'));
writeFileSync(at('plain.txt'), 'text');
symlinkSync(at('round.json'), at('round.json'));
afterAll(() => rmSync(folder, { recursive: true }));

const CODES =
  'ENOENT EACCES EPERM EISDIR ENOTDIR EROFS ENOSPC EDQUOT EMFILE ENFILE EBUSY ETXTBSY EEXIST ENAMETOOLONG ELOOP EIO'.split(
    ' ',
  );

describe('an error of the operating system', () => {
  test.each(['en', 'de'])('is a sentence that says what to do, not a code: %s', async (language) => {
    await setLanguage(language);
    for (const code of CODES) {
      expect(systemSentence(code)).not.toContain(code);
      expect(systemSentence(code).split(/[.!] /).length).toBeGreaterThanOrEqual(2);
    }
    expect(systemSentence('EWHATEVER')).toContain('EWHATEVER');
    expect(systemSentence('constructor')).toContain('constructor');
    await setLanguage('en');
  });

  test.each([
    ['a folder', 'below.json', 'This is a folder.'],
    ['a path through a file', 'plain.txt/x.json', 'A part of this path'],
    ['a name that is too long', `${'x'.repeat(300)}.json`, 'The name is too long'],
    ['a link to itself', 'round.json', 'form a loop'],
  ])('names the file and the fault when it is read: %s', (_, name, words) => {
    const read = readText(at(name));
    if (read.ok) throw new Error('It cannot be read.');
    expect(problemLines(read.problem)).toContain(`${at(name)}  error  `);
    expect(problemLines(read.problem)).toContain(words);
  });

  test('does not stop the check of the other files', () => {
    const { problems } = checkFiles([at('below.json'), 'test/levels/broken/real-domain.json']);
    expect(problems.map(({ code }) => code)).toEqual(['unreadable', 'address-not-reserved']);
  });

  test('names the file that cannot be written, and leaves nothing behind', () => {
    let thrown: unknown;
    try {
      writeText(at('nowhere/new.json'), '{}');
    } catch (error) {
      thrown = error;
    }
    expect(isSystemError(thrown) && [thrown.code, thrown.path]).toEqual(['ENOENT', at('nowhere/new.json')]);
    expect(() => writeText(at('below.json'), '{}')).toThrow('EISDIR');
  });

  test.each([
    ['a folder that is not there', 'nowhere', 'There is no such file or folder.'],
    ['a folder that is a file', 'plain.txt', 'A part of this path is a file'],
  ])('ends `new` with 1 and a sentence: %s', async (_, name, words) => {
    const said: string[] = [];
    const error = console.error;
    console.error = (line: string) => said.push(line);
    const exit = await main(['new', 'my-level', '--lang', 'en', '--folder', at(name)]);
    console.error = error;
    expect(exit).toBe(1);
    expect(said.join()).toContain(join(at(name), 'my-level.json'));
    expect(said.join()).toContain(words);
  });
});

test('a file is written completely, through a link and with its old permissions', () => {
  writeFileSync(at('real.json'), 'old', { mode: 0o600 });
  symlinkSync(at('real.json'), at('link.json'));
  writeText(at('link.json'), 'new');
  expect(readFileSync(at('real.json'), 'utf8')).toBe('new');
  expect(statSync(at('real.json')).mode & 0o777).toBe(0o600);
});

test('a mistake of this program is not reported as an error of the system', () => {
  expect(isSystemError(new TypeError('x'))).toBe(false);
  expect(isSystemError(Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBe(false);
});
