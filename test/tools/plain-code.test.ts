import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bannedInCode } from '../../tools/plain-code.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plain-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function found(path: string, code: string): readonly string[] {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  return bannedInCode(root);
}

describe('a comment may not say', () => {
  test.each([
    'Draws the table anew.',
    'Waits so long as nobody answers.',
    'The sender is told.',
    'A box that stands in for the picture.',
    'The file did not come.',
    'The tongue of the page.',
    'A course that says nothing of itself.',
    'Goes on with the level.',
    'The mail can be taken back.',
    'Nobody learned of anybody.',
    'It is drawn. Else it is hidden.',
    'That which is drawn first.',
    'Ask whoever hosts it.',
    'Says who sees whom.',
  ])('“%s”', (words) => {
    expect(found('src/a.ts', `\n/** ${words} */\nexport const a = 1;`)).toEqual([
      expect.stringMatching(/^src\/a\.ts:2 /),
    ]);
    expect(found('src/a.ts', `export const a = 1; // ${words}`)).toHaveLength(1);
    expect(found('src/a.ts', `export const a = ${JSON.stringify(words)};`)).toEqual([]);
  });

  test.each([
    'Undo brings the mail back to the desk.',
    'The order of files goes on record.',
    'What an action does to `anew`.',
    'A label such as "Go on with it".',
    'True when nothing came before.',
  ])('but may say “%s”', (words) => {
    expect(found('src/a.ts', `// ${words}\nexport const a = 1;`)).toEqual([]);
  });
});

test('finds a turn of phrase across the lines of a comment', () => {
  expect(found('src/a.ts', '// The sender is\n// told.\nexport const a = 1;')).toHaveLength(1);
  expect(found('src/a.ts', '/**\n * The sender is\n * told.\n */\nexport const a = 1;')).toHaveLength(1);
});

test.each([
  ["test('the sender is told', () => {});"],
  ["describe('the sender is told', () => {});"],
  ["test.each([1])('%s is told', () => {});"],
  ['test.describe(`${name} is told`, () => {});'],
])('reads the name of a test: %s', (code) => {
  expect(found('test/a.test.ts', code)).toHaveLength(1);
});

test('reads style sheets and tools', () => {
  expect(found('src/a.css', 'a {}\n/* Drawn anew. */')).toEqual([expect.stringMatching(/^src\/a\.css:2 /)]);
  rmSync(join(root, 'src'), { recursive: true });
  expect(found('tools/a.mjs', '// Drawn anew.')).toHaveLength(1);
});
