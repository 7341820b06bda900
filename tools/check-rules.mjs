// Checks that every deduction has its file, its place in the table of rules, its test, its texts and its row in
// docs/scoring.md. `node tools/check-rules.mjs` lists what is missing, as ESLint does for its rules.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { report } from './source.mjs';

const RULES = 'src/engine/rules';
const TESTS = 'test/engine/rules';

/**
 * @param {string} root the folder that has src/
 * @returns {string[]} what is missing, one line each
 */
export function checkRules(root) {
  /** @param {string} path */
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const table = read(`${RULES}/all-rules.ts`);
  const docs = read('docs/scoring.md');
  const english = /** @type {{ deduction: Record<string, object> }} */ (JSON.parse(read('src/i18n/en.json')));
  const kinds = readdirSync(join(root, RULES))
    .filter((file) => /^export const \w+: Rule = /m.test(read(`${RULES}/${file}`)))
    .map((file) => file.slice(0, -'.ts'.length))
    .toSorted();
  const inTable = [...table.matchAll(/from '\.\/([a-z-]+)\.ts'/g)].flatMap(([, file]) => file ?? []);
  const inDocs = [...docs.matchAll(/^\| `([a-z-]+)` +\| (?:privacy|purpose|ending) /gm)].flatMap(
    ([, kind]) => kind ?? [],
  );
  const problems = kinds.flatMap((kind) => {
    const texts = Object.keys(english.deduction[kind] ?? {});
    const told = ['title', 'text'].every((name) => texts.some((text) => text.split('_')[0] === name));
    return [
      ...(inTable.includes(kind) ? [] : [`${RULES}/all-rules.ts does not have ${kind}`]),
      ...(existsSync(join(root, TESTS, `${kind}.test.ts`)) ? [] : [`${TESTS}/${kind}.test.ts is missing`]),
      ...(told ? [] : [`src/i18n/en.json has no deduction.${kind}.title and .text`]),
      ...(inDocs.includes(kind) ? [] : [`docs/scoring.md has no row for ${kind}`]),
    ];
  });
  const left = (/** @type {readonly string[]} */ named, /** @type {string} */ where) =>
    named
      .filter((kind) => kind !== 'rule' && !kinds.includes(kind))
      .map((kind) => `${where} names ${kind}, which is no rule`);
  return [...problems, ...left(inDocs, 'docs/scoring.md'), ...left(Object.keys(english.deduction), 'src/i18n/en.json')];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) report('rules', checkRules('.'));
