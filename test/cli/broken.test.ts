import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/cli/check.ts';
import { printable, problemLines } from '../../src/cli/print.ts';
import { setLanguage } from '../../src/i18n/index.ts';

const FOLDER = 'test/levels/broken';

/** Lists the problems beside each file, one per line: place, severity, code and hint. */
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.problems.txt'))
  .map((name) => name.replace('.problems.txt', ''));

const checked = new Map(names.map((name) => [name, checkFiles([`${FOLDER}/${name}.json`]).problems]));

function problemsIn(name: string): string[] {
  return (checked.get(name) ?? []).map(({ file, line, column, severity, code, hint }) => {
    const told = hint ? ` (${Object.values(hint.params).join()})` : '';
    return `${file.replace(`${FOLDER}/`, '')}:${String(line)}:${String(column)} ${severity} ${code}${told}`;
  });
}

describe('a broken file', () => {
  test('is tested in at least sixty ways', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    expect(names.length).toBeGreaterThanOrEqual(60);
    expect(files.filter((file) => !names.some((name) => file.startsWith(`${name}.`)))).toEqual([]);
  });

  test.each(names)('%s has exactly these problems, at these places', (name) => {
    const expected = readFileSync(`${FOLDER}/${name}.problems.txt`, 'utf8').split('\n').filter(Boolean);
    expect(problemsIn(name)).toEqual(expected);
  });

  test.each(['en', 'de', 'fr', 'es', 'ar', 'ja'])(
    'is reported in whole sentences, on one line each: %s',
    async (language) => {
      await setLanguage(language);
      for (const problem of [...checked.values()].flat()) {
        const lines = problemLines(problem).split('\n');
        expect(lines.length).toBeLessThanOrEqual(3);
        expect(lines[0]?.split('  ').at(2)?.length).toBeGreaterThan(5);
        expect(lines.join('\n')).not.toMatch(/\{\{|problem\.|hint\.|undefined|\$t\(/);
      }
      await setLanguage('en');
    },
  );
});

test('characters that reverse a line or move the cursor are escaped', () => {
  expect(printable('a\u202Eb\u001B[2J\r')).toBe(String.raw`a\u202eb\u001b[2J\u000d`);
});
