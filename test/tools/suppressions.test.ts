import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkSuppressions } from '../../tools/check-suppressions.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'suppressions-'));
  mkdirSync(join(root, 'src'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

// Assembled here, so that this file does not itself seem to suppress rules.
const disable = ['ox', 'lint-disable-next-line no-bitwise'].join('');

it.each([`// ${disable}`, `/* ${disable} */`, `const a = 1; // ${disable} --`])(
  'a rule may not be suppressed by %s',
  (line) => {
    writeFileSync(join(root, 'src/a.ts'), `\n${line}\n`);
    expect(checkSuppressions(root)).toEqual([
      'src/a.ts:2 switches a rule off without saying why: add " -- " and the reason',
    ]);
  },
);

it('a rule may be suppressed with a reason', () => {
  writeFileSync(join(root, 'src/a.ts'), `// ${disable} -- the hash is made of bits\n`);
  expect(checkSuppressions(root)).toEqual([]);
});

it('a wait of Playwright may not look at a promise, which it takes for a yes', () => {
  const wait = ['page.waitForFunction', '(async () => false)'].join('');
  writeFileSync(join(root, 'src/a.ts'), `await ${wait};\nawait page.waitForFunction(() => false);\n`);
  expect(checkSuppressions(root)).toEqual(['src/a.ts:1 waits for nothing: use expect.poll, which awaits']);
});
