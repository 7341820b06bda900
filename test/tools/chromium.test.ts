import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FEATURES_LEFT_OUT, findChromium } from '../../tools/chromium.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  vi.stubEnv('CHROMIUM_PATH', '');
  // Excludes the folders of the shell and its commands, so that only the test's own programs are found.
  vi.stubEnv('PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function plant(name: string, code: number): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nexit ${code}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe.skipIf(process.platform === 'win32')('Chromium is found', () => {
  it('by its path', async () => {
    const path = plant('my-browser', 0);
    plant('chromium', 0);
    vi.stubEnv('CHROMIUM_PATH', path);
    expect(await findChromium()).toBe(path);
  });

  it('among the programs of the system', async () => {
    expect(await findChromium()).not.toBe(join(folder, 'google-chrome'));
    const path = plant('google-chrome', 0);
    expect(await findChromium()).toBe(path);
  });

  it('as the headless shell, which is faster, if there are both', async () => {
    plant('chromium', 0);
    const path = plant('chromium-headless-shell', 0);
    expect(await findChromium()).toBe(path);
  });

  it('but not if a program of its name only says how to install it', async () => {
    plant('chromium-browser', 1);
    const path = plant('google-chrome-stable', 0);
    expect(await findChromium()).toBe(path);
  });

  it('never instead of one that was asked for and does not exist', async () => {
    plant('chromium', 0);
    vi.stubEnv('CHROMIUM_PATH', join(folder, 'nothing'));
    await expect(findChromium()).rejects.toThrow(
      `CHROMIUM_PATH is "${folder}/nothing", and there is no program there.`,
    );
  });
});

describe('what Chromium is not to do', () => {
  it('is all that Playwright leaves out, whose list ours takes the place of', () => {
    const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
    const source = readFileSync(join(manifest, '../lib/coreBundle.js'), 'utf8');
    const list = /disabledFeatures = \[([^\]]*)\]/.exec(source)?.[1] ?? '';
    const names = [...list.matchAll(/^\s*"(\w+)",?$/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(FEATURES_LEFT_OUT).toEqual(expect.arrayContaining(names));
  });
});
