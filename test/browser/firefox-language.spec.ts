import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFirefox } from '../../tools/firefox.mjs';
import { expect, test } from './fixtures.ts';

// Not in every run, as Firefox does not always start on a busy machine, which says nothing about the page.
test('every node of the desk in Firefox’s accessibility tree has the language of the page @thorough', async () => {
  test.skip(findFirefox() === undefined, 'There is no Firefox here.');
  test.slow();
  const script = join(import.meta.dirname, '../firefox/language.mjs');
  // Its output says more than the exit code.
  const { stdout } = await promisify(execFile)(process.execPath, ['--experimental-websocket', script]).catch(
    (error: unknown) => error as { stdout: string },
  );
  expect(stdout).toMatch(/^ar: \d{2,} nodes, 0 in another language/m);
  expect(stdout).toMatch(/^ja: \d{2,} nodes, 0 in another language/m);
});
