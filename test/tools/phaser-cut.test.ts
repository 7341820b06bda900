import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VERIFIED_VERSION } from '../../tools/phaser-contents.mjs';
import { installedPhaser, phaserCut, useCutPhaser } from '../../tools/phaser-cut.mjs';
import { usesOutsideTheCut } from '../../tools/phaser-uses.mjs';

const ROOT = join(import.meta.dirname, '../..');

describe('the cut Phaser', () => {
  it('is made from the pinned version that it was verified with', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Readonly<Record<string, string>>;
    };
    expect(dependencies['phaser']).toBe(VERIFIED_VERSION);
    expect(installedPhaser()).toBe(VERIFIED_VERSION);
  });

  it('has everything that the game uses', () => {
    expect(usesOutsideTheCut(ROOT)).toEqual([]);
  });

  it('has no code that a strict policy refuses, and none of the parts left out', async () => {
    const code = readFileSync(await phaserCut(), 'utf8');
    const modules = [...code.matchAll(/^\/\/ node_modules\/phaser\/src\/(.*)\.js$/gm)].map(([, path]) => path);
    expect(modules).toContain('core/Game');
    expect(
      modules.filter((path) => /LoaderPlugin|SoundManager|shaders\/Filter|physics|Particle/.test(path ?? '')),
    ).toEqual([]);
    const statements = code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(/\beval\(|new Function\(/.exec(statements)).toBeNull();
    // Nothing is left of the WebGL renderer.
    expect(/getContext\(\s*["'](?:experimental-)?webgl|gl_Position/.exec(statements)?.[0]).toBeUndefined();
  });

  it('replaces the whole one in the development server too', async () => {
    const server = await createServer({
      root: ROOT,
      configFile: false,
      logLevel: 'silent',
      server: { middlewareMode: true, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true },
      plugins: [useCutPhaser()],
    });
    try {
      const door = await server.transformRequest('/src/stage/phaser.ts');
      expect(door?.code).toMatch(/from "\/\.cache\/phaser\/phaser-[\d.]+-[0-9a-f]+\.js"/);
    } finally {
      await server.close();
    }
  });
});

describe('a use of a part that was left out is found', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'phaser-'));
    mkdirSync(join(root, 'src'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const check = (code: string) => {
    writeFileSync(join(root, 'src/a.ts'), code);
    return usesOutsideTheCut(root).join('\n');
  };

  it.each([
    ['a name', 'const a = new Phaser.GameObjects.Text(scene);', 'Phaser.GameObjects.Text'],
    ['a function', 'Phaser.Math.Between(1, 2);', 'Phaser.Math.Between'],
    ['a thing to add', `scene.add.text(0, 0, 'x').setVisible(false);`, 'scene.add.text'],
    ['a thing to add to oneself', `class A { f() { this.add.sprite(0, 0, 'x'); } }`, 'this.add.sprite'],
    ['a system', 'scene.tweens.add({});', 'scene.tweens'],
    ['a system of a system', 'part.scene.time.now;', 'scene.time'],
  ])('%s', (_what, code, name) => {
    expect(check(code)).toContain(`src/a.ts:1 ${name} is not in the cut Phaser`);
  });

  it.each([
    'scene.add.image(0, 0, key).setDepth(1);',
    'Phaser.Core.Events.READY;',
    'Phaser.CANVAS;',
    'class A extends Phaser.Scene {}',
    'names.add(scene.textures.exists(name));',
    'let text: Phaser.GameObjects.Text | null = null;',
  ])('and nothing else: %s', (code) => {
    expect(check(code)).toBe('');
  });
});
