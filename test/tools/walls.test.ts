import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkWalls } from '../../tools/check-walls.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'walls-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function check(path: string, code: string): readonly string[] {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  return checkWalls(root);
}

describe('refuses an import', () => {
  it.each([
    [
      'that bypasses the index',
      'src/app/a.ts',
      `import { t } from '../engine/story/a.ts';`,
      'engine may only be imported through engine/index.ts or engine/compose/index.ts',
    ],
    [
      'of a higher layer',
      'src/levels/read.ts',
      `import { desk } from '../board/desk.ts';`,
      'levels may not import board',
    ],
    ['of a neighbour', 'src/board/desk.ts', `import { play } from '../replay/play.ts';`, 'board may not import replay'],
    [
      'within the lowest layer',
      'src/i18n/t.ts',
      `import { x } from '../progress/x.ts';`,
      'i18n may not import progress',
    ],
    ['by the engine', 'src/engine/score.ts', `import { t } from '../i18n/t.ts';`, 'engine may not import i18n'],
    ['of the entry point', 'src/screens/home.ts', `import { go } from '../main.ts';`, 'screens may not import main'],
    ['for a type only', 'src/engine/a.ts', `import type { T } from '../levels/a.ts';`, 'engine may not import levels'],
    ['in a type', 'src/engine/a.ts', `type T = import('../levels/a.ts').T;`, 'engine may not import levels'],
    ['at run time', 'src/engine/a.ts', `await import('../levels/a.ts');`, 'engine may not import levels'],
    ['that is re-exported', 'src/engine/a.ts', `export { a } from '../levels/a.ts';`, 'engine may not import levels'],
    ['that is re-exported whole', 'src/engine/a.ts', `export * from '../levels/a.ts';`, 'engine may not import levels'],
    ['for its effect', 'src/engine/a.ts', `import '../levels/a.ts';`, 'engine may not import levels'],
    ['through a detour', 'src/engine/mail/b.ts', `import '../../engine/../board/c.ts';`, 'engine may not import board'],
    ['in a worker', 'src/engine/a.ts', `new Worker(new URL('../board/w.ts', import.meta.url));`, 'import board'],
    ['by a glob', 'src/engine/a.ts', `import.meta.glob('../board/*.ts');`, 'engine may not import board'],
    ['with a computed name', 'src/board/a.ts', 'export const f = (x: string) => import(x);', 'must be a plain string'],
    ['from outside src/', 'src/board/a.ts', `import x from '../../tools/x.mjs';`, 'is outside src/'],
    [
      'of the flow of the game',
      'src/screens/a.ts',
      `import { f } from '../app/flow.ts';`,
      'screens may not import app',
    ],
    ['of the command line', 'src/screens/a.ts', `import { run } from '../cli/run.ts';`, 'screens may not import cli'],
    ['of a screen by the command line', 'src/cli/a.ts', `import '../screens/home.ts';`, 'cli may not import screens'],
    ['of Phaser', 'src/board/a.ts', `import Phaser from 'phaser';`, 'only stage/phaser.ts may import the package'],
    [
      'of Phaser elsewhere on the stage',
      'src/stage/a.ts',
      `import Phaser from 'phaser';`,
      'only stage/phaser.ts may import',
    ],
    ['of lit', 'src/board/a.ts', `import { html } from 'lit';`, 'only main, screens, access may import'],
    [
      'of a part of lit',
      'src/engine/a.ts',
      `import { when } from 'lit/directives/when.js';`,
      'only main, screens, access',
    ],
    ['of a parser', 'src/engine/a.ts', `import { parseTree } from 'jsonc-parser';`, 'only levels, workshop may import'],
    ['of Node', 'src/engine/a.ts', `import { readFileSync } from 'node:fs';`, 'only room-server, cli may import'],
    [
      'of an unknown package',
      'src/main.ts',
      `import x from 'left-pad';`,
      'no folder may import the package "left-pad"',
    ],
    [
      'of a higher layer of the engine',
      'src/engine/mail/a.ts',
      `import '../rules/b.ts';`,
      'engine/mail may not import engine/rules',
    ],
    [
      'of the index within the engine',
      'src/engine/mail/a.ts',
      `import '../index.ts';`,
      'engine/mail may not import engine/index.ts',
    ],
    ['in a new folder of the engine', 'src/engine/misc/a.ts', `import '../mail/b.ts';`, 'in no layer of the engine'],
    ['in a new folder', 'src/utils/a.ts', `import '../engine/index.ts';`, 'the folder "utils" is in no layer'],
  ])('%s: %s', (_what, path, code, message) => {
    const problems = check(path, code);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  it('names the line', () => {
    expect(check('src/engine/a.ts', `\n\nimport '../board/b.ts';`)[0]).toMatch(/^src\/engine\/a\.ts:3 /);
  });
});

describe('allows', () => {
  it.each([
    ['src/main.ts', `import './board/desk.ts'; import { html } from 'lit'; import './page.css';`],
    ['src/board/desk.ts', `import { Scene } from '../stage/phaser.ts'; import { simulate } from '../engine/index.ts';`],
    ['src/stage/phaser.ts', `export { Scene } from 'phaser';`],
    [
      'src/levels/read.ts',
      `import { parseTree } from 'jsonc-parser'; import type { Level } from '../engine/index.ts';`,
    ],
    ['src/engine/level.ts', `import { z } from 'zod/mini'; import { a } from './a/b.ts';`],
    ['src/engine/rules/a.ts', `import '../story/a.ts'; import '../level/b.ts'; import './c.ts';`],
    ['src/cli/check.ts', `import { read } from '../levels/read.ts'; import { argv } from 'node:process';`],
    ['src/screens/home.ts', `// import '../board/desk.ts'\nexport const text = "import '../board/desk.ts'";`],
  ])('%s', (path, code) => {
    expect(check(path, code)).toEqual([]);
  });

  it('every import of this project', () => {
    expect(checkWalls(join(import.meta.dirname, '../..'))).toEqual([]);
  });
});
