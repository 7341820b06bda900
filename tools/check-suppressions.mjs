// Every suppressed rule must give a reason on the same line: `// oxlint-disable-next-line no-bitwise -- it hashes`
// Playwright's `waitForFunction` takes any promise for a yes, so one with an async function waits for nothing.
// `node tools/check-suppressions.mjs` checks src/, test/ and tools/.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { report } from './source.mjs';

const FOLDERS = ['src', 'test', 'tools'];
const CODE = /\.(?:ts|mjs|css)$/;
const SUPPRESSION = /(?:\/\/|\/\*)\s*(?:(?:ox|es)lint-disable|prettier-ignore)(?<rest>.*)/;
const ASYNC_WAIT = /\bwaitForFunction\(\s*async\b/;

/**
 * @param {string} root
 * @returns {string[]} the suppressions without a reason and the waits that cannot fail, one line each
 */
export function checkSuppressions(root) {
  return FOLDERS.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => CODE.test(path))
    .toSorted()
    .flatMap((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .flatMap((line, index) => {
          if (ASYNC_WAIT.test(line)) return [`${path}:${index + 1} waits for nothing: use expect.poll, which awaits`];
          const rest = SUPPRESSION.exec(line)?.groups?.['rest'];
          return rest === undefined || /\s--\s+\S.{6,}/.test(rest)
            ? []
            : [`${path}:${index + 1} switches a rule off without saying why: add " -- " and the reason`];
        }),
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) report('suppressions', checkSuppressions('.'));
