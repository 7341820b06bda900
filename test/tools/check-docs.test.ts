import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkDocs } from '../../tools/check-docs.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'docs-'));
  put(
    'package.json',
    JSON.stringify({ scripts: { start: 'vite' }, dependencies: { lit: '3.3.3', '@fonts/a': '1.0.0' } }),
  );
  put('src/app/app.ts', 'export const LANGUAGES = []; export function startApp() {}');
  put('docs/guide.md', '# A guide\n\n## What it is: a start\n');
  readme('');
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const TABLE = '\n\n| package | why |\n| --- | --- |\n| lit | draws |\n| @fonts/* | type |\n';
const readme = (text: string, table = TABLE) => put('README.md', `# Project\n\n${text}${table}`);

describe('the check of the documents', () => {
  test.each([
    '[guide](docs/guide.md) and [a part](docs/guide.md#what-it-is-a-start)',
    '[here](#project) and [elsewhere](https://host.example/x)',
    '`src/app/app.ts`, `src/app/`, `src/app/app.ts:1`, `app.ts`, `LANGUAGES`, `startApp()`, `npm run start`',
    '`levels/<level>.json`, `levels/my-level.json`, `src/*/x.ts`, `?lang=de`, `To`, `#/host`, `docs/…`',
    '```sh\nnpm run start # [no](link.md) `src/no.ts`\n```',
  ])('takes what is so: %s', (text) => {
    readme(text);
    expect(checkDocs(root)).toEqual([]);
  });

  test.each([
    ['[gone](docs/gone.md)', 'README.md:3 the link to "docs/gone.md" leads nowhere'],
    ['[part](docs/guide.md#gone)', 'README.md:3 there is no heading for "docs/guide.md#gone"'],
    ['`src/app/gone.ts`', 'README.md:3 there is no file "src/app/gone.ts"'],
    ['`gone.ts`', 'README.md:3 there is no file "gone.ts"'],
    ['`TEXTS`', 'README.md:3 nothing in the source is called "TEXTS"'],
    ['`openApp()`', 'README.md:3 nothing in the source is called "openApp()"'],
    ['```sh\nnpm run gone\n```', 'README.md:4 there is no script "gone"'],
  ])('finds what is not: %s', (text, problem) => {
    readme(text);
    expect(checkDocs(root)).toEqual([problem]);
  });

  test('finds a dependency without a reason, and a reason without a dependency', () => {
    readme('', TABLE.replace('| lit | draws |', '| vue | draws |'));
    expect(checkDocs(root)).toEqual([
      'README.md gives no reason for the dependency "lit"',
      'README.md gives a reason for "vue", which is no dependency',
    ]);
  });
});
